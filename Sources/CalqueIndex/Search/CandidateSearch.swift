internal import CalqueMatch

/// Finds the units of a part that can come within a cutoff, list by list.
///
/// Let P be what the classes that a query and a unit have in common take off the distance at most,
/// in hundredths: the weight of the tokens in common, less what exchanging forms costs that are not
/// in common. Wa and Wb are the weights of the two, M = max(Wa, Wb). By D ≥ 100 · M − P
/// (`ClassOverlap`) a score of t needs
///
///     P ≥ t · M ≥ t · max(Wa, Wb).                                                            (1)
///
/// From (1) alone, and so without a loss:
///
/// 1. Units are numbered in the order of Wb. P ≤ 100 · min(Wa, Wb) makes the length filter
///    t · Wa / 100 ≤ Wb ≤ 100 · Wa / t a range of numbers.
/// 2. Classes are in one order, rarest for their weight first. A unit whose first class of the query,
///    in that order, is the i-th has P ≤ S(i), the most that the query's classes from the i-th on can
///    take off: the weight of their tokens, less the exchange of each number, tag or the like that no
///    unit of the part holds. So only lists with S(i) ≥ t · Wa are read, and in each only up to
///    Wb ≤ S(i) / t: a weighted prefix filter (after S. Chaudhuri, V. Ganti, R. Kaushik, "A Primitive
///    Operator for Similarity Joins in Data Cleaning", ICDE 2006).
/// 3. A posting carries the weight of the unit's classes from this one on, which bounds P likewise
///    (a weight of 65,535 or more is kept as 65,535 and then bounds nothing): a weight of R allows
///    Wb ≤ 100 · R / t only, again the units below a number that is looked up once for each R.
/// 4. A posting's signature says of the query's classes behind this one which the unit lacks at
///    least: what they could take off is missing from S(i).
/// 5. A record holds Wb and a signature with a bit for each class and for each number, tag or the like
///    (several may share one): what the query holds of those whose bit is not set is missing from
///    S(i), which makes a lower bound of the distance (`PartQuery.bits`).
/// 6. What is left has its overlap counted exactly, least bound first and a portion at a time, as far
///    as the bound comes within the cutoff.
///
/// A unit that fails in the list of its first class fails in every later one, where the bounds are
/// no higher; one whose overlap was counted is remembered. So the cutoff may narrow from portion to
/// portion and from list to list: what is found later has to come before the last of the matches that
/// are there.
struct CandidateSearch {
  /// What the last portion found.
  private(set) var candidates: [Candidate] = []
  private var visited: [UInt64] = []
  /// The units that are marked as visited.
  private var noted: [UInt32] = []
  private var sieve = PostingSieve()
  private var overlap = ClassOverlap()
  private var layout: PostingLayout?
  /// The class whose list is next, and the most that the classes from it on take off a distance, in
  /// hundredths.
  private var next = 0
  private var suffix = 0
  /// Which of the units that the list's sieve left is next, and how many to count at once.
  private var pending = 0
  private var portion = 0
  private var chosen: [(unit: UInt32, weight: Int, limit: Int)] = []
  /// What was read only so that it is at hand: kept, so that it is read.
  private var touched: UInt32 = 0
  /// The minimum for which the lists' bounds were found.
  private var minimum = 0
  /// The stretches of the lists that may hold what is wanted, from the list `firstList` on.
  private var lists: [Range<Int>] = []
  private var firstList = 0
  private var stretches: [PostingStretch] = []
  /// How many units of a list are counted before what they reach is looked at.
  private static let firstPortion = 64

  /// Starts with a query.
  mutating func begin(_ part: IndexPart, _ query: borrowing PartQuery) {
    // A question that was broken off may have left something.
    end()
    if visited.count < (part.count + 63) / 64 {
      visited = [UInt64](repeating: 0, count: (part.count + 63) / 64)
    }
    let layout = self.layout ?? part.postingLayout
    self.layout = layout
    sieve.begin(query, layout)
    overlap.begin(query)
    (next, minimum, suffix, pending) = (0, 0, 0, 0)
    for known in query.classes { suffix += known.most }
  }

  /// Forgets what was found.
  mutating func end() {
    candidates.removeAll(keepingCapacity: true)
    for unit in noted { visited[Int(unit) >> 6] = 0 }
    noted.removeAll(keepingCapacity: true)
  }

