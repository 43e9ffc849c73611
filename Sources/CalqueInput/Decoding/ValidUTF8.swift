/// How much of some bytes is text, and why not more.
package enum ValidUTF8: Equatable {
  /// All of it.
  case whole
  /// All but the last bytes from an offset on, which begin a scalar.
  case unfinished(Int)
  /// Up to an offset, where a byte stands that no UTF-8 allows.
  case broken(Int)

  /// Examines the bytes from `start` on.
  package init(_ bytes: Span<UInt8>, from start: Int) {
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
  /// A range of the bytes less what its bounds cut off.
  ///
  /// That is the end of a scalar that begins before it, and the beginning of one that ends behind
  /// it. Bytes that are no UTF-8 stay.
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

  /// How many bytes a scalar has, by its first; nil where none begins with that byte.
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
  /// How many scalars begin in a range.
  package func scalars(in range: Range<Int>) -> Int {
    var count = 0
    for offset in range where self[offset] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
