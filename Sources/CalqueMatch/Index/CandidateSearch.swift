/// A unit that may reach the minimum, with what bounds its score.
struct Candidate {
  let unit: UInt32
  /// The weighted overlap of classes O, in whole units.
  let overlap: UInt32
  /// M, the larger total weight, in whole units.
  let weight: UInt32
  /// The score by characters, where it reaches the minimum; else 0.
  let characters: UInt32

  /// The highest score that the bound D ≥ M − O allows.
  var bound: UInt32 {
    max(overlap >= weight ? 100 : UInt32(UInt64(overlap) * 100 / UInt64(weight)), characters)
  }
}

/// Finds the units of a segment whose overlap of classes can reach a score.
///
/// Let O be the weighted overlap of the classes of query and unit, both taken as multisets, and
/// M = max(Wa, Wb). An edit script that costs less than the larger weight for a pair of tokens pairs
/// tokens of one class; at most O of the weight is paired so, and every other token of the heavier
/// side costs at least its weight. Hence D ≥ M − O, and a score of t needs
///
///     100 · O ≥ t · M ≥ t · max(Wa, Wb).                                                      (1)
///
/// From (1) alone, and so without a loss:
///
/// 1. Units are numbered in the order of Wb. O ≤ min(Wa, Wb) makes the length filter
///    t · Wa / 100 ≤ Wb ≤ 100 · Wa / t a range of numbers.
/// 2. Classes are in one order, rarest for their weight first. A unit whose first class of the query,
///    in that order, is the i-th has O ≤ S(i), the weight of the query's tokens from the i-th class
///    on. So only lists with 100 · S(i) ≥ t · Wa are read, and in each only up to
///    Wb ≤ 100 · S(i) / t: a weighted prefix filter (after S. Chaudhuri, V. Ganti, R. Kaushik, "A
///    Primitive Operator for Similarity Joins in Data Cleaning", ICDE 2006).
/// 3. A posting carries the weight of the unit's classes from this one on, which bounds O likewise
///    (a weight of 65,535 or more is kept as 65,535 and then bounds nothing): a weight of R allows
///    Wb ≤ 100 · R / t only, again the units below a number that is looked up once for each R.
/// 4. A posting's signature says of the query's classes behind this one which the unit lacks at
///    least: their weight is missing from S(i).
/// 5. A record holds Wb and a signature with a bit for each class (several classes may share one):
///    what the query holds of classes whose bit is not set is missing from O.
/// 6. What is left has its overlap counted exactly.
///
/// A unit that fails in the list of its first class fails in every later one, where the bounds are
/// no higher; one that passes is remembered.
struct CandidateSearch {
  private(set) var candidates: [Candidate] = []
  private var visited: [UInt64] = []
  /// The units of one list that its postings let through, and their weights.
  private var passed: [UInt32] = []
  private var passedCount = 0
  private var passedWeights: [UInt32] = []
  /// Below which unit a posting of so much remaining weight has to lie; see `fillLimits`.
  private var limits: [UInt32] = []
  private var lacking = SignatureCosts()
  private var remaining: [UInt32] = []
  private var layout: PostingLayout?
  /// What was read only so that it is at hand: kept, so that it is read.
  private var touched: UInt32 = 0

  /// Forgets the candidates of the last query.
  mutating func clear() {
    for candidate in candidates { visited[Int(candidate.unit) >> 6] = 0 }
    for unit in rejected { visited[Int(unit) >> 6] = 0 }
    candidates.removeAll(keepingCapacity: true)
    rejected.removeAll(keepingCapacity: true)
  }

  /// Units that were counted and fell short.
  private var rejected: [UInt32] = []

  /// Notes a unit; false if it was noted before.
  private mutating func visit(_ unit: UInt32) -> Bool {
    let bit = UInt64(1) << UInt64(unit & 63)
    if visited[Int(unit >> 6)] & bit != 0 { return false }
    visited[Int(unit >> 6)] |= bit
    return true
  }

