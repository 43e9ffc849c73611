/// The short texts of a segment, for queries that match by characters.
///
/// Ordered by folded length; of each text the folded form and a signature of its characters. A text
/// within d edits of a query lacks at most d of the query's characters, and the query at most d of
/// the text's: signatures count characters in unary, in buckets, so that the number of bits that
/// one has and the other lacks is at most the number of characters lacking, hence at most d.
enum ShortTexts {
  /// The longest folded text that is kept, in scalars.
  ///
  /// A query of at most 24 scalars reaches 50 % by characters only against texts of at most 48.
  static let longest = 48

  /// A signature: two words, in which each of 42 buckets has three bits.
  ///
  /// Frequent letters have a bucket of their own, the others share.
  static func signature(_ folded: [UInt32]) -> (UInt64, UInt64) {
    var counts = InlineCounts()
    var (low, high): (UInt64, UInt64) = (0, 0)
    for scalar in folded {
      let bucket = Self.bucket(scalar)
      let count = counts.next(bucket)
      if count >= 3 { continue }
      let bit = bucket * 3 + count
      if bit < 64 { low |= 1 << UInt64(bit) } else { high |= 1 << UInt64(bit - 64) }
    }
    return (low, high)
  }

  /// A signature of the pairs of neighbouring characters: a bit each of 128, several may share one.
  ///
  /// An edit takes away two pairs at most, so that a text within d edits lacks at most 2 d of them.
  static func pairs(_ folded: [UInt32]) -> (UInt64, UInt64) {
    var (low, high): (UInt64, UInt64) = (0, 0)
    guard folded.count > 1 else { return (0, 0) }
    for place in 1..<folded.count {
      let pair = UInt64(folded[place - 1]) << 21 | UInt64(folded[place])
      let bit = (pair &* 0x9E37_79B9_7F4A_7C15) >> 57
      if bit < 64 { low |= 1 << bit } else { high |= 1 << (bit - 64) }
    }
    return (low, high)
  }

  private static func bucket(_ scalar: UInt32) -> Int {
    switch scalar {
    case 0x61...0x7A: Int(scalar - 0x61)  // a–z: 0–25
    case 0x20: 26
    case 0x30...0x39: 27 + Int(scalar - 0x30) / 2  // digits in pairs: 27–31
    case 0x2E, 0x3A, 0x3B: 32
    case 0x2C: 33
    case 0x27: 34
    case 0x2D: 35
    default: 36 + Int(scalar % 6)
    }
  }

  private struct InlineCounts {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    /// How often the bucket was seen before, at most 3.
    mutating func next(_ bucket: Int) -> Int {
      if bucket < 32 {
        let shift = UInt64(bucket * 2)
        let count = low >> shift & 3
        if count < 3 { low += 1 << shift }
        return Int(count)
      }
      let shift = UInt64((bucket - 32) * 2)
      let count = high >> shift & 3
      if count < 3 { high += 1 << shift }
      return Int(count)
    }
  }
}

/// Gathers the short texts of a segment that is being built.
struct ShortTextsBuilder: Sendable {
  private(set) var units: [UInt32] = []
  private(set) var ends: [UInt32] = []
  private(set) var bytes: [UInt8] = []
  private(set) var lengths: [UInt8] = []
  private(set) var signatures: [UInt64] = []
  private(set) var pairs: [UInt64] = []

  mutating func add(unit: UInt32, folded: [UInt32]) {
    units.append(unit)
    lengths.append(UInt8(folded.count))
    for scalar in folded { UTF8Bytes.append(scalar, to: &bytes) }
    ends.append(UInt32(bytes.count))
    let (low, high) = ShortTexts.signature(folded)
    signatures.append(low)
    signatures.append(high)
    let (lowPairs, highPairs) = ShortTexts.pairs(folded)
    pairs.append(lowPairs)
    pairs.append(highPairs)
  }

  func text(_ place: Int) -> ArraySlice<UInt8> {
    bytes[(place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])]
  }
}

/// Scalars as UTF-8.
enum UTF8Bytes {
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case 0..<0x80: bytes.append(UInt8(scalar))
    case 0..<0x800:
      bytes.append(UInt8(0xC0 | scalar >> 6))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    case 0..<0x10000:
      bytes.append(UInt8(0xE0 | scalar >> 12))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    default:
      bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}
