/// The forms of words of up to eight letters of ASCII that came last, each in the slot of its letters.
///
/// Four of five words of a text are such words, and most of them came shortly before. So most words
/// are told by one comparison of numbers.
struct RecentWords: Sendable {
  private static let slots = 1 << 12
  private var words = [UInt64](repeating: 0, count: slots)
  private var forms = [UInt32](repeating: 0, count: slots)

  /// The letters of a word, a byte each; 0 for a word that is longer or has other letters.
  @inline(__always)
  static func packed(_ scalars: Span<UInt32>) -> UInt64 {
    guard scalars.count <= 8 else { return 0 }
    var packed: UInt64 = 0
    var all: UInt32 = 0
    for place in scalars.indices {
      let scalar = scalars[place]
      all |= scalar
      packed = packed &<< 8 | UInt64(scalar)
    }
    return all < 0x80 ? packed : 0
  }

  @inline(__always)
  private static func slot(_ packed: UInt64) -> Int {
    Int(truncatingIfNeeded: (packed &* 0x9E37_79B9_7F4A_7C15) &>> 52)
  }

  /// The form of a word; nil if the word did not come lately.
  @inline(__always)
  func form(of packed: UInt64) -> UInt32? {
    let slot = Self.slot(packed)
    return packed != 0 && words[slot] == packed ? forms[slot] : nil
  }

  /// Notes the form of a word.
  @inline(__always)
  mutating func note(_ packed: UInt64, _ form: UInt32) {
    if packed == 0 { return }
    let slot = Self.slot(packed)
    words[slot] = packed
    forms[slot] = form
  }
}
