/// How alike two words look: names, numbers and cognates keep their letters in translation.
///
/// The measure is a mean of the longest common subsequence (as in I. D. Melamed, "Bitext Maps and
/// Alignment via Pattern Recognition", Computational Linguistics 25, 1999) and of the common
/// prefix, both as shares of the longer word.
struct Resemblance {
  /// A word prepared for comparisons.
  struct Word: Sendable {
    let bytes: [UInt8]
    /// Whether the word is like no other: a number, an address.
    let isWhole: Bool
    /// Whether the word is letters, and fewer than three.
    let isShort: Bool

    init(_ bytes: ArraySlice<UInt8>, _ kind: WordScanner.Kind) {
      self.bytes = Array(bytes)
      let startsWithDigit = bytes.first.map { (0x30...0x39).contains($0) } ?? false
      isWhole = startsWithDigit || kind == .address
      isShort = kind == .letters && bytes.count < 3
    }
  }

  /// The longest word that is compared letter by letter; longer ones are compared for equality.
  static let longest = 64

  /// The places of each byte in the first word, as bits, for the algorithm of the subsequence.
  private var masks = [UInt64](repeating: 0, count: 256)

  /// The resemblance of two words, from 0.6 to 1; 0 if it is less than 0.6.
  mutating func of(_ first: Word, _ second: Word) -> Float {
    let (a, b) = (first.bytes, second.bytes)
    let (shorter, longer) = (min(a.count, b.count), max(a.count, b.count))
    if a.count == b.count, a == b { return 1 }
    guard shorter >= 4, longer <= Self.longest, shorter * 100 >= longer * 55,
      !first.isWhole, !second.isWhole
    else { return 0 }
    var prefix = 0
    while prefix < shorter, a[prefix] == b[prefix] { prefix += 1 }
    let length = Float(longer)
    let byPrefix = prefix >= 5 ? 0.75 * Float(prefix) / Float(prefix + 1) : 0
    // The common subsequence has at most the letters of the shorter word.
    let bound = (0.6 * Float(shorter) + 0.4 * Float(prefix)) / length
    guard max(bound, byPrefix) >= 0.6 else { return 0 }
    let common = commonSubsequence(a, b)
    let value = max(byPrefix, (0.6 * Float(common) + 0.4 * Float(prefix)) / length)
    return value >= 0.6 ? value : 0
  }

  /// The length of the longest common subsequence of two words of at most 64 bytes.
  ///
  /// The bit-parallel algorithm of H. Hyyrö, "Bit-Parallel LCS-length Computation Revisited" (2004).
  private mutating func commonSubsequence(_ a: [UInt8], _ b: [UInt8]) -> Int {
    for (place, byte) in a.enumerated() { masks[Int(byte)] |= 1 << UInt64(place) }
    var row = ~UInt64(0)
    for byte in b {
      let matches = row & masks[Int(byte)]
      row = (row &+ matches) | (row &- matches)
    }
    for byte in a { masks[Int(byte)] = 0 }
    let used = a.count == 64 ? ~UInt64(0) : (1 << UInt64(a.count)) - 1
    return (~row & used).nonzeroBitCount
  }
}
