/// The postings of a range of classes, class by class.
struct LaidOutPostings {
  /// Three words a posting.
  var postings: [UInt16]
  /// One bit a posting, set if the posting is in the head of a long list.
  var isInHead: [UInt64] = []
  /// For each posting in a head, the word of its unit.
  var words: [UInt32] = []

  /// Room for postings.
  ///
  /// - Parameters:
  ///   - count: the number of postings.
  ///   - hasHeads: whether one of the lists is long.
  init(count: Int, hasHeads: Bool) {
    postings = [UInt16](repeating: 0, count: count * 3)
    if !hasHeads { return }
    isInHead = [UInt64](repeating: 0, count: (count + 63) / 64)
    words = [UInt32](repeating: 0, count: count)
  }

  /// Puts a posting in its place.
  @inline(__always)
  mutating func set(_ place: Int, _ posting: UInt64) {
    postings[place * 3] = UInt16(truncatingIfNeeded: posting)
    postings[place * 3 + 1] = UInt16(truncatingIfNeeded: posting >> 16)
    postings[place * 3 + 2] = UInt16(truncatingIfNeeded: posting >> 32)
  }

  /// Notes that the posting at a place is in a head.
  mutating func note(_ place: Int, word: UInt32) {
    isInHead[place / 64] |= 1 << UInt64(place % 64)
    words[place] = word
  }
}
