import CalqueText

/// The hash of a text's folded form: of texts that are equal but for case, accents and typography.
///
/// It keeps its buffers from text to text.
struct FoldedForm {
  private var reader = ScalarText()
  private var folded: [UInt32] = []

  /// The hash of a text, white space at its ends aside.
  mutating func hash(_ text: String) -> Int64 {
    reader.read(text.utf8Span.span)
    FoldedText.fold(
      reader.scalars, from: 0, to: reader.scalars.count, &reader.properties, into: &folded)
    var (start, end) = (0, folded.count)
    while end > start, folded[end - 1] == 0x20 { end -= 1 }
    while start < end, folded[start] == 0x20 { start += 1 }
    let scalars = folded.span.extracting(start..<end)
    return unsafe Int64(bitPattern: TextHash.of(scalars.bytes))
  }
}
