extension String {
  /// Whether two texts are the same bytes.
  ///
  /// For `==`, a precomposed letter equals its decomposed form. A store that compares by `==` would
  /// drop a change from one form to the other.
  ///
  ///     "\u{E9}" == "e\u{301}"                   // true
  ///     "\u{E9}".hasSameBytes(as: "e\u{301}")    // false
  ///
  /// - Complexity: O(n), eight bytes at a time.
  package func hasSameBytes(as other: String) -> Bool {
    if hasSameBits(as: other) { return true }
    guard utf8.count == other.utf8.count else { return false }
    return hasSameBytes(as: other.utf8Span.span)
  }

  /// Whether two values are the same bits: one text, held in one place or in the values themselves.
  ///
  /// Texts of up to 15 bytes lie in the value, so nearly every name and language is told by two words.
  private func hasSameBits(as other: String) -> Bool {
    guard MemoryLayout<String>.size == 16 else { return false }
    return unsafe withUnsafeBytes(of: self) { a in
      unsafe withUnsafeBytes(of: other) { b in
        unsafe a.load(as: UInt64.self) == b.load(as: UInt64.self)
          && a.load(fromByteOffset: 8, as: UInt64.self)
            == b.load(fromByteOffset: 8, as: UInt64.self)
      }
    }
  }

  /// Whether a text is the same bytes as others.
  ///
  /// - Complexity: O(n), eight bytes at a time.
  package func hasSameBytes(as other: Span<UInt8>) -> Bool {
    guard utf8.count == other.count else { return false }
    let (a, b) = unsafe (utf8Span.span.bytes, other.bytes)
    var offset = 0
    while offset &+ 8 <= a.byteCount {
      // The loop's condition keeps the eight bytes inside both spans.
      let (x, y) = unsafe (
        a.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self),
        b.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      )
      if x != y { return false }
      offset &+= 8
    }
    while offset < a.byteCount {
      let (x, y) = unsafe (
        a.unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self),
        b.unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
      )
      if x != y { return false }
      offset &+= 1
    }
    return true
  }
}

extension String? {
  /// Whether two texts are the same bytes, or both absent.
  package func hasSameBytes(as other: String?) -> Bool {
    switch (self, other) {
    case (nil, nil): true
    case (let text?, let other?): text.hasSameBytes(as: other)
    default: false
    }
  }
}

extension [String] {
  /// Whether two lists hold the same bytes in the same order.
  package func hasSameBytes(as other: [String]) -> Bool {
    elementsEqual(other) { $0.hasSameBytes(as: $1) }
  }
}
