/// The layout of a posting in a part: six bytes, little-endian.
///
///     bits 0 ..< u        the unit; u bits are enough for every unit of the part
///     bits u ..< u + s    the later of s frequent classes that the unit holds; s = min(12, 32 − u)
///     bits 32 ..< 48      the weight of the unit's classes from this one on, at most 65,535
///
/// The postings of a class are in the order of their units. Most postings that a query reads are in
/// the lists of its more frequent classes. There, a unit may lack little more of the query's
/// weight, so one frequent word that the unit lacks is enough to drop the unit. Of the 64 most
/// frequent classes, those s have a bit whose presence divides the units best: those with the
/// largest w · p · (1 − p), where w is the weight of the class and p the share of the units that
/// hold it.
///
/// Behind all postings follow the heads of the long lists: once more, those postings in whose unit
/// the classes from the list's class on weigh at least `headShare` of the whole. A search with a
/// minimum of at least `headShare` looks at no other posting (step 3 of `CandidateSearch`). The heads
/// are short, because a word that thousands of units hold seldom stands in the first third of a
/// unit's weight. Beside each posting in a head there is a word of bits for the unit's other classes:
/// see `PartLayout.headBit`.
struct PostingLayout {
  /// The bytes of a posting.
  static let size = 6
  /// The bytes of padding behind the last posting, because each posting is read as eight bytes.
  static let padding = 2
  /// The maximum number of bits of a signature.
  static let maximumBits = 12
  /// The number of postings from which on a list has a head.
  static let longList: UInt32 = 512
  /// The share of a unit's weight, in hundredths, that a posting in a head has to carry.
  static let headShare = 70
  /// The number of the most frequent classes, among which those with a bit are chosen.
  private static let frequent = 64

  /// The number of bits for the unit.
  let unitBits: UInt64
  /// The first of the classes that may have a bit.
  private let firstFrequent: Int
  /// The bit of each class from `firstFrequent` on; `none` for a class without a bit.
  private var bits = [UInt32](repeating: none, count: frequent)
  private static let none = UInt32.max

  /// The layout in a part.
  ///
  /// - Parameters:
  ///   - units: the number of units.
  ///   - classes: the number of classes.
  ///   - holding: returns the number of units that hold a class.
  ///   - weight: returns the weight of a class.
  init(
    units: Int, classes: Int, holding: (Int) -> Int, weight: (Int) -> Int
  ) {
    unitBits = UInt64(max(1, 64 - max(1, units - 1).leadingZeroBitCount))
    firstFrequent = max(0, classes - Self.frequent)
    let signatureBits = min(Self.maximumBits, 32 - min(32, Int(unitBits)))
    let worths = (firstFrequent..<classes).map { number in
      let held = Double(min(units, holding(number)))
      return (worth: Double(weight(number)) * held * (Double(units) - held), number: number)
    }
    let chosen = worths.sorted { ($1.worth, $1.number) < ($0.worth, $0.number) }
      .prefix(signatureBits)
    for (bit, (_, number)) in chosen.enumerated() { bits[number - firstFrequent] = UInt32(bit) }
  }

  /// The mask of the unit in a posting.
  var unitMask: UInt64 { (1 << unitBits) - 1 }

  /// The bit of a class in the signatures; nil for a class without a bit.
  @inline(__always)
  func bit(_ number: UInt32) -> UInt32? {
    if Int(number) < firstFrequent { return nil }
    let bit = bits[Int(number) - firstFrequent]
    return bit == Self.none ? nil : bit
  }

  /// Whether a posting is in the head of its list.
  ///
  /// - Parameters:
  ///   - rest: the weight in the posting; the largest one stands for every larger weight, too.
  ///   - weight: the weight of the posting's unit.
  /// - Returns: whether it is.
  @inline(__always)
  static func isInHead(rest: UInt32, of weight: UInt32) -> Bool {
    rest >= 0xFFFF || 100 * UInt64(rest) >= UInt64(headShare) * UInt64(weight)
  }

  /// A posting, in the low 48 bits of the result.
  @inline(__always)
  func posting(unit: UInt32, signature: UInt32, rest: UInt32) -> UInt64 {
    UInt64(unit) | UInt64(signature) << unitBits | UInt64(min(rest, 0xFFFF)) << 32
  }
}

extension IndexPart {
  /// The layout of the part's postings.
  var postingLayout: PostingLayout {
    PostingLayout(
      units: count, classes: classCount, holding: { holding(UInt32($0)) },
      weight: { Int(weight(ofClass: UInt32($0))) })
  }
}
