internal import CalqueMatch

/// Finds the units of a part that can come within a cutoff, one posting list after another.
///
/// Let P be the maximum, in hundredths, by which the common classes of a query and a unit lower the
/// distance: the weight of the tokens in common, less the cost of exchanging those whose forms are
/// not in common. Wa and Wb are the total weights of query and unit, M = max(Wa, Wb). Since
/// D ≥ 100 · M − P (`ClassOverlap`), a score of t needs
///
///     P ≥ t · M = t · max(Wa, Wb).                                                            (1)
///
/// Each step follows from (1) alone, so no step loses a match:
///
/// 1. Units are numbered in the order of Wb. Since P ≤ 100 · min(Wa, Wb), the length filter
///    t · Wa / 100 ≤ Wb ≤ 100 · Wa / t is a range of numbers.
/// 2. Classes have one order, the rarest for their weight first. If the i-th class of the query, in
///    that order, is the first that a unit holds, then P ≤ S(i), the maximum by which the query's
///    classes from the i-th on can lower the distance: the weight of their tokens, less the
///    exchange of each number, tag or similar token that no unit of the part holds. So only lists
///    with S(i) ≥ t · Wa are read, and each only up to Wb ≤ S(i) / t: a weighted prefix filter
///    (after S. Chaudhuri, V. Ganti, R. Kaushik, "A Primitive Operator for Similarity Joins in Data
///    Cleaning", ICDE 2006).
/// 3. A posting carries R, the weight of the unit's classes from the list's class on. R bounds P
///    too: P ≤ 100 · R allows only Wb ≤ 100 · R / t, again the units below a number. The number is
///    looked up once for each R. An R of 65,535 or more is stored as 65,535 and bounds nothing.
///    It follows, too, that R ≥ t · Wb / 100: for a t of at least `PostingLayout.headShare`, the
///    head of a long list is enough.
/// 4. A posting's signature tells which of a few frequent classes the unit lacks. The amount by
///    which the query's later classes among them could lower the distance is subtracted from S(i).
///    A posting in a head has a word with a bit for each other class instead (`HeadCosts`).
/// 5. A record holds Wb and a signature with a bit for each class and for each number, tag or
///    similar form (several may share one bit). The amount by which the query's classes and forms
///    whose bit is not set could lower the distance is subtracted from S(i) likewise
///    (`PartQuery.bits`). The rest gives a lower bound of the distance.
/// 6. The units that are left have their overlap counted exactly, in portions, the lowest bound
///    first, as far as the bound comes within the cutoff.
///
/// A unit that fails in the list of its first class fails in every later list, because the bounds
/// there are no higher. A unit whose overlap was counted is remembered. So the cutoff may narrow
/// from portion to portion and from list to list: a unit found later must precede the last match so
/// far.
struct CandidateSearch {
  /// The candidates of the last portion.
  private(set) var candidates: [Candidate] = []
  /// One bit a unit, set once the unit's overlap was counted.
  private var visited: [UInt64] = []
  /// The units whose bit is set in `visited`.
  private var noted: [UInt32] = []
  private var sieve = PostingSieve()
  private var overlap = ClassOverlap()
  private var layout: PostingLayout?
  /// The place of the class whose list is next, and S of that class, in hundredths.
  private var next = 0
  private var suffix = 0
  /// The place of the next unit in `sieve.left`, and the number of units in the next portion.
  private var pending = 0
  private var portion = 0
  /// The units of a portion, each with M and its maximum distance, in hundredths.
  private var chosen: [(unit: UInt32, weight: Int, limit: Int)] = []
  /// Accumulates values that are read to warm the cache, so that the compiler keeps the reads.
  private var touched: UInt32 = 0
  /// The minimum for which `lists` was computed.
  private var minimum = 0
  /// The postings to read of each class, from the class at the place `firstList` on.
  private var lists: [Range<Int>] = []
  private var firstList = 0
  /// The binary searches that compute `lists`.
  private var stretches: [PostingStretch] = []
  /// The number of units in the first portion of a list; each later portion is twice as large.
  private static let firstPortion = 64

