internal import CalqueModel

/// The part of some bytes that is valid UTF-8, and the reason for its end.
package enum ValidUTF8: Equatable {
  /// All bytes are valid.
  case whole
  /// The bytes are valid up to an offset, where a scalar begins that the end cuts off.
  case unfinished(Int)
  /// The bytes are valid up to an offset, which holds a byte that UTF-8 does not allow.
  case broken(Int)

  /// Examines the bytes from `start` on.
  package init(_ bytes: Span<UInt8>, from start: Int) {
    let start = bytes.surelyValidUTF8(from: start)
    do {
      _ = try UTF8Span(validating: bytes.extracting(start..<bytes.count))
      self = .whole
    } catch {
      let offset = start + error.byteOffsets.lowerBound
      let reachesEnd = start + error.byteOffsets.upperBound == bytes.count
      self = error.kind == .truncatedScalar && reachesEnd ? .unfinished(offset) : .broken(offset)
    }
  }
}

extension String {
  /// Text from bytes that are known to be valid UTF-8.
  package init(validated bytes: Span<UInt8>) {
    self.init(copying: unsafe UTF8Span(unchecked: bytes))
  }
}

extension [UInt8] {
  /// A range of the bytes without the scalars that its bounds cut.
  ///
  /// The range loses the end of a scalar that begins before the range and the beginning of a scalar
  /// that ends behind it. Bytes that are not UTF-8 stay.
  package func wholeScalars(in range: Range<Int>) -> Range<Int> {
    func continues(_ place: Int) -> Bool { self[place] & 0xC0 == 0x80 }
    var (first, end) = (range.lowerBound, range.upperBound)
    while first < end, first < range.lowerBound + 3, continues(first) { first += 1 }
    var start = end
    while start > first, start > end - 4 {
      start -= 1
      if !continues(start) { break }
    }
    if start < end, let length = Self.scalarLength(self[start]), start + length > end {
      end = start
    }
    return first..<end
  }

  /// The number of bytes of a scalar, by its first byte; nil if no scalar begins with the byte.
  private static func scalarLength(_ byte: UInt8) -> Int? {
    switch byte {
    case 0..<0x80: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: nil
    }
  }
}

extension Span<UInt8> {
  /// The number of scalars that begin in a range.
  package func scalars(in range: Range<Int>) -> Int {
    var count = 0
    for offset in range where self[offset] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
