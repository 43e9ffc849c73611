/// A token with what the score needs of it.
package struct TwinToken: Sendable {
  package let kind: TwinKind
  package let text: String
  package let plain: String
  package let folded: String
  package let classKey: String
  package let weight: Int

  package init(kind: TwinKind, text: String, language: String) {
    self.kind = kind
    self.text = text
    let plain = TwinFolding.plain(text)
    let folded = TwinFolding.folded(text)
    switch kind {
    case .word:
      self.plain = plain
      self.folded = TwinFolding.string(folded.unicodeScalars.filter { $0 != "." })
      let stem = TwinStem.of(self.folded, language: language)
      classKey = "word " + stem
      let letters = stem.unicodeScalars.filter { $0 != "'" }.count
      weight = 100 * Int((10 * Double(letters).squareRoot() + 0.5).rounded(.down))
    case .number:
      self.plain = TwinFolding.string(
        plain.unicodeScalars.filter { $0 != "'" && !TwinScalars.isSpace($0) })
      self.folded = folded
      classKey = "number"
      weight = 1500
    case .punctuation:
      self.plain = Self.unifiedPunctuation(text)
      self.folded = folded
      classKey = "punctuation " + self.plain
      weight = 500
    case .url, .email, .tag, .placeholder:
      self.plain = text
      self.folded = folded
      classKey = "\(kind)"
      weight = 1000
    }
  }
}

extension TwinToken {
  /// One sign for all quotes, one for all dashes, one for every row of three full stops or more.
  private static func unifiedPunctuation(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    if TwinScalars.quotes.contains(first) { return "\"" }
    if TwinScalars.dashes.contains(first) { return "-" }
    return text == "…" || text.hasPrefix("...") ? "..." : text
  }
}
