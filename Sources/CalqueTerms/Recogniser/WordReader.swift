import CalqueText

/// A word, a number or a sign of a term or of a text.
struct WordToken {
  let kind: TokenKind
  /// The start, in UTF-8 bytes.
  let start: Int
  /// The end, exclusive, in UTF-8 bytes.
  let end: Int
  /// The form in which terms and texts are compared.
  let folded: String

  /// The same token with its offsets increased by `offset`.
  func moved(by offset: Int) -> WordToken {
    WordToken(
      kind: kind, start: start + offset, end: end + offset, folded: folded)
  }
}

/// Reads terms and texts into tokens, and caches ICU's answers about scalars.
///
/// A recogniser keeps a reader: after the terms are read, the reader knows nearly every letter of a
/// text.
struct WordReader: Sendable {
  let language: Language
  private var scanner = TextScanner()
  private var properties = ScalarProperties()

  init(_ language: Language) {
    self.language = language
  }

  /// The tokens of a text, in order, without inline tags.
  mutating func tokens(of text: String) -> [WordToken] {
    scanner.scan(text)
    let source = scanner.text
    var tokens = [WordToken]()
    tokens.reserveCapacity(scanner.tokens.count)
    var plain = [UInt32]()
    for span in scanner.tokens where span.kind != .tag {
      plain.removeAll(keepingCapacity: true)
      TokenForm.appendPlain(of: span.kind, source.scalars[span.start..<span.end], to: &plain)
      if span.kind == .word { plain = FoldedText.fold(word: plain, &properties) }
      tokens.append(
        WordToken(
          kind: span.kind, start: Int(source.offsets[span.start]),
          end: Int(source.offsets[span.end]), folded: String(scalars: plain)))
    }
    return DottedAcronyms.joined(tokens)
  }

  /// The letters of a word, as written.
  mutating func letters(of word: String) -> SpelledLetters {
    SpelledLetters(word, &properties)
  }
}
