/// A folded text with the place of each byte in the original.
///
/// A concordance searches the folded text and shows the original.
package struct MappedFold: Sendable {
  /// The folded text, in UTF-8.
  package let utf8: [UInt8]
  /// For each folded byte the start of its scalar in the original, and one more entry for the end.
  private let starts: [Int32]
  /// For each folded byte the end of its scalar in the original.
  private let ends: [Int32]

  /// Folds a text: case, accents and typography are unified unless they are kept.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - breaks: places at which words end although the text does not show it.
  ///   - keepingAccents: whether accented letters stay.
  ///   - keepingCase: whether capitals stay.
  package init(
    _ text: String, breaks: [Int] = [], keepingAccents: Bool = false, keepingCase: Bool = false
  ) {
    var source = ScalarText()
    source.read(text.utf8Span.span, breaks: breaks)
    var (utf8, starts, ends) = ([UInt8](), [Int32](), [Int32]())
    var out = [UInt32]()
    var place = 0
    while place < source.scalars.count {
      // Scalars that NFC may join are folded together and have one place.
      var next = place + 1
      while next < source.scalars.count,
        source.classes[next] & ScalarProperties.composing != 0
      {
        next += 1
      }
      let isSpace = ScalarProperties.isSpace(source.scalars[place])
      if keepingAccents || keepingCase, !isSpace {
        let scalars = source.scalars[place..<next]
        out = Self.fold(Array(scalars), keepingAccents: keepingAccents, keepingCase: keepingCase)
      } else {
        FoldedText.fold(source.scalars, from: place, to: next, &source.properties, into: &out)
      }
      if isSpace, utf8.last == 0x20, out.first == 0x20 {
        out.removeFirst()
        ends[ends.count - 1] = source.offsets[next]
      }
      for byte in String(scalars: out).utf8 {
        utf8.append(byte)
        starts.append(source.offsets[place])
        ends.append(source.offsets[next])
      }
      place = next
    }
    starts.append(source.offsets[place])
    self.utf8 = utf8
    self.starts = starts
    self.ends = ends
  }

  /// The bytes of the original for a run of folded bytes.
  package func originalRange(of range: Range<Int>) -> Range<Int> {
    let start = Int(starts[range.lowerBound])
    return range.isEmpty ? start..<start : start..<Int(ends[range.upperBound - 1])
  }

  private static func fold(
    _ scalars: [UInt32], keepingAccents: Bool, keepingCase: Bool
  ) -> [UInt32] {
    var letters = scalars
    if !keepingCase {
      letters = String(scalars: letters).lowercased().unicodeScalars.map(\.value)
    }
    if !keepingAccents {
      letters = NormalForm.nfd(letters).filter { !(0x300...0x36F).contains($0) }
    }
    return NormalForm.nfc(letters).map { scalar in
      ScalarProperties.isApostrophe(scalar)
        ? 0x27
        : ScalarProperties.isQuote(scalar) ? 0x22 : ScalarProperties.isDash(scalar) ? 0x2D : scalar
    }
  }
}
