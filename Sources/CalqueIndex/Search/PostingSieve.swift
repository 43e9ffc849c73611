/// Sifts the postings of one class: what is left are units that have to be looked at one by one.
///
/// The steps are those of `CandidateSearch`, in whose words they are explained. The loops are written
/// without branches, since which posting passes cannot be foretold, and with unsafe buffers, whose
/// room is counted before: they run over tens of thousands of postings a query.
struct PostingSieve {
  /// A unit that its record lets through.
  struct Unit {
    let number: UInt32
    /// Its total weight, in whole units.
    let weight: UInt32
    /// The least that its distance can be, in hundredths.
    let least: Int

    fileprivate static let none = Unit(number: 0, weight: 0, least: 0)
  }

  /// What `siftByRecord` left, the first `leftCount` of the array.
  private(set) var left: [Unit] = []
  private(set) var leftCount = 0
  private var ordered: [Unit] = []
  /// The units whose postings let them through, the first `count` of the array, and their weights.
  private var units: [UInt32] = []
  private var weights: [UInt32] = []
  /// How many there are.
  private(set) var count = 0
  /// Below which unit a posting of so much remaining weight has to lie; see `fillLimits`.
  private var limits: [UInt32] = []
  /// The remaining weight of the second entry of the limits.
  private var least = 0
  private var lacking = SignatureCosts()

  /// From this length on a list is worth the tables of `SignatureCosts`.
  private static let longList = 48

  /// Starts with all classes of a query.
  mutating func begin(_ query: borrowing PartQuery, _ layout: PostingLayout) {
    leftCount = 0
    lacking.clear()
    for known in query.classes {
      lacking.add(layout.bit(known.number), cost: Self.cost(known))
    }
  }

  /// Goes on to a class: from here on only those behind it can be lacking.
  mutating func pass(_ known: PartQuery.Class, _ layout: PostingLayout) {
    lacking.remove(layout.bit(known.number), cost: Self.cost(known))
  }

  /// What lacking a class costs, so small that twelve of them fit in 32 bits; a smaller cost only
  /// lets more pass.
  private static func cost(_ known: PartQuery.Class) -> UInt32 {
    UInt32(min(known.most / 100, 1 << 28))
  }

  /// Looks up below which unit a posting has to lie, for each remaining weight.
  ///
  /// The first entry is that of all weights that reach nothing, the last that of those that bound
  /// nothing.
  mutating func fillLimits(
    _ part: IndexPart, from lightest: Int, to heaviest: Int, minimum: Int
  ) {
    least = min(lightest, 0xFFFF)
    limits.removeAll(keepingCapacity: true)
    limits.append(0)
    let last = min(heaviest, 0xFFFE)
    if lightest <= last {
      part.appendFirstUnits(beyond: lightest...last, minimum: minimum, to: &limits)
    }
    limits.append(.max)
  }

  /// Gathers the units of a stretch whose postings allow them, where of the query's weight so much
  /// may be missing.
  @unsafe mutating func sift(_ list: PostingList, _ range: Range<Int>, spare: Int) {
    if units.count < range.count {
      units = [UInt32](repeating: 0, count: range.count * 2)
      weights = units
    }
    if range.count >= Self.longList {
      lacking.fillTables()
      unsafe siftBySignature(list, range, spare: UInt32(clamping: spare))
    } else {
      unsafe siftByWeight(list, range)
    }
  }

  private mutating func siftByWeight(_ list: PostingList, _ range: Range<Int>) {
    let (least, most, unitMask) = unsafe (least, limits.count - 1, list.unitMask)
    count = unsafe units.withUnsafeMutableBufferPointer { units in
      unsafe limits.withUnsafeBufferPointer { limits in
        var count = 0
        for place in range {
          let posting = unsafe list.posting(place)
          let unit = UInt32(truncatingIfNeeded: posting & unitMask)
          let rest = Int(posting >> 32 & 0xFFFF) &- least &+ 1
          let limit = unsafe limits[min(max(rest, 0), most)]
          unsafe units[count] = unit
          count &+= unit < limit ? 1 : 0
        }
        return count
      }
    }
  }

