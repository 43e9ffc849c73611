/// The forms of words of up to sixteen bytes that came last, each in a slot of its bytes.
///
/// Nearly all words of a text are such words, and most of them came shortly before. So most words are
/// told by one comparison of numbers.
struct RecentWords: Sendable {
  /// The bytes of a word in UTF-8, the first one lowest; all zero for a word that is longer.
  struct Letters: Equatable, Sendable {
    var first: UInt64 = 0
    /// The bytes behind the eighth.
    var rest: UInt64 = 0

    init() {}

    /// The bytes of a word, which holds no U+0000.
    ///
    /// Unsafe for speed, as every word of an index is packed: what is read lies in the text.
    @inline(__always)
    init(_ text: Span<UInt8>, from start: Int, to end: Int) {
      let count = end &- start
      guard count <= 16 else { return }
      guard start &+ 16 <= text.count else {
        self = Self(text.extracting(start..<end))
        return
      }
      let bytes = unsafe text.bytes
      first = UInt64(
        littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self))
      if count <= 8 {
        first &= Self.mask(count)
      } else {
        rest = UInt64(
          littleEndian: unsafe bytes.unsafeLoadUnaligned(
            fromByteOffset: start &+ 8, as: UInt64.self))
        rest &= Self.mask(count &- 8)
      }
    }

    /// The bytes of a word, one by one.
    init(_ word: Span<UInt8>) {
      guard word.count <= 16 else { return }
      for place in word.indices {
        let byte = UInt64(word[place]) &<< UInt64(8 * (place % 8))
        if place < 8 { first |= byte } else { rest |= byte }
      }
    }

    var isEmpty: Bool { first == 0 }

    /// The lowest 1 to 8 bytes.
    @inline(__always)
    private static func mask(_ count: Int) -> UInt64 { ~0 &>> UInt64(64 &- 8 &* count) }
  }

  private struct Short: Sendable {
    var letters: UInt64 = 0
    var form: UInt32 = 0
  }

  private struct Long: Sendable {
    var letters = Letters()
    var form: UInt32 = 0
  }

  /// The words of up to eight bytes.
  private var short: [Short]
  /// The words of nine to sixteen bytes.
  private var long: [Long]
  /// Each table has 2^bits slots.
  private var bits: UInt64
  /// How many words were noted since the tables had this size.
  private var noted = 0

  /// Small tables, which grow with the number of words: those of a large index are as large as fits
  /// beside the processor.
  init() {
    (short, long, bits) = ([], [], 0)
    grow(to: 10)
  }

  private mutating func grow(to bits: UInt64) {
    self.bits = bits
    short = Array(repeating: Short(), count: 1 << bits)
    long = Array(repeating: Long(), count: 1 << bits)
    noted = 0
  }

  private static let mostBits: UInt64 = 12

  @inline(__always)
  private func slot(_ letters: Letters) -> Int {
    let mixed = letters.first ^ letters.rest &* 0xC2B2_AE3D_27D4_EB4F
    return Int(truncatingIfNeeded: (mixed &* 0x9E37_79B9_7F4A_7C15) &>> (64 &- bits))
  }

  /// The form of a word; nil if the word did not come lately.
  @inline(__always)
  func form(of letters: Letters) -> UInt32? {
    if letters.rest == 0 {
      let entry = short[slot(letters)]
      return entry.letters == letters.first && !letters.isEmpty ? entry.form : nil
    }
    let entry = long[slot(letters)]
    return entry.letters == letters ? entry.form : nil
  }

  /// Notes the form of a word.
  @inline(__always)
  mutating func note(_ letters: Letters, _ form: UInt32) {
    if letters.isEmpty { return }
    noted &+= 1
    if noted > 4 << bits, bits < Self.mostBits { grow(to: bits &+ 2) }
    if letters.rest == 0 {
      short[slot(letters)] = Short(letters: letters.first, form: form)
    } else {
      long[slot(letters)] = Long(letters: letters, form: form)
    }
  }
}
