/// Sifts the postings of one class down to the units whose overlap has to be counted.
///
/// The steps are 3, 4 and 5 of `CandidateSearch`, which proves them. The loops run over tens of
/// thousands of postings a query. They have no branches, because nothing predicts which posting
/// passes. They use unsafe buffers, because a check of every index would cost time in each of these
/// steps: the sizes of the buffers are checked before each loop.
struct PostingSieve {
  /// A unit that its record lets through.
  struct TranslationUnit {
    let number: UInt32
    /// Its total weight, in whole units.
    let weight: UInt32
    /// The lower bound of its distance, in hundredths.
    let minimumDistance: Int

    fileprivate static let none = TranslationUnit(number: 0, weight: 0, minimumDistance: 0)
  }

  /// The units that `siftByRecord` left: the first `leftCount` elements.
  private(set) var left: [TranslationUnit] = []
  private(set) var leftCount = 0
  /// The room into which `orderByShare` sorts.
  private var ordered: [TranslationUnit] = []
  /// The units whose postings let them through, and their weights: the first `count` elements.
  private var units: [UInt32] = []
  private var weights: [UInt32] = []
  private(set) var count = 0
  /// The number below which a unit has to be, by the remaining weight in its posting.
  ///
  /// See `fillLimits`.
  private var limits: [UInt32] = []
  /// The remaining weight that the second entry of `limits` is for.
  private var lightest = 0
  /// The costs of the query's classes behind the list's class.
  private var lacking = SignatureCosts()
  private var lackingInHead = HeadCosts()
  /// The number of the part's classes.
  private var classCount: UInt32 = 0

  /// The length from which on a list is worth filling the tables of `SignatureCosts`.
  private static let longList = 48

  /// Starts with all classes of a query.
  mutating func begin(
    _ part: IndexPart, _ query: borrowing PartQuery, _ layout: PostingLayout
  ) {
    leftCount = 0
    classCount = UInt32(part.classCount)
    lacking.clear()
    lackingInHead.clear()
    for known in query.classes {
      let cost = Self.cost(known)
      lacking.add(layout.bit(known.number), cost: cost)
      lackingInHead.add(PartLayout.headBit(ofClass: known.number, of: classCount), cost: cost)
    }
  }

  /// Goes on to the list of a class: only the classes behind it can be lacking from here on.
  mutating func pass(_ known: PartQuery.Class, _ layout: PostingLayout) {
    let cost = Self.cost(known)
    lacking.remove(layout.bit(known.number), cost: cost)
    lackingInHead.remove(PartLayout.headBit(ofClass: known.number, of: classCount), cost: cost)
  }

  /// The cost of lacking a class, in whole units, at most 2²⁸.
  ///
  /// So the costs of a dozen classes fit in 32 bits; a query of more such classes has a text of
  /// hundreds of megabytes. A cost that is too small only lets more units pass.
  private static func cost(_ known: PartQuery.Class) -> UInt32 {
    UInt32(min(known.maximumReduction / 100, 1 << 28))
  }

  /// Looks up, for each remaining weight, the number below which a unit has to be.
  ///
  /// The first entry is for all weights below `lightest`, with which no unit passes. The last entry
  /// is for all weights that bound nothing, with which every unit passes.
  mutating func fillLimits(
    _ part: IndexPart, from lightest: Int, to heaviest: Int, minimum: Int
  ) {
    self.lightest = min(lightest, 0xFFFF)
    limits.removeAll(keepingCapacity: true)
    limits.append(0)
    let last = min(heaviest, 0xFFFE)
    if lightest <= last {
      part.appendFirstUnits(beyond: lightest...last, minimum: minimum, to: &limits)
    }
    limits.append(.max)
  }

  /// Gathers the units that their postings let through, from a range of places in a list.
  ///
  /// A unit may lack at most `spare` of the query's weight, in whole units. Unsafe, because the
  /// caller has to check that the range lies within the part's postings.
  @unsafe mutating func sift(_ list: PostingList, _ range: Range<Int>, spare: Int) {
    makeRoom(range)
    if range.count < Self.longList { return unsafe siftByWeight(list, range) }
    lacking.fillTables()
    count = range.count
    unsafe siftBySignature(list, from: range.lowerBound, spare: UInt32(clamping: spare), nil)
  }

  /// Gathers the units that their postings let through, from a range of places in a head.
  ///
  /// The words rule most postings out: a first loop reads the words alone. Unsafe for the same
  /// reason; `words` are the words of the range's postings.
  @unsafe mutating func siftHead(
    _ list: PostingList, _ range: Range<Int>, _ words: UnsafePointer<UInt32>, spare: Int
  ) {
    let bits = lackingInHead.bits
    let maximumLacking = lackingInHead.maximumLacking(spare: spare)
    if maximumLacking >= bits.nonzeroBitCount { return unsafe sift(list, range, spare: spare) }
    makeRoom(range)
    count = unsafe weights.withUnsafeMutableBufferPointer { places in
      var passed = 0
      for number in 0..<range.count {
        let lacked = unsafe (bits & ~words[number]).nonzeroBitCount
        unsafe places[passed] = UInt32(truncatingIfNeeded: number)
        passed &+= lacked <= maximumLacking ? 1 : 0
      }
      return passed
    }
    lacking.fillTables()
    unsafe siftBySignature(
      list, from: range.lowerBound, spare: UInt32(clamping: spare), weights)
  }

