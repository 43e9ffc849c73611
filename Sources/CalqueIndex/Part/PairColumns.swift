/// The pairs of neighbouring characters of the short texts of one length, as columns of bits.
///
/// Each pair belongs to one of 256 columns; several pairs may share a column. Bit n of a column tells
/// whether the n-th text of the length holds a pair of the column. The columns lie one behind
/// another; each is filled up to an even number of words, so that two words can be read at once.
struct PairColumns {
  /// The number of columns.
  static let count = 256

  /// The columns' words.
  private(set) var words: [UInt64]
  private let length: Int

  /// Columns of texts without pairs.
  ///
  /// - Parameter texts: the number of texts.
  init(texts: Int) {
    length = Self.words(texts)
    words = [UInt64](repeating: 0, count: Self.count * length)
  }

  /// The number of words of each column of `texts` texts.
  static func words(_ texts: Int) -> Int { (texts + 127) / 128 * 2 }

  /// Sets the bits of a text.
  mutating func set(_ text: Int, folded: [UInt32]) {
    Self.forEachPair(folded) { words[$0 * length + text / 64] |= 1 << UInt64(text % 64) }
  }

  /// Calls `body` with the column of each pair of a folded text.
  @inline(__always)
  static func forEachPair(_ folded: [UInt32], _ body: (Int) -> Void) {
    for place in folded.indices.dropFirst() {
      let pair = UInt64(folded[place - 1]) << 21 | UInt64(folded[place])
      body(Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> 56))
    }
  }
}
