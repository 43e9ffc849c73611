/// A unit that may reach the minimum, with what bounds its score.
struct Candidate {
  let unit: UInt32
  /// The weighted overlap of classes O, in whole units.
  let overlap: UInt32
  /// M, the larger total weight, in whole units.
  let weight: UInt32
  /// The score by characters, where it reaches the minimum; else 0.
  var characters: UInt32

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
///    (a weight of 65,535 or more is kept as 65,535 and then bounds nothing).
/// 4. A record holds Wb and a signature with a bit for each class (several classes may share one):
///    what the query holds of classes whose bit is not set is missing from O.
/// 5. What is left has its overlap counted exactly.
///
/// A unit that fails in the list of its first class fails in every later one, where the bounds are
/// no higher; one that passes is remembered.
struct CandidateSearch {
  private(set) var candidates: [Candidate] = []
  private var visited: [UInt64] = []
  private var passed: [(unit: UInt32, rest: UInt32, weight: UInt32)] = []
  private var remaining: [UInt32] = []

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
    remaining = query.classes.map(\.count)
    let starts = unsafe segment.table(.classPostings, of: UInt32.self)
    let postingUnits = unsafe segment.table(.postingUnits, of: UInt32.self)
    let postingRests = unsafe segment.table(.postingRests, of: UInt16.self)
    let records = unsafe segment.table(.records, of: UInt32.self)
    let lightest = (minimum * total + 99) / 100
    let heaviest = 100 * total / minimum
    let first = segment.firstUnit(ofWeight: lightest)
    let leastRest = UInt16(clamping: min(lightest, Int(UInt16.max)))
    var suffix = query.classes.reduce(0) { $0 + Int($1.total) }
    for (place, known) in query.classes.enumerated() {
      if 100 * suffix < minimum * total { break }
      let end = segment.firstUnit(ofWeight: min(heaviest, 100 * suffix / minimum) + 1)
      var low = unsafe Int(starts[Int(known.number)])
      var high = unsafe Int(starts[Int(known.number) + 1])
      guard low <= high, high <= segment.postingCount else { throw segment.torn(.classPostings) }
      low = unsafe Self.firstPosting(postingUnits, low, high, atLeast: UInt32(first))
      high = unsafe Self.firstPosting(postingUnits, low, high, atLeast: UInt32(end))
      counts.postings += high - low
      passed.removeAll(keepingCapacity: true)
      // The weight is read here already: records lie apart, and loads that wait for no decision
      // are fetched side by side.
      for posting in low..<high {
        let rest = unsafe postingRests[posting]
        if rest < leastRest { continue }
        let unit = unsafe postingUnits[posting]
        guard Int(unit) < segment.count else { throw segment.torn(.postingUnits) }
        unsafe passed.append((unit, UInt32(rest), records[Int(unit) * 8]))
      }
      counts.records += passed.count
      try judge(live, query, from: place, suffix: suffix, total: total, minimum, &counts)
      suffix -= Int(known.total)
    }
  }

  private static func firstPosting(
    _ units: UnsafePointer<UInt32>, _ low: Int, _ high: Int, atLeast unit: UInt32
  ) -> Int {
    var (low, high) = (low, high)
    while low < high {
      let middle = (low + high) >> 1
      if unsafe units[middle] < unit { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Judges the units that passed in a list by their records, then by their overlap.
  private mutating func judge(
    _ live: LiveSegment, _ query: SegmentQuery, from place: Int, suffix: Int, total: Int,
    _ minimum: Int, _ counts: inout LookupCounts
  ) throws(IndexError) {
    let segment = live.segment
    let records = unsafe segment.table(.records, of: UInt32.self)
    for (unit, rest, weightB) in passed {
      let weight = max(total, Int(weightB))
      let bound = rest == UInt32(UInt16.max) ? suffix : min(suffix, Int(rest))
      if 100 * bound < minimum * weight { continue }
      // What may be missing of the query's weight from this class on.
      var spare = 100 * suffix - minimum * weight
      let signature = unsafe records + Int(unit) * 8 + 2
      var next = place
      while next < query.classes.count, spare >= 0 {
        let (bit, cost) = (query.classes[next].bit, 100 * Int(query.classes[next].total))
        if unsafe signature[Int(bit >> 5)] >> (bit & 31) & 1 == 0 { spare -= cost }
        next += 1
      }
      if spare < 0 || live.isGone(Int(unit)) || !visit(unit) { continue }
      counts.overlaps += 1
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

  /// The weighted overlap of the classes of query and unit, as multisets, in whole units.
  mutating func overlap(
    _ segment: IndexSegment, _ query: SegmentQuery, _ unit: Int
  ) throws(IndexError) -> Int {
    let records = unsafe segment.table(.records, of: UInt32.self)
    let formClasses = unsafe segment.table(.formClasses, of: UInt32.self)
    let (start, end) = unsafe (Int(records[unit * 8 + 1]), Int(records[unit * 8 + 9]))
    guard start <= end, end <= segment.tokenCount else { throw segment.torn(.records) }
    for place in 0..<remaining.count { remaining[place] = query.classes[place].count }
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

  /// Adds what the characters of a short query found, or raises what is there already.
  mutating func add(
    _ live: LiveSegment, _ query: SegmentQuery, unit: UInt32, characters: Int, total: Int,
    counts: inout LookupCounts
  ) throws(IndexError) {
    if live.isGone(Int(unit)) { return }
    if !visit(unit) {
      if let place = candidates.firstIndex(where: { $0.unit == unit }) {
        candidates[place].characters = UInt32(characters)
        return
      }
    }
    let records = unsafe live.segment.table(.records, of: UInt32.self)
    if remaining.count != query.classes.count { remaining = query.classes.map(\.count) }
    counts.overlaps += 1
    let overlap = try overlap(live.segment, query, Int(unit))
    candidates.append(
      Candidate(
        unit: unit, overlap: UInt32(overlap),
        weight: UInt32(max(total, unsafe Int(records[Int(unit) * 8]))),
        characters: UInt32(characters)))
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
