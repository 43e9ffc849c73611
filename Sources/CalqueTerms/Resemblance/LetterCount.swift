import CalqueText

/// The number of times that each letter occurs in a text, which bounds the likeness of two texts.
///
/// If one text has n more of a letter than the other, at least n characters differ.
package struct LetterCount: Sendable {
  private var counts = SIMD32<UInt8>()
  /// The number of scalars of the text.
  package private(set) var total = 0
  /// The number of letters that folding may change in other ways.
  package private(set) var unknown = 0

  /// Counts the letters of a text.
  package init(_ text: String) {
    var before: UInt8 = 0
    for byte in text.utf8 {
      let letter = before == 0xC3 ? LatinLetter.plain(secondByte: byte) : byte | 0x20
      if (0x61...0x7A).contains(letter), byte < 0x80 || before == 0xC3 {
        counts[Int(letter - 0x61)] &+= 1
      } else if byte >= 0x80, byte & 0xC0 == 0x80 {
        unknown += 1
      }
      if byte & 0xC0 != 0x80 { total += 1 }
      before = byte
    }
  }

  /// The maximum number of scalars of texts whose letters are compared; a longer text always passes,
  /// because a letter's count may overflow.
  static let longest = 255

  /// Whether two texts can reach a score.
  ///
  /// The bound has ten points of tolerance, because short tokens weigh more than their characters.
  package func mayResemble(_ other: LetterCount, minimum: Int) -> Bool {
    let longer = max(total, other.total)
    if longer > Self.longest { return true }
    let most = Self.most(minimum, longer: longer, unknown: unknown + other.unknown)
    if 100 * abs(total - other.total) > most { return false }
    var (more, less) = (0, 0)
    for letter in 0..<26 {
      let difference = Int(counts[letter]) - Int(other.counts[letter])
      if difference > 0 { more += difference } else { less -= difference }
    }
    return 100 * max(more, less) <= most
  }

  /// A hundred times the number of letters by which two texts that reach a score may differ.
  static func most(_ minimum: Int, longer: Int, unknown: Int) -> Int {
    (100 - minimum + 10) * longer + 100 * unknown
  }

  /// Two bits for each letter: whether the text has the letter, and whether it has it twice.
  ///
  /// If one signature has n bits that another lacks, the text has n letters more at least.
  var signature: UInt64 {
    var bits: UInt64 = 0
    for letter in 0..<26 {
      if counts[letter] > 0 { bits |= 1 << UInt64(2 * letter) }
      if counts[letter] > 1 { bits |= 2 << UInt64(2 * letter) }
    }
    return bits
  }
}