  /// Finds all units that (1) allows to reach `minimum`.
  mutating func search(
    _ live: LiveSegment, _ query: SegmentQuery, total: Int, minimum: Int,
    counts: inout LookupCounts
  ) throws(IndexError) {
    let segment = live.segment
    if visited.count < (segment.count + 63) / 64 {
      visited = [UInt64](repeating: 0, count: (segment.count + 63) / 64)
    }
    let starts = unsafe segment.table(.classPostings, of: UInt32.self)
    let layout = self.layout ?? segment.postingLayout
    self.layout = layout
    let lightest = (minimum * total + 99) / 100
    let heaviest = 100 * total / minimum
    let first = UInt32(segment.firstUnit(ofWeight: lightest))
    fillLimits(segment, from: lightest, to: heaviest, minimum)
    lacking.clear()
    var suffix = 0
    for known in query.classes {
      suffix += Int(known.total)
      lacking.add(layout.bit(known.number), cost: known.total)
    }
    for (place, known) in query.classes.enumerated() {
      // What may be missing of the query's weight from this class on.
      let spare = 100 * suffix - minimum * total
      if spare < 0 { break }
      let end = segment.firstUnit(ofWeight: min(heaviest, 100 * suffix / minimum) + 1)
      let (start, behind) = unsafe (
        Int(starts[Int(known.number)]), Int(starts[Int(known.number) + 1])
      )
      guard start <= behind, behind <= segment.postingCount else {
        throw segment.torn(.classPostings)
      }
      lacking.remove(layout.bit(known.number), cost: known.total)
      let list = unsafe PostingList(segment, layout)
      let low = unsafe list.firstPosting(start, behind, atLeast: first)
      let high = unsafe list.firstPosting(low, behind, atLeast: UInt32(end))
      counts.postings += high - low
      let least = min(lightest, 0xFFFF)
      if high - low >= Self.longList {
        lacking.fillTables()
        unsafe sift(list, low..<high, least: least, spare: spare / 100)
      } else {
        unsafe sift(list, low..<high, least: least)
      }
      counts.records += passedCount
      try judge(live, query, from: place, suffix: suffix, total: total, minimum, &counts)
      suffix -= Int(known.total)
    }
  }

  /// From this length on a list is worth the tables of `SignatureCosts`.
  private static let longList = 48

  /// Looks up below which unit a posting has to lie, for each remaining weight.
  ///
  /// The first entry is that of all weights that reach nothing, the last that of those that bound
  /// nothing.
  private mutating func fillLimits(
    _ segment: IndexSegment, from lightest: Int, to heaviest: Int, _ minimum: Int
  ) {
    limits.removeAll(keepingCapacity: true)
    limits.append(0)
    for rest in Swift.stride(from: lightest, through: min(heaviest, 0xFFFE), by: 1) {
      limits.append(UInt32(segment.firstUnit(ofWeight: 100 * rest / minimum + 1)))
    }
    limits.append(.max)
  }

