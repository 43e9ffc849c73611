import CalqueText

/// Hashes the folded forms of texts: texts equal but for case, accents and typography hash alike.
///
/// Nearly every text is folded by a table; the others are folded by `FoldedText`, as texts are for
/// comparison. The buffers are reused for the next text.
package struct FoldedForm {
  private var table = FoldTable()
  private var reader = ScalarText()
  private var folded: [UInt32] = []

  package init() {}

  /// The hash of a text's folded form, without white space at its ends.
  package mutating func hash(_ text: String) -> Int64 {
    guard let range = table.fold(text.utf8Span.span, &reader.properties) else {
      return hashSlowly(text)
    }
    return Self.hash(table.scalars.span.extracting(range))
  }

  /// The hash of a text's folded form, computed without the table.
  package mutating func hashSlowly(_ text: String) -> Int64 {
    reader.read(text.utf8Span.span)
    FoldedText.fold(
      reader.scalars, from: 0, to: reader.scalars.count, &reader.properties, into: &folded)
    var (start, end) = (0, folded.count)
    while end > start, folded[end - 1] == 0x20 { end -= 1 }
    while start < end, folded[start] == 0x20 { start += 1 }
    return Self.hash(folded.span.extracting(start..<end))
  }

  private static func hash(_ folded: Span<UInt32>) -> Int64 {
    unsafe Int64(bitPattern: TextHash.of(folded.bytes))
  }
}
