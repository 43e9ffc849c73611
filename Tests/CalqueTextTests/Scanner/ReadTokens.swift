import CalqueText

/// Scans a text and writes each token with the letter of its kind, as it is in the original.
///
///     readTokens("l’IA coûte 12 000 €")  // "w:l’|w:IA|w:coûte|n:12 000|p:€"
func readTokens(_ text: String) -> String {
  var scanner = TextScanner()
  return readTokens(text, using: &scanner)
}

/// Scans a text with a scanner that is kept.
func readTokens(_ text: String, using scanner: inout TextScanner) -> String {
  scanner.scan(text)
  let bytes = Array(text.utf8)
  return scanner.tokens.map { token in
    let (start, end) = (scanner.text.offsets[token.start], scanner.text.offsets[token.end])
    return token.kind.letter + ":" + String(decoding: bytes[Int(start)..<Int(end)], as: UTF8.self)
  }.joined(separator: "|")
}

extension TokenKind {
  /// One letter for each kind, so that a table of tokens is short.
  fileprivate var letter: String {
    switch self {
    case .word: "w"
    case .number: "n"
    case .punctuation: "p"
    case .tag: "t"
    case .placeholder: "x"
    case .url: "u"
    case .email: "e"
    }
  }
}

extension String {
  /// The scalars' values: `==` of two strings takes composed and decomposed letters for one.
  var scalarValues: [UInt32] { unicodeScalars.map(\.value) }
}
