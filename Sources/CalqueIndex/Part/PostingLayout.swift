/// How a posting lies in a part: six bytes, little-endian.
///
///     bits 0 ..< u        the unit; u bits are enough for every unit of the part
///     bits u ..< u + s    which of s frequent classes stand behind this one; s = min(12, 32 − u)
///     bits 32 ..< 48      the weight of the unit's classes from this one on, at most 65,535
///
/// The postings of a class are in the order of their units. Most postings that a query reads stand
/// in the lists of its more frequent classes, where little of its weight may still be missing: one
/// frequent word that the unit lacks is enough to drop it. The s classes are those of the 64 most
/// frequent whose presence parts the units best: the largest w · p · (1 − p), where w is the class's
/// weight and p the share of the units that hold it.
struct PostingLayout {
  /// The bytes of a posting.
  static let size = 6
  /// The bytes behind the last posting, so that each is read as eight.
  static let padding = 2
  /// The most bits that a signature has.
  static let mostBits = 12
  /// From how many of the most frequent classes those with a bit are chosen.
  private static let frequent = 64

  /// How many bits a unit takes.
  let unitBits: UInt64
  /// The first of the classes that may have a bit.
  private let firstFrequent: Int
  /// The bit of each of them; `none` where it has none.
  private var bits = [UInt32](repeating: none, count: frequent)
  private static let none = UInt32.max

  /// The layout in a part.
  ///
  /// - Parameters:
  ///   - units: how many units there are.
  ///   - classes: how many classes there are.
  ///   - holding: how many units hold a class.
  ///   - weight: what a class weighs.
  init(
    units: Int, classes: Int, holding: (Int) -> Int, weight: (Int) -> Int
  ) {
    unitBits = UInt64(max(1, 64 - max(1, units - 1).leadingZeroBitCount))
    firstFrequent = max(0, classes - Self.frequent)
    let signatureBits = min(Self.mostBits, 32 - min(32, Int(unitBits)))
    let worths = (firstFrequent..<classes).map { number in
      let held = Double(min(units, holding(number)))
      return (worth: Double(weight(number)) * held * (Double(units) - held), number: number)
    }
    let chosen = worths.sorted { ($1.worth, $1.number) < ($0.worth, $0.number) }
      .prefix(signatureBits)
    for (bit, (_, number)) in chosen.enumerated() { bits[number - firstFrequent] = UInt32(bit) }
  }

  /// The units' bits in a posting.
  var unitMask: UInt64 { (1 << unitBits) - 1 }

  /// The bit of a class in the signatures; nil where it has none.
  @inline(__always)
  func bit(_ number: UInt32) -> UInt32? {
    if Int(number) < firstFrequent { return nil }
    let bit = bits[Int(number) - firstFrequent]
    return bit == Self.none ? nil : bit
  }

  /// A posting in the low 48 bits.
  @inline(__always)
  func posting(unit: UInt32, signature: UInt32, rest: UInt32) -> UInt64 {
    UInt64(unit) | UInt64(signature) << unitBits | UInt64(min(rest, 0xFFFF)) << 32
  }
}

extension IndexPart {
  /// How the postings of the part lie.
  var postingLayout: PostingLayout {
    PostingLayout(
      units: count, classes: classCount, holding: { holding(UInt32($0)) },
      weight: { Int(weight(ofClass: UInt32($0))) })
  }
}
