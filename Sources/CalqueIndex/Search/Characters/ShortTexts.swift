/// The short texts of a part, for queries that match by characters.
///
/// The texts are ordered by folded length. Each has a signature of its characters. The shorter
/// texts also have their folded form and columns of their pairs of characters. A text within d
/// edits of a query lacks at most d of the query's characters, and the query lacks at most d of the
/// text's characters. A signature counts characters in unary, in buckets, so the number of bits
/// that one signature has and another lacks is at most the number of characters lacking, hence at
/// most d.
enum ShortTexts {
  /// The length of the longest folded text that has a signature, in scalars.
  ///
  /// The longest short query, of 64 scalars, reaches 50 % by characters only against texts of at
  /// most 128 scalars, unless its folded form is longer than the query.
  static let longest = 128
  /// The length of the longest folded text that is kept, in scalars.
  ///
  /// Longer texts are read from the store. A query of at most 24 scalars, as most short queries
  /// are, reaches 50 % by characters only against texts of at most this length.
  static let longestKept = 48

  /// A signature: two words of buckets, each of one to five bits that are set from the lowest.
  ///
  /// Frequent letters have more bits. The letters that tell the most texts apart are in the first
  /// word.
  static func signature(_ folded: Span<UInt32>) -> (UInt64, UInt64) {
    var (low, high): (UInt64, UInt64) = (0, 0)
    let buckets = buckets.span
    for place in folded.indices {
      let scalar = folded[place]
      let bucket = buckets[scalar < 0x80 ? Int(scalar) : 0x80 + Int(scalar % 6)]
      let full = (UInt64(1) << bucket.bits) - 1
      let word = bucket.isHigh ? high : low
      let counted = word >> bucket.start & full
      // The next bit, if one is left: n characters are counted as 2^n − 1.
      let next = counted < full ? (counted + 1) << bucket.start : 0
      if bucket.isHigh { high |= next } else { low |= next }
    }
    return (low, high)
  }

  private struct Bucket {
    let isHigh: Bool
    let start: UInt64
    let bits: UInt64
  }

  /// The bucket of each ASCII character, then of the other scalars by their remainder modulo 6.
  private static let buckets: [Bucket] = {
    let low: [(String, UInt64)] = [
      ("e", 5), ("a", 4), ("i", 4), ("n", 4), ("s", 4), ("t", 4), ("r", 4), ("o", 4), (" ", 4),
      ("u", 3), ("l", 3), ("d", 3), ("c", 3), ("m", 3), ("p", 3), ("g", 2), ("h", 2), ("f", 2),
      ("b", 2), ("q", 1),
    ]
    let high: [(String, UInt64)] = [
      ("v", 2), ("y", 2), ("j", 1), ("k", 1), ("w", 1), ("x", 1), ("z", 1), ("01", 4), ("23", 3),
      ("45", 3), ("67", 3), ("89", 3), (".:;", 3), (",", 3), ("'", 2), ("-", 3), ("()", 3),
    ]
    // ASCII characters that no bucket names share the buckets of the other scalars, which take the
    // rest of the second word.
    let others = (0..<6).map { Bucket(isHigh: true, start: 40 + 4 * UInt64($0), bits: 4) }
    var buckets = (0..<0x80).map { others[$0 % 6] } + others
    for (isHigh, named) in [(false, low), (true, high)] {
      var start: UInt64 = 0
      for (characters, bits) in named {
        for scalar in characters.unicodeScalars {
          buckets[Int(scalar.value)] = Bucket(isHigh: isHigh, start: start, bits: bits)
        }
        start += bits
      }
    }
    return buckets
  }()
}
