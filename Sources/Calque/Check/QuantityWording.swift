import CalqueModel
import CalqueText

/// Words a quantity of the source for a person who reads the translation.
struct QuantityWording {
  private let words: QuantityWords
  private let months: [[String]]

  init(_ language: LanguageTag) {
    let rules = Language(language).rules
    words = rules.quantities
    months = rules.calendar.months
  }

  /// The quantity as the language writes it; nil if that cannot be said.
  func text(of quantity: Quantity) -> String? {
    let reading = quantity.readings[0]
    let value = reading.value
    switch reading.kind {
    case .month:
      guard months.indices.contains(Int(value) - 1) else { return nil }
      return months[Int(value) - 1].first.map(capitalised)
    case .weekday:
      guard words.weekdays.indices.contains(Int(value) - 1) else { return nil }
      return capitalised(words.weekdays[Int(value) - 1])
    case .time: return nil
    case .number:
      guard abs(value) < 1e15 else { return nil }
      let number = quantity.isDate ? "\(Int(value))" : self.number(value)
      switch reading.unit {
      case .percent: return number + (words.hasDecimalComma ? "\u{A0}%" : "%")
      default: return number
      }
    }
  }

  private func capitalised(_ word: String) -> String {
    words.capitalisesCalendar ? word.prefix(1).uppercased() + word.dropFirst() : word
  }

  /// A number with the language's signs, and with its scale in words from a million on.
  private func number(_ value: Double) -> String {
    for (name, scale) in scales where abs(value) >= scale {
      return plain(value / scale) + " " + name
    }
    return plain(value)
  }

  private var scales: [(String, Double)] {
    // The longest name of each scale is its plural or its only name.
    [1e9, 1e6].compactMap { scale in
      let names = words.scales.filter { $0.value == scale && $0.key.utf8.count > 3 }.map(\.key)
      return names.min { $0.utf8.count < $1.utf8.count }.map { ($0, scale) }
    }
  }

  private func plain(_ value: Double) -> String {
    let digits = String(format(value))
    let sides = digits.split(separator: ".")
    var whole = Array(String(sides[0]))
    if whole.count > 4 || whole.count == 4 && !words.hasDecimalComma {
      var place = whole.count - 3
      while place > 0, whole[place - 1] != "-" {
        whole.insert(words.hasDecimalComma ? "\u{202F}" : ",", at: place)
        place -= 3
      }
    }
    return String(whole)
      + (sides.count == 2 && sides[1] != "0" ? (words.hasDecimalComma ? "," : ".") + sides[1] : "")
  }

  /// A number with at most four decimals.
  private func format(_ value: Double) -> String {
    let rounded = (value * 10_000).rounded() / 10_000
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }
}
