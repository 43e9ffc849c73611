/// The lines and columns of a text, by byte offsets.
///
/// - Complexity: O(1) in the length of a line: the cost of a place does not depend on its offset.
struct TextPlaces {
  /// The distance in bytes between two offsets from which columns are counted.
  private static let block = 256

  private let bytes: [UInt8]
  private let lineStarts: [Int]
  /// The number of scalars that begin before each block.
  private let scalarsBeforeBlock: [Int]

  init(_ text: String) {
    bytes = Array(text.utf8)
    var starts = [0]
    var counts = [Int]()
    var scalars = 0
    for (offset, byte) in bytes.enumerated() {
      if offset % Self.block == 0 { counts.append(scalars) }
      if Self.beginsScalar(byte) { scalars += 1 }
      if byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
    }
    counts.append(scalars)
    lineStarts = starts
    scalarsBeforeBlock = counts
  }

  /// The line and the column of an offset, from 1; the column is in Unicode scalars.
  func place(of offset: Int) -> (line: Int, column: Int) {
    let offset = min(offset, bytes.count)
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low + 1, scalars(before: offset) - scalars(before: lineStarts[low]) + 1)
  }

  /// The text of a range of bytes.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func scalars(before offset: Int) -> Int {
    let block = offset / Self.block
    return scalarsBeforeBlock[block]
      + bytes[block * Self.block..<offset].count(where: Self.beginsScalar)
  }

  private static func beginsScalar(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}
