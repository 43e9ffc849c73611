/// Eight bytes at a time: questions about each byte of a word, answered in its top bit.
///
/// The first byte is the lowest, so a word is loaded as a little-endian number.
package enum ByteWord {
  /// The top bit of each byte.
  @inlinable package static var tops: UInt64 { 0x8080_8080_8080_8080 }

  @inlinable static var ones: UInt64 { 0x0101_0101_0101_0101 }

  /// The bytes that equal `byte`.
  @inlinable @inline(__always)
  package static func finds(_ byte: UInt8, in word: UInt64) -> UInt64 {
    let other = word ^ (ones &* UInt64(byte))
    // A byte is zero if neither its low bits carry into its top bit nor that bit is set.
    return ~((other & ~tops) &+ ~tops | other | ~tops)
  }

  /// The bytes that equal `byte`; behind the first one there may be false ones.
  ///
  /// Subtracting 1 from each byte borrows from the next where the byte is zero (A. Mycroft, 1987).
  @inlinable @inline(__always)
  package static func findsFirst(_ byte: UInt8, in word: UInt64) -> UInt64 {
    let other = word ^ (ones &* UInt64(byte))
    return (other &- ones) & ~other & tops
  }

  /// The bytes below a limit of at most 0x80; behind the first one there may be false ones.
  @inlinable @inline(__always)
  package static func findsFirst(below limit: UInt8, in word: UInt64) -> UInt64 {
    (word &- ones &* UInt64(limit)) & ~word & tops
  }

  /// The bytes that continue a scalar of UTF-8.
  @inlinable @inline(__always)
  package static func continuations(of word: UInt64) -> UInt64 { word & ~(word &<< 1) & tops }

  /// The word of the eight bytes from a place on, all of which are in the span.
  @inlinable @inline(__always)
  package static func load(_ bytes: Span<UInt8>, at place: Int) -> UInt64 {
    let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
    return UInt64(littleEndian: word)
  }

  /// The place of the first byte that equals `byte`; nil if there is none.
  package static func first(_ byte: UInt8, in bytes: Span<UInt8>) -> Int? {
    var place = 0
    while place &+ 8 <= bytes.count {
      let found = findsFirst(byte, in: load(bytes, at: place))
      if found != 0 { return place &+ found.trailingZeroBitCount / 8 }
      place &+= 8
    }
    while place < bytes.count {
      if bytes[place] == byte { return place }
      place &+= 1
    }
    return nil
  }
}
