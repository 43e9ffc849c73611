internal import CalqueModel

/// Rows of numbers, in few bytes: a small number takes one.
///
/// The first number of a row is its length. A number is written in groups of seven bits, the lowest
/// first, as in LEB128 (DWARF 5, section 7.6). A row lies whole in one block and begins at a multiple of
/// four bytes. So the rows grow without being copied, and a row is found by four bytes.
struct PackedRows: Sendable {
  private static let blockSize = 1 << 20
  private var blocks: [[UInt8]] = []
  /// The place of each row, in units of four bytes, as if every block had the usual size.
  private var starts: [UInt32] = []
  private var room: [UInt8] = []
  /// The number of blocks that were given back.
  private(set) var forgotten = 0
  /// The number of all numbers in the rows.
  private(set) var numberCount = 0

  /// The number of rows.
  var count: Int { starts.count }

  /// Appends a row.
  ///
  /// - Throws: `IndexError.tooLarge` if the rows take more than 2³⁴ bytes.
  mutating func append(_ row: [UInt32]) throws(IndexError) {
    room.removeAll(keepingCapacity: true)
    write(UInt32(row.count))
    for number in row { write(number) }
    while room.count % 4 != 0 { room.append(0) }
    if blocks.isEmpty || blocks[blocks.count - 1].count + room.count > Self.blockSize {
      try openBlock()
    }
    let last = blocks.count - 1
    starts.append(UInt32((last * Self.blockSize + blocks[last].count) / 4))
    blocks[last].append(contentsOf: room)
    // A row that is longer than a block has the numbers of several blocks.
    for _ in 0..<(blocks[last].count - 1) / Self.blockSize { try openBlock() }
    numberCount += row.count
  }

  private mutating func openBlock() throws(IndexError) {
    guard (blocks.count + 1) * Self.blockSize / 4 <= Int(UInt32.max) else {
      throw .tooLarge(what: "its words take more than 2³⁴ bytes")
    }
    blocks.append([])
  }

  private mutating func write(_ number: UInt32) {
    var rest = number
    while rest >= 0x80 {
      room.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    room.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Replaces `row` by a row.
  func copy(_ number: Int, to row: inout [UInt32]) {
    row.removeAll(keepingCapacity: true)
    let start = Int(starts[number]) * 4
    let block = blocks[start / Self.blockSize]
    let bytes = block.span
    var place = start % Self.blockSize
    var rest = Self.number(bytes, &place)
    while rest > 0 {
      row.append(Self.number(bytes, &place))
      rest -= 1
    }
  }

  private static func number(_ bytes: Span<UInt8>, _ place: inout Int) -> UInt32 {
    var byte = bytes[place]
    place &+= 1
    var value = UInt32(byte & 0x7F)
    var shift: UInt32 = 7
    while byte >= 0x80 {
      byte = bytes[place]
      place &+= 1
      value |= UInt32(byte & 0x7F) &<< shift
      shift &+= 7
    }
    return value
  }

  /// Gives back the memory of the blocks that hold no row from `number` on.
  mutating func forget(before number: Int) {
    guard number > 0, number < count else { return }
    let block = Int(starts[number]) * 4 / Self.blockSize
    while forgotten < block {
      blocks[forgotten] = []
      forgotten += 1
    }
  }
}
