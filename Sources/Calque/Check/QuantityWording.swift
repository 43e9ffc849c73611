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

  /// The quantity with the sign or the words of the unit that stands in its place: "2.5 billion
  /// euros" for "2.5 million euros".
  ///
  /// - Parameters:
  ///   - quantity: the quantity of the source.
  ///   - other: the text of the quantity that is wrong.
  ///   - hasUnit: whether that text names a unit.
  /// - Returns: the quantity as the language writes it; nil if that cannot be said.
  func text(of quantity: Quantity, inPlaceOf other: String, hasUnit: Bool) -> String? {
    guard let right = text(of: quantity) else { return nil }
    guard hasUnit, quantity.readings[0].kind == .number, quantity.readings[0].unit != .percent,
      let first = other.firstIndex(where: \.isNumber), let last = other.lastIndex(where: \.isNumber)
    else { return right }
    var rest = other[other.index(after: last)...]
    let word = rest.drop { $0.isWhitespace }.prefix { $0.isLetter }
    if words.scales[folded(String(word))] != nil { rest = rest[word.endIndex...] }
    return other[..<first] + right + rest
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
      let number = quantity.isDate || Self.isYear(reading) ? "\(Int(value))" : self.number(value)
      switch reading.unit {
      case .percent: return number + (words.hasDecimalComma ? "\u{A0}%" : "%")
      default: return number
      }
    }
  }

  /// Whether a bare number is likely a year, which no language groups.
  private static func isYear(_ reading: Quantity.Reading) -> Bool {
    reading.unit == nil && (1_500...2_100).contains(reading.value)
      && reading.value == reading.value.rounded()
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
