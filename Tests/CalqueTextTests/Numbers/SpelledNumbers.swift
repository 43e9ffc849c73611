/// Numbers in words as a school book writes them: the slow and obvious way.
enum SpelledNumbers {
  /// A number below a billion in French, in the orthography before 1990.
  static func french(_ number: Int) -> String {
    if number < 100 { return frenchBelowHundred(number) }
    if number < 1_000 {
      let (hundreds, rest) = (number / 100, number % 100)
      let head = hundreds == 1 ? "cent" : frenchBelowHundred(hundreds) + " cent"
      if rest == 0 { return hundreds == 1 ? head : head + "s" }
      return head + " " + frenchBelowHundred(rest)
    }
    let unit = number < 1_000_000 ? 1_000 : 1_000_000
    let (count, rest) = (number / unit, number % unit)
    let head: String
    if unit == 1_000 {
      // *Mille* is invariable, and *cent* and *vingt* are so before it.
      var words = french(count)
      if words.hasSuffix("cents") || words.hasSuffix("vingts") { words.removeLast() }
      head = count == 1 ? "mille" : words + " mille"
    } else {
      head = french(count) + (count == 1 ? " million" : " millions")
    }
    return rest == 0 ? head : head + " " + french(rest)
  }

  private static func frenchBelowHundred(_ number: Int) -> String {
    let units = [
      "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
      "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit",
      "dix-neuf",
    ]
    switch number {
    case ..<20: return units[number]
    case 71: return "soixante et onze"
    case 70..<80: return "soixante-" + units[number - 60]
    case 80: return "quatre-vingts"
    case 81...: return "quatre-vingt-" + units[number - 80]
    default:
      let ten = ["vingt", "trente", "quarante", "cinquante", "soixante"][number / 10 - 2]
      switch number % 10 {
      case 0: return ten
      case 1: return ten + " et un"
      case let unit: return ten + "-" + units[unit]
      }
    }
  }

  /// A number below a billion in English, with *and* as the British say it.
  static func english(_ number: Int) -> String {
    if number < 100 { return englishBelowHundred(number) }
    if number < 1_000 {
      let head = englishBelowHundred(number / 100) + " hundred"
      return number % 100 == 0 ? head : head + " and " + englishBelowHundred(number % 100)
    }
    let (unit, name) = number < 1_000_000 ? (1_000, "thousand") : (1_000_000, "million")
    let (head, rest) = (english(number / unit) + " " + name, number % unit)
    if rest == 0 { return head }
    return head + (rest < 100 ? " and " : " ") + english(rest)
  }

  private static func englishBelowHundred(_ number: Int) -> String {
    let units = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
      "nineteen",
    ]
    if number < 20 { return units[number] }
    let ten = [
      "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ][number / 10 - 2]
    return number % 10 == 0 ? ten : ten + "-" + units[number % 10]
  }
}
