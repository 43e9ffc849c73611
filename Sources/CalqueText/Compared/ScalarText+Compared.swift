extension ScalarText {
  /// The scalars between the white space at both ends of the original.
  ///
  /// A skipped scalar ends the white space: the space in U+200B U+0020 `a` is not trimmed.
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

  /// Writes the folded form of the text, with its ends trimmed, over the contents of `folded`.
  package mutating func foldTrimmed(into folded: inout [UInt32]) {
    let range = trimmedRange
    FoldedText.fold(
      scalars, from: range.lowerBound, to: range.upperBound, &properties, into: &folded)
  }

  /// Whether the text holds more than `count` letters of ASCII, each of which folding keeps.
  package func holdsMoreLetters(than count: Int) -> Bool {
    if scalars.count <= count { return false }
    var letters = 0
    var start = 0
    // Many at a time, which the processor compares side by side.
    while start < scalars.count {
      let end = min(start + 64, scalars.count)
      for scalar in scalars[start..<end] { letters += (scalar | 0x20) &- 0x61 < 26 ? 1 : 0 }
      if letters > count { return true }
      start = end
    }
    return false
  }

  /// The original's scalars in NFC, with its ends trimmed; skipped scalars stay.
  ///
  /// - Parameter text: the text that was read last.
  /// - Returns: the scalars, equal for two texts that score 100.
  package func normalizedScalars(of text: String) -> [UInt32] {
    if isNormalized && !hasSkipped && !hasBreaks { return Array(scalars[trimmedRange]) }
    let all = NormalForm.nfc(text.unicodeScalars.map(\.value))
    guard let first = all.firstIndex(where: { !ScalarProperties.isSpace($0) }),
      let last = all.lastIndex(where: { !ScalarProperties.isSpace($0) })
    else { return [] }
    return Array(all[first...last])
  }
}
