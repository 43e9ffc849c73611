/// Finds the units of a segment whose overlap of classes can reach a score, list by list.
///
/// Let O be the weighted overlap of the classes of query and unit, Wa and Wb their weights, and
/// M = max(Wa, Wb). By D ≥ M − O (`ClassOverlap`) a score of t needs
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
/// no higher; one that passes is remembered. So t may rise from list to list: what a later list
/// finds has to come before the last of the matches that are there.
struct CandidateSearch {
  /// What the last list found.
  private(set) var candidates: [Candidate] = []
  private var visited: [UInt64] = []
  /// The units that are marked as visited.
  private var noted: [UInt32] = []
  private var sieve = PostingSieve()
  private var overlap = ClassOverlap()
  private var layout: PostingLayout?
  /// The class whose list is next, and the weight of the query's tokens from it on.
  private var next = 0
  private var suffix = 0
  /// The minimum for which the lists' bounds were found.
  private var minimum = 0
  /// The stretches of the lists that may hold what is wanted, from the list `firstList` on.
  private var lists: [Range<Int>] = []
  private var firstList = 0
  private var stretches: [PostingStretch] = []

  /// Starts with a query.
  mutating func begin(_ segment: IndexSegment, _ query: borrowing SegmentQuery) {
    // A question that was broken off may have left something.
    end()
    if visited.count < (segment.count + 63) / 64 {
      visited = [UInt64](repeating: 0, count: (segment.count + 63) / 64)
    }
    let layout = self.layout ?? segment.postingLayout
    self.layout = layout
    sieve.begin(query, layout)
    overlap.begin(query)
    (next, minimum, suffix) = (0, 0, 0)
    for known in query.classes { suffix += known.total }
  }

  /// Forgets what was found.
  mutating func end() {
    candidates.removeAll(keepingCapacity: true)
    for unit in noted { visited[Int(unit) >> 6] = 0 }
    noted.removeAll(keepingCapacity: true)
  }

  /// Reads the next list, whose candidates take the place of the last one's; false where no other
  /// unit can reach `minimum`, which may not be lower than before.
  mutating func readNext(
    _ live: LiveSegment, _ query: borrowing SegmentQuery, total: Int, minimum: Int,
    counts: inout LookupCounts
  ) throws(IndexError) -> Bool {
    candidates.removeAll(keepingCapacity: true)
    // What may be missing of the query's weight from this class on.
    let spare = 100 * suffix - minimum * total
    guard next < query.classes.count, spare >= 0, let layout else { return false }
    let segment = live.segment
    if minimum != self.minimum {
      self.minimum = minimum
      try boundLists(segment, query, layout, total: total)
    }
    let known = query.classes[next]
    sieve.pass(known, layout)
    let range = lists[next - firstList]
    if !range.isEmpty {
      counts.postings += range.count
      unsafe sieve.sift(PostingList(segment, layout), range, spare: spare / 100)
      counts.records += sieve.count
      try sieve.siftByRecord(
        segment, query, from: next, suffix: suffix, total: total, minimum: minimum)
      try count(live, query, total: total, minimum, &counts)
    }
    suffix -= known.total
    next += 1
    return true
  }

