internal import CalqueMatch

/// Finds the units that a short query reaches by characters.
///
/// The score ⌊100 · (L − d) / L⌋ of the folded texts, L the longer length, needs d ≤ L − t · L / 100
/// and, because d is at least the difference of the lengths, a shorter length of at least t % of the
/// longer. Texts of up to `ShortTexts.longest` scalars lie in the index by length, with signatures
/// that tell most of them apart from the query. The lengths that allow the highest score come first,
/// and what is found may raise the score that is still of interest.
struct CharacterSearch {
  /// The places of one length that their signatures let through.
  private var near: [UInt32] = []
  private var nearCount = 0

  /// Their distances.
  private var distances: [Int] = []
  /// Where they stand.
  private var ranges: [Range<Int>] = []
  /// What was read only so that it is at hand: kept, so that it is read.
  private var touched: UInt8 = 0

  /// Calls `body` with units that reach `minimum` by characters, and their scores.
  ///
  /// - Parameters:
  ///   - live: the part.
  ///   - folded: the query's folded form.
  ///   - minimum: the least score of interest, from 1.
  ///   - counts: what is touched is added here.
  ///   - longText: a folded text by its number in the store.
  ///   - body: what is found; answers the least score that is of interest from there on.
  /// - Throws: `IndexError.damaged` where a block is not what was written, and what the closures do.
  mutating func search(
    _ live: LivePart, folded: [UInt32], minimum: Int, counts: inout LookupCounts,
    longText: (Int64) throws -> [UInt32]?, _ body: (UInt32, Int) throws -> Int
  ) throws {
    guard minimum <= ShortQuery.ceiling, !folded.isEmpty else { return }
    let query = CharacterQuery(folded)
    var minimum = minimum
    // A ligature folds to three letters: a short query may be longer than every text of the table.
    var (down, up) = (min(folded.count, ShortTexts.longest), folded.count + 1)
    while true {
      let shorter = down > 0 ? 100 * down / folded.count : 0
      let longer = up <= ShortTexts.longest ? 100 * folded.count / up : 0
      if max(shorter, longer) < minimum { break }
      let length = shorter >= longer ? down : up
      if length == down { down -= 1 } else { up += 1 }
      let most = EditLimits.edits(length, folded.count, minimum: minimum)
      try sift(live.part, query, length, most, &counts)
      if length <= ShortTexts.longestKept {
        compareKept(live.part, query, length, most)
      } else {
        try compareRead(live, folded, longText)
      }
      for (number, distance) in distances.enumerated() {
        // Where the folded texts are equal the score is the tokens' alone.
        let most = EditLimits.edits(length, folded.count, minimum: minimum)
        guard distance > 0, distance <= most, let unit = try unit(live, Int(near[number])) else {
          continue
        }
        let score = Score.short(distance: distance, longer: max(length, folded.count))
        minimum = max(minimum, try body(UInt32(unit), score))
        if minimum > ShortQuery.ceiling { return }
      }
    }
    if minimum <= 100 * folded.count / max(folded.count, ShortTexts.longest + 1) {
      try searchLongTexts(live, folded, minimum, longText, body)
    }
  }

  private func unit(_ live: LivePart, _ place: Int) throws(IndexError) -> Int? {
    let unit = unsafe Int(live.part.table(.shortUnits, of: UInt32.self)[place])
    guard unit < live.part.count else { throw live.part.torn(.shortUnits) }
    return live.isGone(unit) ? nil : unit
  }

  /// Computes the distances to the texts of one length that are kept, as far as their pairs of
  /// characters allow `most` edits.
  private mutating func compareKept(
    _ part: IndexPart, _ query: CharacterQuery, _ length: Int, _ most: Int
  ) {
    let limits = EditLimits(query: query.folded.count, text: length, edits: most)
    let pairs = unsafe part.table(.shortPairs, of: UInt64.self)
    let (low, high) = query.pairs
    let kept = part.keptShortCount
    let (lackingMost, extraMost) = (limits.lackingPairs, limits.extraPairs)
    nearCount = unsafe near.withUnsafeMutableBufferPointer { near in
      var passed = 0
      for number in 0..<nearCount {
        let place = unsafe Int(near[number])
        if place >= kept { break }
        let (a, b) = unsafe (pairs[place * 2], pairs[place * 2 + 1])
        let lacking = (low & ~a).nonzeroBitCount &+ (high & ~b).nonzeroBitCount
        let extra = (a & ~low).nonzeroBitCount &+ (b & ~high).nonzeroBitCount
        unsafe near[passed] = UInt32(truncatingIfNeeded: place)
        passed &+= (lacking <= lackingMost ? 1 : 0) & (extra <= extraMost ? 1 : 0)
      }
      return passed
    }
    distances.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
    let bytes = unsafe part.table(.shortBytes, of: UInt8.self)
    for number in 0..<nearCount {
      ranges.append(part.shortRange(Int(near[number])))
      distances.append(.max)
    }
    // Texts lie apart: touched here, they are fetched side by side.
    for range in ranges where !range.isEmpty { unsafe touched &+= bytes[range.lowerBound] }
    unsafe query.fillDistances(&distances, to: bytes, ranges, length: length)
  }

