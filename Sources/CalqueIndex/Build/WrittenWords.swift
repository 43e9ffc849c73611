/// The forms of the words that came before, by their bytes as written.
///
/// A look into the lexicon waits for memory four times: for the slot, the hash, the place and the bytes.
/// Here a word of up to sixteen bytes, as nearly all are, lies beside its form. Of a large memory the
/// table holds the words that came first, among which the frequent ones are.
struct WrittenWords: Sendable {
  /// The bytes of a word in UTF-8, the first one lowest; all zero for a word that is longer.
  struct Letters: Equatable, Sendable {
    var first: UInt64 = 0
    /// The bytes behind the eighth.
    var rest: UInt64 = 0

    /// The bytes of a word, which holds no U+0000.
    ///
    /// Unsafe for speed, as every word of an index is packed: what is read lies in the text.
    @inline(__always)
    init(_ text: Span<UInt8>, _ place: Range<Int>) {
      let count = place.count
      guard count <= 16 else { return }
      guard place.lowerBound &+ 16 <= text.count else {
        read(text.extracting(place))
        return
      }
      let bytes = unsafe text.bytes
      first = UInt64(
        littleEndian: unsafe bytes.unsafeLoadUnaligned(
          fromByteOffset: place.lowerBound, as: UInt64.self))
      if count <= 8 {
        first &= Self.mask(count)
      } else {
        rest = UInt64(
          littleEndian: unsafe bytes.unsafeLoadUnaligned(
            fromByteOffset: place.lowerBound &+ 8, as: UInt64.self))
        rest &= Self.mask(count &- 8)
      }
    }

    /// Reads a word near the end of its text, byte by byte.
    private mutating func read(_ word: Span<UInt8>) {
      for place in word.indices {
        let byte = UInt64(word[place]) &<< UInt64(8 * (place % 8))
        if place < 8 { first |= byte } else { rest |= byte }
      }
    }

    /// The lowest 1 to 8 bytes.
    @inline(__always)
    private static func mask(_ count: Int) -> UInt64 { ~0 &>> UInt64(64 &- 8 &* count) }
  }

  private struct Entry: Sendable {
    var letters: (first: UInt64, rest: UInt64) = (0, 0)
    var form: UInt32 = 0
  }

  /// Open addressing with linear probing; at most half of the 2^bits entries are used.
  private var entries: [Entry]
  private var bits: UInt64
  private var count = 0
  private let mostBits: UInt64

  /// An empty table.
  ///
  /// - Parameter mostBits: the table has at most 2^mostBits entries, of 24 bytes each; at least 1.
  init(mostBits: UInt64 = 17) {
    self.mostBits = mostBits
    bits = min(10, mostBits)
    entries = Array(repeating: Entry(), count: 1 << bits)
  }

  @inline(__always)
  private func slot(_ first: UInt64, _ rest: UInt64) -> Int {
    let mixed = first ^ rest &* 0xC2B2_AE3D_27D4_EB4F
    return Int(truncatingIfNeeded: (mixed &* 0x9E37_79B9_7F4A_7C15) &>> (64 &- bits))
  }

  /// The form of a word; nil if the table does not have the word.
  ///
  /// - Complexity: O(1) expected.
  @inline(__always)
  func form(of letters: Letters) -> UInt32? {
    var slot = slot(letters.first, letters.rest)
    while true {
      let entry = entries[slot]
      if entry.letters.first == 0 { return nil }
      if entry.letters == (letters.first, letters.rest) { return entry.form }
      slot = (slot &+ 1) & (entries.count &- 1)
    }
  }

  /// Notes the form of a word that the table does not have, if there is room for it.
  mutating func note(_ letters: Letters, _ form: UInt32) {
    if letters.first == 0 { return }
    if 2 * (count + 1) > entries.count {
      guard bits < mostBits else { return }
      let old = entries
      bits += 1
      entries = Array(repeating: Entry(), count: 1 << bits)
      for entry in old where entry.letters.first != 0 { place(entry) }
    }
    place(Entry(letters: (letters.first, letters.rest), form: form))
    count += 1
  }

  private mutating func place(_ entry: Entry) {
    var slot = slot(entry.letters.first, entry.letters.rest)
    while entries[slot].letters.first != 0 { slot = (slot + 1) & (entries.count - 1) }
    entries[slot] = entry
  }
}