  /// Gathers the units of a list whose postings allow them.
  ///
  /// Written without a branch: which posting passes cannot be foretold. Unsafe: `passed` has room
  /// for the whole list, and the places in the tables are cut to their sizes.
  private mutating func sift(
    _ list: PostingList, _ range: Range<Int>, least: Int, spare: Int? = nil
  ) {
    if passed.count < range.count {
      passed = [UInt32](repeating: 0, count: range.count * 2)
      passedWeights = passed
    }
    let most = limits.count - 1
    let unitBits = unsafe list.layout.unitBits
    let unitMask = unsafe list.layout.unitMask
    passedCount = unsafe passed.withUnsafeMutableBufferPointer { passed in
      unsafe limits.withUnsafeBufferPointer { limits in
        var count = 0
        guard let spare else {
          for place in range {
            let posting = unsafe list.posting(place)
            let unit = UInt32(truncatingIfNeeded: posting & unitMask)
            let rest = Int(posting >> 32 & 0xFFFF) &- least &+ 1
            let limit = unsafe limits[min(max(rest, 0), most)]
            unsafe passed[count] = unit
            count &+= unit < limit ? 1 : 0
          }
          return count
        }
        let spared = UInt32(clamping: spare)
        return unsafe lacking.low.withUnsafeBufferPointer { low in
          unsafe lacking.high.withUnsafeBufferPointer { high in
            for place in range {
              let posting = unsafe list.posting(place)
              let unit = UInt32(truncatingIfNeeded: posting & unitMask)
              let signature = Int(truncatingIfNeeded: (posting & 0xFFFF_FFFF) &>> unitBits)
              let lacked = unsafe low[signature & 63] &+ high[signature >> 6 & 63]
              let rest = Int(posting >> 32 & 0xFFFF) &- least &+ 1
              let limit = unsafe limits[min(max(rest, 0), most)]
              unsafe passed[count] = unit
              count &+= (unit < limit ? 1 : 0) & (lacked <= spared ? 1 : 0)
            }
            return count
          }
        }
      }
    }
  }

  /// Judges the units that passed in a list by their records, then by their overlap.
  private mutating func judge(
    _ live: LiveSegment, _ query: borrowing SegmentQuery, from place: Int, suffix: Int, total: Int,
    _ minimum: Int, _ counts: inout LookupCounts
  ) throws(IndexError) {
    let segment = live.segment
    let allowing = try judgeRecords(
      segment, query, from: place, suffix: suffix, total: total, minimum)
    for number in 0..<allowing {
      let unit = passed[number]
      if live.isGone(Int(unit)) || !visit(unit) { continue }
      counts.overlaps += 1
      let weight = max(total, Int(passedWeights[number]))
      let overlap = try self.overlap(segment, query, Int(unit))
      if 100 * overlap >= minimum * weight {
        candidates.append(
          Candidate(
            unit: unit, overlap: UInt32(overlap), weight: UInt32(weight), characters: 0))
      } else {
        rejected.append(unit)
      }
    }
  }

  /// Keeps of the units that passed those whose records allow them; answers how many.
  ///
  /// Records lie apart, and so do the tokens of the units that are left: each is touched in a loop
  /// of its own before it is needed, where loads that wait for no decision are fetched side by
  /// side. Unsafe for that: both arrays hold at least `passedCount` elements.
  private mutating func judgeRecords(
    _ segment: IndexSegment, _ query: borrowing SegmentQuery, from place: Int, suffix: Int,
    total: Int, _ minimum: Int
  ) throws(IndexError) -> Int {
    let count = passedCount
    if count == 0 { return 0 }
    let records = unsafe segment.table(.records, of: UInt32.self)
    let units = UInt32(segment.count)
    let spareOfClass = 100 * suffix
    let last = query.bits.count
    var (isTorn, touched): (Bool, UInt32) = (false, 0)
    let kept = unsafe passed.withUnsafeMutableBufferPointer { passed in
      unsafe passedWeights.withUnsafeMutableBufferPointer { weights in
        for number in 0..<count {
          let unit = unsafe passed[number]
          if unit >= units {
            isTorn = true
            return 0
          }
          unsafe weights[number] = records[Int(unit) &* 8]
        }
        var kept = 0
        unsafe query.bits.withUnsafeBufferPointer { bits in
          for number in 0..<count {
            let (unit, weight) = unsafe (passed[number], weights[number])
            var spare = spareOfClass &- minimum &* max(total, Int(weight))
            let signature = unsafe records + (Int(unit) &* 8 &+ 2)
            // Eight at a time: when enough is missing cannot be foretold.
            var next = place
            while next < last, spare >= 0 {
              let end = min(last, next &+ 8)
              while next < end {
                let (bit, cost) = unsafe (bits[next].bit, bits[next].cost)
                let isHeld = unsafe signature[Int(bit >> 5)] &>> (bit & 31) & 1
                spare &-= cost &* Int(1 &- isHeld)
                next &+= 1
              }
            }
            unsafe passed[kept] = unit
            unsafe weights[kept] = weight
            kept &+= spare >= 0 ? 1 : 0
          }
        }
        return kept
      }
    }
    if isTorn { throw segment.torn(.postings) }
    for number in 0..<kept {
      touched &+= segment.touchTokens(unsafe records[Int(passed[number]) * 8 + 1])
    }
    self.touched = touched
    return kept
  }

