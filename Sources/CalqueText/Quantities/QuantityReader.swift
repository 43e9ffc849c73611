package import CalqueModel

/// Reads the quantities of a text.
///
///     QuantityReader(french).quantities(in: "deux cents millions d'euros le 1er mars")
///     // 200,000,000 EUR · day 1 · month 3
///
/// The reader knows numbers in digits and in words, scales, ordinal and Roman numbers, parts, units,
/// dates, days of the week and times. The words stand in `Languages/`.
/// - Complexity: linear in the text.
package struct QuantityReader: Sendable {
  let language: Language
  let words: QuantityWords
  /// The months by their names and abbreviations.
  let months: [String: Int]
  let putsMonthFirst: Bool
  private var scanner = TextScanner()

  /// A reader of texts in a language.
  package init(_ tag: LanguageTag) {
    language = Language(tag)
    words = language.rules.quantities
    putsMonthFirst = language.rules.putsMonthFirst(tag)
    var months: [String: Int] = [:]
    for (index, names) in language.rules.calendar.months.enumerated() {
      for name in names { months[name] = index + 1 }
    }
    self.months = months
  }

  /// The quantities of a text, in order.
  package mutating func quantities(in text: String) -> [Quantity] {
    let reading = QuantityText(text, language, &scanner)
    var walk = QuantityWalk(reader: self, text: reading)
    return walk.run()
  }
}

/// The tokens of a text, with what stands between them.
struct QuantityText {
  let bytes: [UInt8]
  let tokens: [Token]

  init(_ text: String, _ language: Language, _ scanner: inout TextScanner) {
    bytes = Array(text.utf8)
    tokens = CalqueText.tokens(of: text, in: language, using: &scanner)
  }

  /// A token's text as written.
  func written(_ token: Int) -> String {
    String(decoding: bytes[tokens[token].start..<tokens[token].end], as: UTF8.self)
  }

  /// A token's folded form; empty behind the end.
  func folded(_ token: Int) -> String {
    tokens.indices.contains(token) ? tokens[token].folded : ""
  }

  /// Whether a token begins where the one before ends.
  func isGlued(_ token: Int) -> Bool {
    token > 0 && token < tokens.count && tokens[token].start == tokens[token - 1].end
  }

  func isNumber(_ token: Int) -> Bool {
    tokens.indices.contains(token) && tokens[token].kind == .number
  }

  func isWord(_ token: Int) -> Bool {
    tokens.indices.contains(token) && tokens[token].kind == .word
  }

  /// Whether a token is a hyphen or a dash.
  func isDash(_ token: Int) -> Bool {
    ["-", "−", "–"].contains(folded(token))
  }

  /// Whether a token begins with a capital letter.
  func isCapital(_ token: Int) -> Bool {
    written(token).unicodeScalars.first?.properties.isUppercase ?? false
  }

  /// The digits of a number's token, without the spaces and apostrophes that group them.
  func digits(_ token: Int) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in written(token).unicodeScalars
    where scalar == "." || scalar == "," || scalar.properties.numericType == .decimal {
      kept.append(scalar)
    }
    return String(kept)
  }
}
