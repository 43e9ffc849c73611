internal import CalqueModel
internal import CalqueText

/// Rows of numbers, in few bytes: a small number takes one.
///
/// The first number of a row is its length. A number is written in groups of seven bits, the lowest
/// first, as in LEB128 (DWARF 5, section 7.6). A row ends with a zero, lies whole in one block and begins at a multiple of
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
    let most = Self.mostBytes * (row.count + 1) + 4
    if room.count < most { room = Array(repeating: 0, count: 2 * most) }
    let count = Self.pack(row.span, into: room.mutableSpan)
    if blocks.isEmpty || blocks[blocks.count - 1].count + count > Self.blockSize {
      try openBlock()
      blocks[blocks.count - 1].reserveCapacity(max(count, Self.blockSize))
    }
    let last = blocks.count - 1
    starts.append(UInt32((last * Self.blockSize + blocks[last].count) / 4))
    blocks[last].append(contentsOf: room[..<count])
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

  /// The most bytes that a number takes.
  private static let mostBytes = 5

  /// Writes a row over the beginning of `room` and returns the number of bytes.
  ///
  /// Unsafe for speed, as a builder packs every token: the room has five bytes for each number, five
  /// for their count, and four to reach a multiple of four behind a zero.
  private static func pack(_ row: Span<UInt32>, into room: consuming MutableSpan<UInt8>) -> Int {
    var place = 0
    func write(_ number: UInt32, _ room: inout MutableSpan<UInt8>) {
      var rest = number
      while rest >= 0x80 {
        unsafe room[unchecked: place] = UInt8(truncatingIfNeeded: rest) | 0x80
        place &+= 1
        rest &>>= 7
      }
      unsafe room[unchecked: place] = UInt8(truncatingIfNeeded: rest)
      place &+= 1
    }
    write(UInt32(row.count), &room)
    for index in row.indices { write(unsafe row[unchecked: index], &room) }
    repeat {
      unsafe room[unchecked: place] = 0
      place &+= 1
    } while place % 4 != 0
    return place
  }

  /// Replaces `row` by a row.
  func copy(_ number: Int, to row: inout [UInt32]) {
    let start = Int(starts[number]) * 4
    let block = blocks[start / Self.blockSize]
    let bytes = block.span
    var place = start % Self.blockSize
    let count = Int(Self.number(bytes, &place))
    row.resize(to: count)
    var numbers = row.mutableSpan
    for index in 0..<count { unsafe numbers[unchecked: index] = Self.number(bytes, &place) }
  }

  /// Reads a number.
  ///
  /// Whether a number takes one byte or two cannot be foretold, so both are read without a branch; few
  /// take more. Unsafe for speed, as a builder reads every token several times: a row lies whole in its
  /// block, with a byte behind its last number.
  @inline(__always)
  private static func number(_ bytes: Span<UInt8>, _ place: inout Int) -> UInt32 {
    let first = unsafe UInt32(bytes[unchecked: place])
    let second = unsafe UInt32(bytes[unchecked: place &+ 1])
    let goesOn = first &>> 7
    var value = first & 0x7F | (second & 0x7F & (0 &- goesOn)) &<< 7
    place &+= 1 &+ Int(goesOn)
    guard goesOn & second &>> 7 != 0 else { return value }
    var shift: UInt32 = 14
    var byte: UInt8 = 0x80
    while byte >= 0x80 {
      byte = unsafe bytes[unchecked: place]
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