  private mutating func siftBySignature(
    _ list: PostingList, _ range: Range<Int>, spare: UInt32
  ) {
    let (least, most) = (least, limits.count - 1)
    let (unitBits, unitMask) = unsafe (list.unitBits, list.unitMask)
    let (low, high) = (lacking.low, lacking.high)
    count = unsafe units.withUnsafeMutableBufferPointer { units in
      unsafe limits.withUnsafeBufferPointer { limits in
        unsafe low.withUnsafeBufferPointer { low in
          unsafe high.withUnsafeBufferPointer { high in
            var count = 0
            for place in range {
              let posting = unsafe list.posting(place)
              let unit = UInt32(truncatingIfNeeded: posting & unitMask)
              let signature = Int(truncatingIfNeeded: (posting & 0xFFFF_FFFF) &>> unitBits)
              let lacked = unsafe low[signature & 63] &+ high[signature >> 6 & 63]
              let rest = Int(posting >> 32 & 0xFFFF) &- least &+ 1
              let limit = unsafe limits[min(max(rest, 0), most)]
              unsafe units[count] = unit
              count &+= (unit < limit ? 1 : 0) & (lacked <= spare ? 1 : 0)
            }
            return count
          }
        }
      }
    }
  }

  /// Keeps of the units that are left those whose records allow them.
  ///
  /// Records lie apart: each is touched in a loop of its own before it is needed, where loads that
  /// wait for no decision are fetched side by side.
  ///
  /// - Parameters:
  ///   - part: the part.
  ///   - query: the query in the part's numbers.
  ///   - place: the place of the list's class among the query's.
  ///   - suffix: the most that the classes from that one on take off a distance, in hundredths.
  ///   - total: the weight of all the query's tokens, in whole units.
  ///   - minimum: the least score of interest.
  /// - Throws: `IndexError.damaged` where a posting names a unit that is not there.
  mutating func siftByRecord(
    _ part: IndexPart, _ query: borrowing PartQuery, from place: Int, suffix: Int,
    total: Int, minimum: Int
  ) throws(IndexError) {
    let (all, first, last) = (count, query.bitStarts[place], query.bits.count)
    leftCount = 0
    if all == 0 { return }
    if left.count < all { left = [Unit](repeating: Unit.none, count: all * 2) }
    let records = unsafe part.table(.records, of: UInt32.self)
    let unitCount = UInt32(part.count)
    var isTorn = false
    leftCount = unsafe units.withUnsafeMutableBufferPointer { units in
      unsafe weights.withUnsafeMutableBufferPointer { weights in
        unsafe left.withUnsafeMutableBufferPointer { left in
          unsafe query.bits.withUnsafeBufferPointer { bits in
            for number in 0..<all {
              let unit = unsafe units[number]
              if unit >= unitCount {
                isTorn = true
                return 0
              }
              unsafe weights[number] = records[Int(unit) &* 8]
            }
            var kept = 0
            for number in 0..<all {
              let (unit, weight) = unsafe (units[number], weights[number])
              let larger = max(total, Int(weight))
              var spare = suffix &- minimum &* larger
              let signature = unsafe records + (Int(unit) &* 8 &+ 2)
              // Eight at a time: when enough is missing cannot be foretold.
              var next = first
              while next < last, spare >= 0 {
                let end = min(last, next &+ 8)
                while next < end {
                  let (bit, cost) = unsafe (bits[next].bit, bits[next].cost)
                  let isHeld = unsafe signature[Int(bit >> 5)] &>> (bit & 31) & 1
                  spare &-= cost &* Int(1 &- isHeld)
                  next &+= 1
                }
              }
              unsafe left[kept] = Unit(
                number: unit, weight: weight, least: (100 &- minimum) &* larger &- spare)
              kept &+= spare >= 0 ? 1 : 0
            }
            return kept
          }
        }
      }
    }
    if isTorn { throw part.torn(.postings) }
  }

  /// Puts what is left in the order of the shares of the weight that its distances are at least,
  /// as far as a step of a 512th tells them apart.
  mutating func orderByShare(total: Int) {
    if ordered.count < leftCount { ordered = [Unit](repeating: Unit.none, count: leftCount * 2) }
    var starts = [Int](repeating: 0, count: Self.steps + 1)
    func step(_ unit: Unit) -> Int {
      min(Self.steps - 1, max(0, unit.least * 512 / (100 * max(total, Int(unit.weight)))))
    }
    for number in 0..<leftCount { starts[step(left[number]) + 1] += 1 }
    for number in 1...Self.steps { starts[number] += starts[number - 1] }
    for number in 0..<leftCount {
      let step = step(left[number])
      ordered[starts[step]] = left[number]
      starts[step] += 1
    }
    swap(&left, &ordered)
  }

  /// Shares from here on are not told apart.
  private static let steps = 256
}