  /// Finds the next candidates, which take the place of the last ones; false where no other unit can
  /// come within the cutoff, which may not be wider than before.
  ///
  /// What a list holds is counted a portion at a time, so that what the first units reach spares
  /// others that are alike.
  mutating func findNext(
    _ live: LivePart, _ query: borrowing PartQuery, total: Int, _ cutoff: Cutoff,
    counts: inout LookupCounts
  ) throws(IndexError) -> Bool {
    candidates.removeAll(keepingCapacity: true)
    if pending < sieve.leftCount {
      try count(live, query, total: total, cutoff, &counts)
      return true
    }
    let minimum = cutoff.minimum
    // What may be missing of the query's weight from this class on.
    let spare = suffix - minimum * total
    guard next < query.classes.count, spare >= 0, let layout else { return false }
    let part = live.part
    if minimum != self.minimum {
      self.minimum = minimum
      try boundLists(part, query, layout, total: total)
    }
    let known = query.classes[next]
    sieve.pass(known, layout)
    let range = lists[next - firstList]
    if !range.isEmpty {
      counts.postings += range.count
      unsafe sieve.sift(PostingList(part, layout), range, spare: spare / 100)
      counts.records += sieve.count
      try sieve.siftByRecord(
        part, query, from: next, suffix: suffix, total: total, minimum: minimum)
      if sieve.leftCount > Self.firstPortion { sieve.orderByShare(total: total) }
      (pending, portion) = (0, Self.firstPortion)
      try count(live, query, total: total, cutoff, &counts)
    }
    suffix -= known.most
    next += 1
    return true
  }

  /// Finds the bounds of every list that is still to be read, where the minimum is new.
  private mutating func boundLists(
    _ part: IndexPart, _ query: borrowing PartQuery, _ layout: borrowing PostingLayout,
    total: Int
  ) throws(IndexError) {
    let lightest = (minimum * total + 99) / 100
    let heaviest = 100 * total / minimum
    sieve.fillLimits(part, from: lightest, to: heaviest, minimum: minimum)
    let starts = unsafe part.table(.classPostings, of: UInt32.self)
    let first = UInt64(part.firstUnit(ofWeight: lightest))
    firstList = next
    stretches.removeAll(keepingCapacity: true)
    var (place, suffix) = (next, suffix)
    while place < query.classes.count, suffix >= minimum * total {
      let known = query.classes[place]
      let (start, behind) = unsafe (
        Int(starts[Int(known.number)]), Int(starts[Int(known.number) + 1])
      )
      guard start <= behind, behind <= part.postingCount else {
        throw part.torn(.classPostings)
      }
      let end = part.firstUnit(ofWeight: min(heaviest, suffix / minimum) + 1)
      stretches.append(PostingStretch(low: start, high: behind, wanted: first))
      stretches.append(PostingStretch(low: start, high: behind, wanted: UInt64(end)))
      suffix -= known.most
      place += 1
    }
    let list = unsafe PostingList(part, layout)
    unsafe list.search(&stretches)
    lists.removeAll(keepingCapacity: true)
    for number in Swift.stride(from: 0, to: stretches.count, by: 2) {
      let low = stretches[number].low
      lists.append(low..<max(low, stretches[number + 1].low))
    }
  }

  /// Counts the overlaps of a portion of the units that are left.
  private mutating func count(
    _ live: LivePart, _ query: borrowing PartQuery, total: Int, _ cutoff: Cutoff,
    _ counts: inout LookupCounts
  ) throws(IndexError) {
    let records = unsafe live.part.table(.records, of: UInt32.self)
    let tokens = unsafe live.part.tokens
    chosen.removeAll(keepingCapacity: true)
    while pending < sieve.leftCount, chosen.count < portion {
      let unit = sieve.left[pending]
      pending += 1
      let weight = 100 * max(total, Int(unit.weight))
      let limit = cutoff.distance(weight: weight)
      if unit.least > limit || live.isGone(Int(unit.number)) || !visit(unit.number) { continue }
      chosen.append((unit.number, weight, limit))
      // Tokens lie apart: touched here, they are fetched side by side.
      let first = unsafe Int(records[Int(unit.number) * 8 + 1])
      touched &+= unsafe first < tokens.count ? tokens[first] : 0
    }
    for (unit, weight, limit) in chosen {
      let least = try overlap.leastDistance(live.part, query, Int(unit), weight: weight)
      if least <= limit {
        candidates.append(Candidate(unit: unit, least: least, weight: weight, characters: 0))
      }
    }
    counts.overlaps += chosen.count
    portion *= 2
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
    _ live: LivePart, _ query: borrowing PartQuery, unit: UInt32, characters: Int, total: Int,
    counts: inout LookupCounts
  ) throws(IndexError) {
    let records = unsafe live.part.table(.records, of: UInt32.self)
    let stored = unsafe Int(records[Int(unit) * 8])
    let weight = 100 * max(total, stored)
    counts.overlaps += 1
    let least = try overlap.leastDistance(live.part, query, Int(unit), weight: weight)
    candidates.append(
      Candidate(unit: unit, least: least, weight: weight, characters: characters))
  }
}

extension IndexPart {
  /// What to say where a table points outside another: a block is not what was written.
  func torn(_ section: PartLayout.Section) -> IndexError {
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
    let first = min(count, unsafe Int(starts[known - 1]))
    return (first..<count).end(ofPrefixWhere: { unsafe Int(records[$0 * 8]) < weight })
  }
}