  /// The number of postings to be read from which on the head of a list is looked at instead.
  private static let manyPostings = 128

  /// Starts with a query.
  mutating func begin(_ part: IndexPart, _ query: borrowing PartQuery) {
    // A query that ended with an error may have left marks.
    end()
    if visited.count < (part.count + 63) / 64 {
      visited = [UInt64](repeating: 0, count: (part.count + 63) / 64)
    }
    let layout = self.layout ?? part.postingLayout
    self.layout = layout
    sieve.begin(part, query, layout)
    overlap.begin(query)
    (next, minimum, suffix, pending) = (0, 0, 0, 0)
    for known in query.classes { suffix += known.maximumReduction }
  }

  /// Forgets the candidates and the visited units.
  mutating func end() {
    candidates.removeAll(keepingCapacity: true)
    for unit in noted { visited[Int(unit) >> 6] = 0 }
    noted.removeAll(keepingCapacity: true)
  }

  /// Finds the next candidates, which replace the previous ones.
  ///
  /// The units of a list are counted in portions: the matches of one portion narrow the cutoff for
  /// the next. The cutoff must not be wider than in earlier calls for the query. The result is
  /// false if no other unit can come within the cutoff.
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
    // The weight, in hundredths, that a unit may lack of the classes from this one on.
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
      if let words = try unsafe part.headWords(range) {
        unsafe sieve.siftHead(PostingList(part, layout), range, words, spare: spare / 100)
      } else {
        unsafe sieve.sift(PostingList(part, layout), range, spare: spare / 100)
      }
      counts.records += sieve.count
      try sieve.siftByRecord(
        part, query, from: next, suffix: suffix, total: total, minimum: minimum)
      if sieve.leftCount > Self.firstPortion { sieve.orderByShare(total: total) }
      (pending, portion) = (0, Self.firstPortion)
      try count(live, query, total: total, cutoff, &counts)
    }
    suffix -= known.maximumReduction
    next += 1
    return true
  }

  /// Computes the postings to read of every class that is left, for a new minimum.
  private mutating func boundLists(
    _ part: IndexPart, _ query: borrowing PartQuery, _ layout: borrowing PostingLayout,
    total: Int
  ) throws(IndexError) {
    let lightest = (minimum * total + 99) / 100
    let heaviest = 100 * total / minimum
    sieve.fillLimits(part, from: lightest, to: heaviest, minimum: minimum)
    let starts = unsafe part.table(.classPostings, of: UInt32.self)
    let heads = unsafe part.table(.classHeads, of: UInt32.self)
    let first = UInt64(part.firstUnit(ofWeight: lightest))
    firstList = next
    stretches.removeAll(keepingCapacity: true)
    var (place, suffix) = (next, suffix)
    while place < query.classes.count, suffix >= minimum * total {
      let known = query.classes[place]
      var (start, behind) = unsafe (
        Int(starts[Int(known.number)]), Int(starts[Int(known.number) + 1])
      )
      let end = part.firstUnit(ofWeight: min(heaviest, suffix / minimum) + 1)
      // A head lies elsewhere in memory: it is worth the way where many postings would be read.
      if minimum >= PostingLayout.headShare, behind &- start >= Int(PostingLayout.longList),
        (behind &- start) * max(0, end - Int(first)) / max(1, part.count) >= Self.manyPostings
      {
        unsafe start = Int(heads[Int(known.number)])
        unsafe behind = Int(heads[Int(known.number) + 1])
      }
      guard start <= behind, behind <= part.postingCount else {
        throw part.torn(.classPostings)
      }
      stretches.append(PostingStretch(low: start, high: behind, wanted: first))
      stretches.append(PostingStretch(low: start, high: behind, wanted: UInt64(end)))
      suffix -= known.maximumReduction
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

  /// Counts the overlaps of the next portion of units, and keeps those within the cutoff.
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
      if unit.minimumDistance > limit || live.isGone(Int(unit.number)) || !visit(unit.number) {
        continue
      }
      chosen.append((unit.number, weight, limit))
      // The units' tokens lie apart in memory: touched here, they are fetched side by side.
      let first = unsafe Int(records[Int(unit.number) * 8 + 1])
      touched &+= unsafe first < tokens.count ? tokens[first] : 0
    }
    for (unit, weight, limit) in chosen {
      let distance = try overlap.minimumDistance(live.part, query, Int(unit), weight: weight)
      if distance <= limit {
        candidates.append(
          Candidate(unit: unit, minimumDistance: distance, weight: weight, characters: 0))
      }
    }
    counts.overlaps += chosen.count
    portion *= 2
  }

  /// Marks a unit as visited; false if the unit was visited before.
  private mutating func visit(_ unit: UInt32) -> Bool {
    let bit = UInt64(1) << UInt64(unit & 63)
    if visited[Int(unit >> 6)] & bit != 0 { return false }
    visited[Int(unit >> 6)] |= bit
    noted.append(unit)
    return true
  }

  /// Adds a candidate that a short query reaches by characters.
  mutating func add(
    _ live: LivePart, _ query: borrowing PartQuery, unit: UInt32, characters: Int, total: Int,
    counts: inout LookupCounts
  ) throws(IndexError) {
    let records = unsafe live.part.table(.records, of: UInt32.self)
    let stored = unsafe Int(records[Int(unit) * 8])
    let weight = 100 * max(total, stored)
    counts.overlaps += 1
    let distance = try overlap.minimumDistance(live.part, query, Int(unit), weight: weight)
    candidates.append(
      Candidate(unit: unit, minimumDistance: distance, weight: weight, characters: characters))
  }
}

