internal import CalqueMatch
internal import CalqueModel
internal import CalqueText

/// A long array of numbers in blocks, so that the array grows without being copied.
struct BlockArray: Sendable {
  private var blocks: [[UInt32]] = []
  private static let size = 1 << 20
  private(set) var count = 0

  mutating func append(_ value: UInt32) {
    if count & (Self.size - 1) == 0 {
      var block = [UInt32]()
      block.reserveCapacity(count == 0 ? 64 : Self.size)
      blocks.append(block)
    }
    blocks[blocks.count - 1].append(value)
    count += 1
  }

  subscript(_ place: Int) -> UInt32 {
    get { blocks[place >> 20][place & (Self.size - 1)] }
    set { blocks[place >> 20][place & (Self.size - 1)] = newValue }
  }

  /// Replaces a row by the numbers at a range of places.
  func copy(_ range: Range<Int>, to row: inout [UInt32]) {
    row.removeAll(keepingCapacity: true)
    var place = range.lowerBound
    while place < range.upperBound {
      let start = place & (Self.size - 1)
      let end = min(Self.size, start + range.upperBound - place)
      row.append(contentsOf: blocks[place >> 20][start..<end])
      place += end - start
    }
  }
}