  /// Reads the texts of one length that are not kept, and computes their distances.
  private mutating func compareRead(
    _ live: LivePart, _ folded: [UInt32], _ longText: (Int64) throws -> [UInt32]?
  ) throws {
    distances.removeAll(keepingCapacity: true)
    for number in 0..<nearCount {
      let text = try unit(live, Int(near[number])).flatMap {
        try longText(live.part.variant($0))
      }
      distances.append(text.map { Levenshtein.distance(folded, $0) } ?? .max)
    }
  }

  /// Gathers the texts of a length that their signatures allow.
  ///
  /// Written without a branch: which passes cannot be foretold. Unsafe: `near` has room for all
  /// texts of the length, whose places were checked.
  private mutating func sift(
    _ part: IndexPart, _ query: CharacterQuery, _ length: Int, _ edits: Int,
    _ counts: inout LookupCounts
  ) throws(IndexError) {
    nearCount = 0
    let starts = unsafe part.table(.shortStarts, of: UInt32.self)
    let (start, end) = unsafe (Int(starts[length]), Int(starts[length + 1]))
    guard start <= end, end <= part.shortCount else { throw part.torn(.shortStarts) }
    let limits = EditLimits(query: query.folded.count, text: length, edits: edits)
    if limits.lacking < 0 || limits.extra < 0 || start == end { return }
    counts.postings += end - start
    if near.count < end - start { near = [UInt32](repeating: 0, count: (end - start) * 2) }
    let lows = unsafe part.table(.shortLow, of: UInt64.self)
    let highs = unsafe part.table(.shortHigh, of: UInt64.self)
    let (low, high) = query.signature
    nearCount = unsafe near.withUnsafeMutableBufferPointer { near in
      var passed = 0
      for place in start..<end {
        let word = unsafe lows[place]
        let lacking = (low & ~word).nonzeroBitCount
        let extra = (word & ~low).nonzeroBitCount
        unsafe near[passed] = UInt32(truncatingIfNeeded: place)
        passed &+= (lacking <= limits.lacking ? 1 : 0) & (extra <= limits.extra ? 1 : 0)
      }
      var kept = 0
      for number in 0..<passed {
        let place = unsafe Int(near[number])
        let (a, b) = unsafe (lows[place], highs[place])
        let lacking = (low & ~a).nonzeroBitCount &+ (high & ~b).nonzeroBitCount
        let extra = (a & ~low).nonzeroBitCount &+ (b & ~high).nonzeroBitCount
        unsafe near[kept] = UInt32(truncatingIfNeeded: place)
        kept &+= (lacking <= limits.lacking ? 1 : 0) & (extra <= limits.extra ? 1 : 0)
      }
      return kept
    }
    counts.records += nearCount
  }

  /// Compares the texts that are too long for a signature, one by one: only a very low minimum
  /// reaches so far.
  private func searchLongTexts(
    _ live: LivePart, _ folded: [UInt32], _ minimum: Int,
    _ longText: (Int64) throws -> [UInt32]?, _ body: (UInt32, Int) throws -> Int
  ) throws {
    let part = live.part
    var isShort = [Bool](repeating: false, count: part.count)
    for place in 0..<part.shortCount {
      if let unit = try unit(live, place) { isShort[unit] = true }
    }
    var minimum = minimum
    for unit in 0..<part.count where !isShort[unit] && !live.isGone(unit) {
      guard let text = try longText(part.variant(unit)) else { continue }
      let most = EditLimits.edits(text.count, folded.count, minimum: minimum)
      if most <= 0 || abs(text.count - folded.count) > most { continue }
      let distance = Levenshtein.distance(folded, text)
      if distance > most { continue }
      let score = Score.short(distance: distance, longer: max(text.count, folded.count))
      minimum = max(minimum, try body(UInt32(unit), score))
      if minimum > ShortQuery.ceiling { return }
    }
  }
}

extension IndexPart {
  /// The number in the store of a unit's text.
  func variant(_ unit: Int) -> Int64 {
    firstVariant + Int64(unsafe table(.variants, of: UInt32.self)[unit])
  }
}
