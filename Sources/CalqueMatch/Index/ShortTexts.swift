/// The short texts of a segment, for queries that match by characters.
///
/// Ordered by folded length; of each text a signature of its characters, of the shorter ones the
/// folded form and a signature of its pairs of characters too. A text within d edits of a query lacks at most d of the query's characters, and the query at most d of
/// the text's: signatures count characters in unary, in buckets, so that the number of bits that
/// one has and the other lacks is at most the number of characters lacking, hence at most d.
enum ShortTexts {
  /// The longest folded text that has a signature, in scalars.
  ///
  /// The longest short query, of 64 scalars, reaches 50 % by characters only against texts of at
  /// most 128.
  static let longest = 128
  /// The longest folded text that is kept, in scalars; longer ones are read from the store.
  ///
  /// A query of at most 24 scalars, which most short queries are, reaches 50 % only below this.
  static let longestKept = 48

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
  private(set) var lengths: [UInt8] = []
  /// The signatures, in two words.
  private(set) var low: [UInt64] = []
  private(set) var high: [UInt64] = []
  private var ends: [UInt32] = []
  private var bytes: [UInt8] = []

  mutating func add(unit: UInt32, folded: [UInt32]) {
    units.append(unit)
    lengths.append(UInt8(folded.count))
    let signature = ShortTexts.signature(folded)
    low.append(signature.0)
    high.append(signature.1)
    if folded.count <= ShortTexts.longestKept {
      for scalar in folded { UTF8Bytes.append(scalar, to: &bytes) }
    }
    ends.append(UInt32(bytes.count))
  }

  /// The folded form of a text that is kept.
  func text(_ place: Int) -> ArraySlice<UInt8> {
    bytes[(place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])]
  }

  /// The places in the order in which they are written: by length, then by the units' new numbers.
  func order(_ newNumbers: [UInt32]) -> [Int] {
    // Counted out by length; within one the units are already in the order of their new numbers
    // when they are visited so.
    var placeOfUnit = [UInt32](repeating: .max, count: newNumbers.count)
    for (place, unit) in units.enumerated() {
      placeOfUnit[Int(newNumbers[Int(unit)])] = UInt32(place)
    }
    var next = [Int](repeating: 0, count: ShortTexts.longest + 2)
    for length in lengths { next[Int(length) + 1] += 1 }
    for length in 1..<next.count { next[length] += next[length - 1] }
    var order = [Int](repeating: 0, count: units.count)
    for place in placeOfUnit where place != .max {
      let length = Int(lengths[Int(place)])
      order[next[length]] = Int(place)
      next[length] += 1
    }
    return order
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