  /// The weighted overlap of the classes of query and unit, as multisets, in whole units.
  mutating func overlap(
    _ segment: IndexSegment, _ query: SegmentQuery, _ unit: Int
  ) throws(IndexError) -> Int {
    let records = unsafe segment.table(.records, of: UInt32.self)
    let formClasses = unsafe segment.table(.formClasses, of: UInt32.self)
    let (start, end) = unsafe (Int(records[unit * 8 + 1]), Int(records[unit * 8 + 9]))
    guard start <= end, end <= segment.tokenCount else { throw segment.torn(.records) }
    remaining.removeAll(keepingCapacity: true)
    for known in query.classes { remaining.append(known.count) }
    var overlap = 0
    for token in start..<end {
      let form = Int(segment.token(token))
      guard form < segment.formCount else { throw segment.torn(.tokens) }
      if let place = query.place(of: unsafe formClasses[form]), remaining[place] > 0 {
        remaining[place] -= 1
        overlap += Int(query.classes[place].weight)
      }
    }
    return overlap
  }

  /// Adds what the characters of a short query found.
  mutating func add(
    _ live: LiveSegment, _ query: SegmentQuery, unit: UInt32, characters: Int, total: Int,
    counts: inout LookupCounts
  ) throws(IndexError) {
    let records = unsafe live.segment.table(.records, of: UInt32.self)
    counts.overlaps += 1
    let overlap = try overlap(live.segment, query, Int(unit))
    candidates.append(
      Candidate(
        unit: unit, overlap: UInt32(overlap),
        weight: UInt32(max(total, unsafe Int(records[Int(unit) * 8]))),
        characters: UInt32(characters)))
  }
}

/// The postings of a segment, as the search reads them.
@unsafe struct PostingList {
  let layout: PostingLayout
  private let bytes: UnsafeRawPointer
  private let unitMask: UInt64

  init(_ segment: IndexSegment, _ layout: PostingLayout) {
    unsafe self.layout = layout
    unsafe unitMask = layout.unitMask
    unsafe bytes = UnsafeRawPointer(segment.table(.postings, of: UInt8.self))
  }

  /// A posting in the low 48 bits, by a place that is below the segment's count of postings.
  @inline(__always)
  func posting(_ place: Int) -> UInt64 {
    unsafe bytes.loadUnaligned(fromByteOffset: place &* PostingLayout.size, as: UInt64.self)
  }

  /// The first place of a stretch whose unit is at least this one; the end where none is.
  func firstPosting(_ low: Int, _ high: Int, atLeast unit: UInt32) -> Int {
    var (low, high) = (low, high)
    while low < high {
      let middle = (low + high) >> 1
      if unsafe posting(middle) & unitMask < UInt64(unit) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}

extension IndexSegment {
  /// What to say where a table points outside another: a block is not what was written.
  func torn(_ section: SegmentLayout.Section) -> IndexError {
    .damaged(path: path, what: "its section \(section) points outside the others")
  }

  /// The first unit whose total weight is at least this one; `count` where none is.
  func firstUnit(ofWeight weight: Int) -> Int {
    let starts = unsafe table(.weightStarts, of: UInt32.self)
    let known = length(.weightStarts) / 4
    if weight < 0 || known == 0 { return 0 }
    if weight < known { return min(count, unsafe Int(starts[weight])) }
    let records = unsafe table(.records, of: UInt32.self)
    var (low, high) = (min(count, unsafe Int(starts[known - 1])), count)
    while low < high {
      let middle = (low + high) / 2
      if unsafe Int(records[middle * 8]) < weight { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