extension IndexPart {
  /// The words of a range of postings; nil if they are not postings in a head.
  @unsafe fileprivate func headWords(
    _ range: Range<Int>
  ) throws(IndexError) -> UnsafePointer<UInt32>? {
    let first = unsafe Int(table(.classHeads, of: UInt32.self)[0])
    if range.lowerBound < first { return nil }
    guard range.upperBound - first <= length(.headWords) / 4 else { throw torn(.classHeads) }
    return unsafe table(.headWords, of: UInt32.self) + (range.lowerBound - first)
  }

  /// The error for a table that points outside another.
  func torn(_ section: PartLayout.Section) -> IndexError {
    .damaged(path: path, what: "its section \(section) points outside another section")
  }

  /// Appends, for each of some weights R, the first unit that weighs more than 100 · R / `minimum`.
  func appendFirstUnits(
    beyond weights: ClosedRange<Int>, minimum: Int, to units: inout [UInt32]
  ) {
    let starts = unsafe table(.weightStarts, of: UInt32.self)
    let (known, end) = (length(.weightStarts) / 4, UInt32(count))
    // Quotient and remainder are carried from weight to weight: a division for each weight would
    // take longer than the rest of the loop.
    var (weight, rest) = (100 * weights.lowerBound).quotientAndRemainder(dividingBy: minimum)
    let (step, stepRest) = 100.quotientAndRemainder(dividingBy: minimum)
    units.reserveCapacity(units.count + weights.count + 1)
    for _ in weights {
      let next = weight + 1
      units.append(
        next < known ? min(end, unsafe starts[next]) : UInt32(firstUnit(ofWeight: next)))
      weight += step
      rest += stepRest
      if rest >= minimum {
        rest -= minimum
        weight += 1
      }
    }
  }

  /// The first unit whose total weight is at least a given one; `count` if there is none.
  ///
  /// - Complexity: O(1) for a weight that `weightStarts` knows, else O(log units).
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
