/// A token of a text, with its compared form.
package struct Token: Equatable, Sendable {
  /// The token's kind.
  package let kind: TokenKind
  /// The token's start in the original, in UTF-8 bytes.
  package let start: Int
  /// The token's end in the original (exclusive), in UTF-8 bytes.
  package let end: Int
  /// A word's folded form without the dots of an acronym; the plain form of other tokens.
  package let folded: String
  /// A word's stem; the plain form of other tokens.
  package let stem: String
}

/// The tokens of a text in a language, in order.
///
/// Every token is allocated: use the function for articles and term lists, not for memories.
package func tokens(of text: String, in language: Language) -> [Token] {
  var scanner = TextScanner()
  return tokens(of: text, in: language, using: &scanner)
}

/// The tokens of a text in a language, in order, cut by a scanner that is kept.
package func tokens(
  of text: String, in language: Language, using scanner: inout TextScanner
) -> [Token] {
  scanner.scan(text)
  let stemmer = language.stemmer
  var tokens = [Token]()
  tokens.reserveCapacity(scanner.tokens.count)
  for span in scanner.tokens {
    let plain = scanner.text.plain(span)
    let form = TokenForm(
      kind: span.kind, plain: plain, stemmer: stemmer, properties: &scanner.text.properties)
    let isWord = span.kind == .word
    tokens.append(
      Token(
        kind: span.kind, start: Int(scanner.text.offsets[span.start]),
        end: Int(scanner.text.offsets[span.end]),
        folded: String(scalars: isWord ? form.folded : plain),
        stem: String(scalars: isWord ? form.classKey : plain)))
  }
  return tokens
}
