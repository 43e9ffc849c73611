/// Eight bytes at a time: questions about each byte of a word, answered in its top bit.
///
/// The first byte is the lowest, so a word is loaded as a little-endian number. Nothing of this is
/// for other rooms: the compiler would call each function there, and not put it in its place.
enum ByteWord {
  /// The top bit of each byte.
  static let tops: UInt64 = 0x8080_8080_8080_8080

  /// The lowest bit of each byte.
  static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The bytes that equal `byte`.
  @inline(__always)
  static func finds(_ byte: UInt8, in word: UInt64) -> UInt64 {
    let other = word ^ (ones &* UInt64(byte))
    // A byte is zero if neither its low bits carry into its top bit nor that bit is set.
    return ~((other & ~tops) &+ ~tops | other | ~tops)
  }

  /// The bytes that equal `byte`; behind the first one there may be false ones.
  ///
  /// Subtracting 1 from each byte borrows from the next where the byte is zero (A. Mycroft, 1987).
  @inline(__always)
  static func findsFirst(_ byte: UInt8, in word: UInt64) -> UInt64 {
    let other = word ^ (ones &* UInt64(byte))
    return (other &- ones) & ~other & tops
  }

  /// The bytes below a limit of at most 0x80; behind the first one there may be false ones.
  @inline(__always)
  static func findsFirst(below limit: UInt8, in word: UInt64) -> UInt64 {
    (word &- ones &* UInt64(limit)) & ~word & tops
  }

  /// The bytes that continue a scalar of UTF-8.
  @inline(__always)
  static func continuations(of word: UInt64) -> UInt64 { word & ~(word &<< 1) & tops }

  /// The word of the eight bytes from a place on, all of which are in the span.
  @inline(__always)
  static func load(_ bytes: Span<UInt8>, at place: Int) -> UInt64 {
    let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
    return UInt64(littleEndian: word)
  }
}

extension Span<UInt8> {
  /// The place of the first byte that equals `byte`; nil if there is none.
  package func first(_ byte: UInt8) -> Int? {
    var place = 0
    while place &+ 8 <= count {
      let found = ByteWord.findsFirst(byte, in: ByteWord.load(self, at: place))
      if found != 0 { return place &+ found.trailingZeroBitCount / 8 }
      place &+= 8
    }
    while place < count {
      if self[place] == byte { return place }
      place &+= 1
    }
    return nil
  }

  /// The first place from `start` on of a byte that XML may write in another way: a byte below U+0020,
  /// `&`, `"`, `<`, `>`, 0xBE and 0xBF; the count if there is none.
  package func xmlMark(from start: Int) -> Int {
    var place = start
    while place &+ 8 <= count {
      let word = ByteWord.load(self, at: place)
      // `<` and `>` differ in one bit, as 0xBE and 0xBF do.
      let marks =
        ByteWord.findsFirst(below: 0x20, in: word)
        | ByteWord.findsFirst(UInt8(ascii: "&"), in: word)
        | ByteWord.findsFirst(UInt8(ascii: "\""), in: word)
        | ByteWord.findsFirst(UInt8(ascii: ">"), in: word | 0x0202_0202_0202_0202)
        | ByteWord.findsFirst(0xBF, in: word | 0x0101_0101_0101_0101)
      if marks != 0 { return place &+ marks.trailingZeroBitCount / 8 }
      place &+= 8
    }
    while place < count {
      let byte = self[place]
      if byte <= UInt8(ascii: ">") {
        if byte < 0x20 || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\"")
          || byte | 0x02 == UInt8(ascii: ">")
        {
          return place
        }
      } else if byte | 0x01 == 0xBF {
        return place
      }
      place &+= 1
    }
    return count
  }
}

extension Span<UInt8> {
  /// The end of the stretch from a place on that is surely valid UTF-8 without U+0000.
  ///
  /// What follows may be valid all the same: scalars beyond U+FFFF are left to a slower judge.
  ///
  /// - Complexity: about two instructions a byte of ASCII, and three times that elsewhere.
  package func surelyValidUTF8(from start: Int) -> Int {
    var place = start
    while place < count {
      if place &+ 8 <= count {
        let word = ByteWord.load(self, at: place)
        let others = (word | (word &- ByteWord.ones)) & ByteWord.tops
        if others == 0 {
          place &+= 8
          continue
        }
        place &+= others.trailingZeroBitCount / 8
      }
      // Zeroes, and the scalars that are not looked at, end the stretch.
      let length = scalarLength(at: place)
      if length == 0 { return place }
      place &+= length
    }
    return place
  }

  /// The length of a scalar of one to three bytes; 0 for U+0000, and if there is none.
  @inline(__always)
  private func scalarLength(at place: Int) -> Int {
    let first = self[place]
    if first < 0x80 { return first == 0 ? 0 : 1 }
    guard first >= 0xC2, first < 0xF0, place &+ 1 < count else { return 0 }
    let second = self[place &+ 1]
    guard second & 0xC0 == 0x80 else { return 0 }
    if first < 0xE0 { return 2 }
    guard place &+ 2 < count, self[place &+ 2] & 0xC0 == 0x80 else { return 0 }
    // Neither overlong forms nor surrogates.
    if first == 0xE0 && second < 0xA0 || first == 0xED && second >= 0xA0 { return 0 }
    return 3
  }
}
