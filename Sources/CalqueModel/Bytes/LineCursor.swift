/// A place in a text that moves forward over its bytes, with its line and column.
///
/// A line ends at LF, CRLF or CR. Lines and columns count from 1, columns in Unicode scalars.
package struct LineCursor: Sendable {
  /// The offset in bytes.
  package private(set) var offset = 0
  /// The line.
  package private(set) var line = 1
  /// The column.
  package private(set) var column = 1
  private var isAfterReturn = false

  /// The place before the first byte.
  package init() {}

  /// Moves behind the bytes that follow.
  package mutating func pass(_ bytes: Span<UInt8>) {
    var place = 0
    // Eight bytes at a time; carriage returns, which are rare, are counted byte by byte.
    while place &+ 8 <= bytes.count {
      let word = ByteWord.load(bytes, at: place)
      if isAfterReturn || ByteWord.findsFirst(UInt8(ascii: "\r"), in: word) != 0 {
        for byte in place..<place &+ 8 { pass(bytes[byte]) }
      } else {
        pass(withoutReturns: word)
      }
      place &+= 8
    }
    while place < bytes.count {
      pass(bytes[place])
      place &+= 1
    }
    offset &+= bytes.count
  }

  @inline(__always)
  private mutating func pass(_ byte: UInt8) {
    if byte == UInt8(ascii: "\n"), isAfterReturn {
      isAfterReturn = false
    } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
      line &+= 1
      column = 1
      isAfterReturn = byte == UInt8(ascii: "\r")
    } else {
      if byte & 0xC0 != 0x80 { column &+= 1 }
      isAfterReturn = false
    }
  }

  /// Passes eight bytes without a carriage return, none of which follows one.
  @inline(__always)
  private mutating func pass(withoutReturns word: UInt64) {
    let scalars = ~ByteWord.continuations(of: word) & ByteWord.tops
    let breaks = ByteWord.finds(UInt8(ascii: "\n"), in: word)
    if breaks == 0 {
      column &+= scalars.nonzeroBitCount
      return
    }
    line &+= breaks.nonzeroBitCount
    // What lies behind the last line break of the word.
    let last = UInt64(63 &- breaks.leadingZeroBitCount)
    column = 1 &+ (last == 63 ? 0 : (scalars &>> (last &+ 1)).nonzeroBitCount)
  }
}
