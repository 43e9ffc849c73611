/// A text read for comparing: its tokens, its folded form and its normal form.
package struct ComparedText: Sendable {
  /// The text as it came.
  package let text: String
  /// The text in NFC, its ends trimmed, skipped scalars kept: equal for a score of 100.
  package let normalized: [UInt32]
  /// The folded form, its ends trimmed.
  package let folded: [UInt32]
  /// What is compared of each token.
  package let tokens: [TokenForm]
  /// Where each token stands in the text, in UTF-8 bytes.
  package let ranges: [Range<Int>]

  /// Reads a text.
  package init(_ text: String, stemmer: Stemmer, using scanner: inout TextScanner) {
    self.text = text
    scanner.scan(text)
    var (tokens, ranges) = ([TokenForm](), [Range<Int>]())
    tokens.reserveCapacity(scanner.tokens.count)
    ranges.reserveCapacity(scanner.tokens.count)
    for span in scanner.tokens {
      tokens.append(
        TokenForm(
          kind: span.kind, plain: scanner.text.plain(span), stemmer: stemmer,
          properties: &scanner.text.properties))
      ranges.append(
        Int(scanner.text.offsets[span.start])..<Int(scanner.text.offsets[span.end]))
    }
    self.tokens = tokens
    self.ranges = ranges
    var folded = [UInt32]()
    scanner.text.foldTrimmed(into: &folded)
    self.folded = folded
    normalized = scanner.text.normalizedScalars(of: text)
  }

  /// The sum of the tokens' weights, in hundredths.
  package var totalWeight: Int { tokens.reduce(0) { $0 + $1.weight } }
}
