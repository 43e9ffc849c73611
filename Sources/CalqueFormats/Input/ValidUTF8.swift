/// How much of some bytes is text, and why not more.
enum ValidUTF8: Equatable {
  /// All of it.
  case whole
  /// All but the last bytes from an offset on, which begin a scalar.
  case unfinished(Int)
  /// Up to an offset, where a byte stands that no UTF-8 allows.
  case broken(Int)

  /// Examines the bytes from `start` on.
  init(_ bytes: Span<UInt8>, from start: Int) {
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
  init(validated bytes: Span<UInt8>) {
    self.init(copying: unsafe UTF8Span(unchecked: bytes))
  }
}

extension Span<UInt8> {
  /// How many scalars begin in a range.
  func scalars(in range: Range<Int>) -> Int {
    var count = 0
    for offset in range where self[offset] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
