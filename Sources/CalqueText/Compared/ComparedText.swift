/// The forms of a text that matching compares: tokens, folded form and normal form.
package struct ComparedText: Sendable {
  /// The original text.
  package let text: String
  /// The text in NFC with its ends trimmed, skipped scalars included; equal texts score 100.
  package let normalized: [UInt32]
  /// The folded form, with its ends trimmed.
  package let folded: [UInt32]
  /// The compared form of each token.
  package let tokens: [TokenForm]
  /// The folded form of each word, to be looked up in lists of words; empty for other tokens.
  package let words: [String]
  /// The place of each token in the original, in UTF-8 bytes.
  package let ranges: [Range<Int>]

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - breaks: places at which words end although the text does not show it.
  ///   - stemmer: the stemmer of the language.
  ///   - scanner: the scanner to use.
  package init(
    _ text: String, breaks: [Int] = [], stemmer: Stemmer, using scanner: inout TextScanner
  ) {
    self.text = text
    scanner.scan(text, breaks: breaks)
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
    words = tokens.map { String(scalars: $0.folded) }
    self.ranges = ranges
    var folded = [UInt32]()
    scanner.text.foldTrimmed(into: &folded)
    self.folded = folded
    normalized = scanner.text.normalizedScalars(of: text)
  }

  /// The sum of the tokens' weights, in hundredths.
  package var totalWeight: Int { tokens.reduce(0) { $0 + $1.weight } }
}
