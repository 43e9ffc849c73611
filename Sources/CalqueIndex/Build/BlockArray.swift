internal import CalqueMatch
internal import CalqueModel
internal import CalqueText

/// A long array of numbers in blocks, so that the array grows without being copied.
struct BlockArray: Sendable {
  private var blocks: [[UInt32]] = []
  private static let size = 1 << 20
  private(set) var count = 0

  /// Appends a row.
  mutating func append(_ row: [UInt32]) {
    var place = 0
    while place < row.count {
      if count & (Self.size - 1) == 0 {
        var block = [UInt32]()
        block.reserveCapacity(count == 0 ? 64 : Self.size)
        blocks.append(block)
      }
      let end = min(row.count, place + Self.size - count & (Self.size - 1))
      blocks[blocks.count - 1].append(contentsOf: row[place..<end])
      count += end - place
      place = end
    }
  }

  subscript(_ place: Int) -> UInt32 { blocks[place >> 20][place & (Self.size - 1)] }

  /// Replaces the numbers from a place on by those of a row.
  mutating func replace(from start: Int, by row: [UInt32]) {
    var next = 0
    while next < row.count {
      let place = (start + next) & (Self.size - 1)
      let end = min(row.count, next + Self.size - place)
      blocks[(start + next) >> 20].replaceSubrange(
        place..<place + end - next, with: row[next..<end])
      next = end
    }
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
