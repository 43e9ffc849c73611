extension French {
  package static let numberSpelling: NumberSpelling? = NumberSpelling(
    group: "\u{A0}", words: (0...100).map(spelled),
    scales: [
      6: ("million", "millions"), 9: ("milliard", "milliards"), 12: ("billion", "billions"),
    ],
    months: [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre",
    ],
    days: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    ordinalEnding: { $0 == 1 ? "er" : "e" }, firstDayEnding: "er", halvesOfDay: [])

  private static let units = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
  ]
  private static let tens = ["vingt", "trente", "quarante", "cinquante", "soixante"]

  /// A number from 0 to 100 in words, in the orthography before 1990.
  private static func spelled(_ number: Int) -> String {
    switch number {
    case ..<20: return units[max(0, number)]
    case 80: return "quatre-vingts"
    case 81...99: return "quatre-vingt-" + units[number - 80]
    case 100...: return "cent"
    default: break
    }
    let ten = min(number / 10, 6)
    let rest = number - ten * 10
    let word = tens[ten - 2]
    return rest == 0
      ? word : rest == 1 || rest == 11 ? "\(word) et \(units[rest])" : "\(word)-\(units[rest])"
  }
}