  private mutating func makeRoom(_ range: Range<Int>) {
    if units.count >= range.count { return }
    units = [UInt32](repeating: 0, count: range.count * 2)
    weights = units
  }

  private mutating func siftByWeight(_ list: PostingList, _ range: Range<Int>) {
    let (lightest, last, unitMask) = unsafe (lightest, limits.count - 1, list.unitMask)
    count = unsafe units.withUnsafeMutableBufferPointer { units in
      unsafe limits.withUnsafeBufferPointer { limits in
        var count = 0
        for place in range {
          let posting = unsafe list.posting(place)
          let unit = UInt32(truncatingIfNeeded: posting & unitMask)
          let rest = Int(posting >> 32 & 0xFFFF) &- lightest &+ 1
          let limit = unsafe limits[min(max(rest, 0), last)]
          unsafe units[count] = unit
          count &+= unit < limit ? 1 : 0
        }
        return count
      }
    }
  }

  /// Reads `count` postings: one after another from a place on, or those at some distances from it.
  private mutating func siftBySignature(
    _ list: PostingList, from start: Int, spare: UInt32, _ places: [UInt32]?
  ) {
    let (lightest, last) = (lightest, limits.count - 1)
    let (unitBits, unitMask) = unsafe (list.unitBits, list.unitMask)
    let (low, high, all) = (lacking.low, lacking.high, count)
    count = unsafe units.withUnsafeMutableBufferPointer { units in
      unsafe limits.withUnsafeBufferPointer { limits in
        unsafe low.withUnsafeBufferPointer { low in
          unsafe high.withUnsafeBufferPointer { high in
            var count = 0
            @inline(__always)
            func read(_ place: Int) {
              let posting = unsafe list.posting(place)
              let unit = UInt32(truncatingIfNeeded: posting & unitMask)
              let signature = Int(truncatingIfNeeded: (posting & 0xFFFF_FFFF) &>> unitBits)
              let lacked = unsafe low[signature & 63] &+ high[signature >> 6 & 63]
              let rest = Int(posting >> 32 & 0xFFFF) &- lightest &+ 1
              let limit = unsafe limits[min(max(rest, 0), last)]
              unsafe units[count] = unit
              count &+= (unit < limit ? 1 : 0) & (lacked <= spare ? 1 : 0)
            }
            if let places {
              unsafe places.withUnsafeBufferPointer { places in
                for number in 0..<all { unsafe read(start &+ Int(places[number])) }
              }
            } else {
              for place in start..<start &+ all { read(place) }
            }
            return count
          }
        }
      }
    }
  }

  /// Keeps those of the gathered units that their records let through.
  ///
  /// Records lie apart in memory. A first loop reads the weight of each record: no load waits for a
  /// decision, so the processor fetches the records side by side.
  ///
  /// - Parameters:
  ///   - part: the part.
  ///   - query: the query in the part's numbers.
  ///   - place: the place of the list's class among the query's.
  ///   - suffix: the maximum by which the classes from that one on lower a distance, in hundredths.
  ///   - total: the weight of all the query's tokens, in whole units.
  ///   - minimum: the minimum score of interest.
  /// - Throws: `IndexError.damaged` if a posting names a unit that the part does not have.
  mutating func siftByRecord(
    _ part: IndexPart, _ query: borrowing PartQuery, from place: Int, suffix: Int,
    total: Int, minimum: Int
  ) throws(IndexError) {
    let (all, first, last) = (count, query.bitStarts[place], query.bits.count)
    leftCount = 0
    if all == 0 { return }
    if left.count < all {
      left = [TranslationUnit](repeating: TranslationUnit.none, count: all * 2)
    }
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
              // Eight bits at a time: a check after each bit would be a branch that nothing
              // predicts.
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
              unsafe left[kept] = TranslationUnit(
                number: unit, weight: weight,
                minimumDistance: (100 &- minimum) &* larger &- spare)
              kept &+= spare >= 0 ? 1 : 0
            }
            return kept
          }
        }
      }
    }
    if isTorn { throw part.torn(.postings) }
  }

  /// Sorts the units that are left by the lower bound of D / M, in steps of 1/512.
  ///
  /// - Complexity: O(units left + steps): a counting sort.
  mutating func orderByShare(total: Int) {
    if ordered.count < leftCount {
      ordered = [TranslationUnit](repeating: TranslationUnit.none, count: leftCount * 2)
    }
    var starts = [Int](repeating: 0, count: Self.steps + 1)
    func step(_ unit: TranslationUnit) -> Int {
      min(Self.steps - 1, max(0, unit.minimumDistance * 512 / (100 * max(total, Int(unit.weight)))))
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

  /// The number of steps: all shares from 256/512 on are in the last step.
  private static let steps = 256
}
