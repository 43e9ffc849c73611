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
  ///
  /// - Complexity: O(bytes), about two instructions a byte: only what lies behind the last line end
  ///   has its columns counted.
  package mutating func pass(_ bytes: Span<UInt8>) {
    var place = 0
    // The end of the last line that ends in the bytes.
    var start = 0
    while place &+ 8 <= bytes.count {
      let word = ByteWord.load(bytes, at: place)
      // Both line ends are below 0x0E, and hardly anything else is.
      if isAfterReturn || ByteWord.findsFirst(below: 0x0E, in: word) != 0 {
        let returns = ByteWord.finds(UInt8(ascii: "\r"), in: word)
        let feeds = ByteWord.finds(UInt8(ascii: "\n"), in: word)
        // A line feed behind a carriage return ends the same line.
        let behindReturns = returns &<< 8 | (isAfterReturn ? 0x80 : 0)
        line &+= (returns | feeds & ~behindReturns).nonzeroBitCount
        isAfterReturn = returns &>> 63 != 0
        let ends = returns | feeds
        if ends != 0 {
          start = place &+ 8 &- ends.leadingZeroBitCount / 8
          column = 1
        }
      }
      place &+= 8
    }
    while place < bytes.count {
      let byte = bytes[place]
      place &+= 1
      let isReturn = byte == UInt8(ascii: "\r")
      if isReturn || byte == UInt8(ascii: "\n") {
        if isReturn || !isAfterReturn { line &+= 1 }
        (start, column) = (place, 1)
      }
      isAfterReturn = isReturn
    }
    column &+= Self.scalars(bytes, from: start)
    offset &+= bytes.count
  }

  /// The number of scalars that begin from a place on.
  private static func scalars(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var (place, count) = (start, 0)
    while place &+ 8 <= bytes.count {
      let word = ByteWord.load(bytes, at: place)
      count &+= 8 &- ByteWord.continuations(of: word).nonzeroBitCount
      place &+= 8
    }
    while place < bytes.count {
      if bytes[place] & 0xC0 != 0x80 { count &+= 1 }
      place &+= 1
    }
    return count
  }
}
