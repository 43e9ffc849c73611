extension String {
  /// The text with A–Z in lower case and without blanks at its ends.
  package var asciiLowercased: String {
    let bytes = utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return String(decoding: bytes, as: UTF8.self).trimmingBlanks
  }

  /// The text without blanks and no-break spaces at its ends.
  package var trimmingBlanks: String {
    // Nearly every text begins and ends with a character of ASCII that is none.
    if let first = utf8.first, let last = utf8.last, (0x21..<0x80).contains(first),
      (0x21..<0x80).contains(last)
    {
      return self
    }
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value <= 0x20 || scalar.value == 0xA0 || scalar.value == 0x202F
    }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    if first == startIndex, scalars.index(after: last) == endIndex { return self }
    return String(scalars[first...last])
  }
}
