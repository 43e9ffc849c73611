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

extension ScalarText {
  /// The scalars between the white space at both ends of the original: a space that stands behind
  /// a skipped scalar, seen from its end, is inside.
  package var trimmedRange: Range<Int> {
    var (start, end) = (0, scalars.count)
    var outside: Int32 = 0
    while start < end, isSpace(start), offsets[start] == outside {
      outside += Self.utf8Length(ofSpace: scalars[start])
      start += 1
    }
    while end > start, isSpace(end - 1),
      offsets[end] == offsets[end - 1] + Self.utf8Length(ofSpace: scalars[end - 1])
    {
      end -= 1
    }
    return start..<end
  }

  private func isSpace(_ index: Int) -> Bool { classes[index] & ScalarProperties.space != 0 }

  private static func utf8Length(ofSpace scalar: UInt32) -> Int32 {
    scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : 3
  }

  /// The folded form of the text read, its ends trimmed, in place of what `folded` held.
  package mutating func foldTrimmed(into folded: inout [UInt32]) {
    let range = trimmedRange
    FoldedText.fold(
      scalars, from: range.lowerBound, to: range.upperBound, &properties, into: &folded)
  }

  /// The original's scalars in NFC, its ends trimmed; skipped scalars stay.
  ///
  /// `text` is the text that was read last.
  package func normalizedScalars(of text: String) -> [UInt32] {
    if isNormalized && !hasSkipped { return Array(scalars[trimmedRange]) }
    let all = NormalForm.nfc(text.unicodeScalars.map(\.value))
    guard let first = all.firstIndex(where: { !ScalarProperties.isSpace($0) }),
      let last = all.lastIndex(where: { !ScalarProperties.isSpace($0) })
    else { return [] }
    return Array(all[first...last])
  }
}