  /// Finds the bounds of every list that is still to be read, where the minimum is new.
  private mutating func boundLists(
    _ segment: IndexSegment, _ query: borrowing SegmentQuery, _ layout: borrowing PostingLayout,
    total: Int
  ) throws(IndexError) {
    let lightest = (minimum * total + 99) / 100
    let heaviest = 100 * total / minimum
    sieve.fillLimits(segment, from: lightest, to: heaviest, minimum: minimum)
    let starts = unsafe segment.table(.classPostings, of: UInt32.self)
    let first = UInt64(segment.firstUnit(ofWeight: lightest))
    firstList = next
    stretches.removeAll(keepingCapacity: true)
    var (place, suffix) = (next, suffix)
    while place < query.classes.count, 100 * suffix >= minimum * total {
      let known = query.classes[place]
      let (start, behind) = unsafe (
        Int(starts[Int(known.number)]), Int(starts[Int(known.number) + 1])
      )
      guard start <= behind, behind <= segment.postingCount else {
        throw segment.torn(.classPostings)
      }
      let end = segment.firstUnit(ofWeight: min(heaviest, 100 * suffix / minimum) + 1)
      stretches.append(PostingStretch(low: start, high: behind, wanted: first))
      stretches.append(PostingStretch(low: start, high: behind, wanted: UInt64(end)))
      suffix -= known.total
      place += 1
    }
    let list = unsafe PostingList(segment, layout)
    unsafe list.search(&stretches)
    lists.removeAll(keepingCapacity: true)
    for number in Swift.stride(from: 0, to: stretches.count, by: 2) {
      let low = stretches[number].low
      lists.append(low..<max(low, stretches[number + 1].low))
    }
  }

  /// Counts the overlap of the units that are left.
  private mutating func count(
    _ live: LiveSegment, _ query: borrowing SegmentQuery, total: Int, _ minimum: Int,
    _ counts: inout LookupCounts
  ) throws(IndexError) {
    for number in 0..<sieve.count {
      let unit = sieve.units[number]
      if live.isGone(Int(unit)) || !visit(unit) { continue }
      counts.overlaps += 1
      let weight = 100 * max(total, Int(sieve.weights[number]))
      let least = try overlap.leastDistance(live.segment, query, Int(unit), weight: weight)
      if Score.base(distance: least, weight: weight) >= minimum {
        candidates.append(Candidate(unit: unit, least: least, weight: weight, characters: 0))
      }
    }
  }

  /// Notes a unit; false if it was noted before.
  private mutating func visit(_ unit: UInt32) -> Bool {
    let bit = UInt64(1) << UInt64(unit & 63)
    if visited[Int(unit >> 6)] & bit != 0 { return false }
    visited[Int(unit >> 6)] |= bit
    noted.append(unit)
    return true
  }

  /// Adds a unit that a short query reaches by characters.
  mutating func add(
    _ live: LiveSegment, _ query: borrowing SegmentQuery, unit: UInt32, characters: Int, total: Int,
    counts: inout LookupCounts
  ) throws(IndexError) {
    let records = unsafe live.segment.table(.records, of: UInt32.self)
    let stored = unsafe Int(records[Int(unit) * 8])
    // A short text of such a weight is no short text; products of two of them would not fit.
    guard stored < 1 << 24 else { throw live.segment.torn(.records) }
    let weight = 100 * max(total, stored)
    counts.overlaps += 1
    let least = try overlap.leastDistance(live.segment, query, Int(unit), weight: weight)
    candidates.append(
      Candidate(unit: unit, least: least, weight: weight, characters: characters))
  }
}

extension IndexSegment {
  /// What to say where a table points outside another: a block is not what was written.
  func torn(_ section: SegmentLayout.Section) -> IndexError {
    .damaged(path: path, what: "its section \(section) points outside the others")
  }

  /// Appends for each of some weights R the first unit that weighs more than 100 · R / `minimum`.
  func appendFirstUnits(
    beyond weights: ClosedRange<Int>, minimum: Int, to units: inout [UInt32]
  ) {
    let starts = unsafe table(.weightStarts, of: UInt32.self)
    let (known, most) = (length(.weightStarts) / 4, UInt32(count))
    // Carried on from weight to weight: a division each would take longer than all the rest.
    var (weight, rest) = (100 * weights.lowerBound).quotientAndRemainder(dividingBy: minimum)
    let (step, stepRest) = 100.quotientAndRemainder(dividingBy: minimum)
    units.reserveCapacity(units.count + weights.count + 1)
    for _ in weights {
      let next = weight + 1
      units.append(
        next < known ? min(most, unsafe starts[next]) : UInt32(firstUnit(ofWeight: next)))
      weight += step
      rest += stepRest
      if rest >= minimum {
        rest -= minimum
        weight += 1
      }
    }
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
