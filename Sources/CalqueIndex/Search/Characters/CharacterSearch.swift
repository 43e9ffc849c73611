internal import CalqueMatch

/// Finds the units that a short query reaches by characters.
///
/// Let d be the distance of the folded texts and L the longer length. A score ⌊100 · (L − d) / L⌋
/// of t needs d ≤ L − t · L / 100. Since d is at least the difference of the lengths, the shorter
/// length has to be at least t % of the longer. The index holds texts of up to `ShortTexts.longest`
/// scalars by length, with signatures that tell most of them apart from the query. The lengths that
/// allow the highest score come first. Each unit found may raise the minimum for the next lengths.
struct CharacterSearch {
  /// The places of the short texts of one length that their signatures let through: the first
  /// `nearCount` elements.
  private var near: [UInt32] = []
  private var nearCount = 0

  /// The distances of these texts to the query.
  private var distances: [Int] = []
  /// The bytes of their folded forms in the section `shortBytes`.
  private var ranges: [Range<Int>] = []
  /// Accumulates values that are read to warm the cache, so that the compiler keeps the reads.
  private var touched: UInt8 = 0
  /// The place in the section `shortPairs` of the first column of each length that is kept.
  private var columnStarts: [Int] = []

  /// Calls `body` with each unit that reaches `minimum` by characters, and with its score.
  ///
  /// - Parameters:
  ///   - live: the part.
  ///   - folded: the query's folded form.
  ///   - minimum: the minimum score of interest, at least 1.
  ///   - counts: the counts of the lookup, to which the search adds its own.
  ///   - longText: reads the folded form of a text by its number in the store.
  ///   - body: takes a unit and its score, and returns the minimum score of interest from then on.
  /// - Throws: `IndexError.damaged` if a table is damaged; the errors of the closures.
  /// - Complexity: linear in the number of texts whose length allows the minimum; linear in the
  ///   number of units if the minimum allows texts without a signature.
  mutating func search(
    _ live: LivePart, folded: [UInt32], minimum: Int, counts: inout LookupCounts,
    longText: (Int64) throws -> [UInt32]?, _ body: (UInt32, Int) throws -> Int
  ) throws {
    guard minimum <= ShortQuery.ceiling, !folded.isEmpty else { return }
    let query = CharacterQuery(folded)
    try live.part.fillColumnStarts(&columnStarts)
    var minimum = minimum
    // A ligature may fold to three letters: a folded query may be longer than every short text.
    var (down, up) = (min(folded.count, ShortTexts.longest), folded.count + 1)
    while true {
      let shorter = down > 0 ? 100 * down / folded.count : 0
      let longer = up <= ShortTexts.longest ? 100 * folded.count / up : 0
      if max(shorter, longer) < minimum { break }
      let length = shorter >= longer ? down : up
      if length == down { down -= 1 } else { up += 1 }
      let edits = EditLimits.edits(length, folded.count, minimum: minimum)
      try sift(live.part, query, length, edits, &counts)
      if length <= ShortTexts.longestKept {
        compareKept(live.part, query, length)
      } else {
        try compareRead(live, folded, longText)
      }
      for (number, distance) in distances.enumerated() {
        // If the folded texts are equal, the tokens alone make the score.
        let edits = EditLimits.edits(length, folded.count, minimum: minimum)
        guard distance > 0, distance <= edits, let unit = try unit(live, Int(near[number])) else {
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

  /// The unit of a short text; nil if the unit is gone.
  private func unit(_ live: LivePart, _ place: Int) throws(IndexError) -> Int? {
    let unit = unsafe Int(live.part.table(.shortUnits, of: UInt32.self)[place])
    guard unit < live.part.count else { throw live.part.torn(.shortUnits) }
    return live.isGone(unit) ? nil : unit
  }

  /// Computes the distances to the kept texts of one length that are left.
  private mutating func compareKept(_ part: IndexPart, _ query: CharacterQuery, _ length: Int) {
    distances.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
    let bytes = unsafe part.table(.shortBytes, of: UInt8.self)
    for number in 0..<nearCount {
      ranges.append(part.shortRange(Int(near[number])))
      distances.append(.max)
    }
    // The texts lie apart in memory: touched here, they are fetched side by side.
    for range in ranges where !range.isEmpty { unsafe touched &+= bytes[range.lowerBound] }
    unsafe query.fillDistances(&distances, to: bytes, ranges, length: length)
  }

  /// Reads the texts of one length that are not kept from the store, and computes their distances.
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

  /// Gathers the texts of one length that their pairs and their signatures let through.
  ///
  /// Neither loop has a branch, because nothing predicts which text passes. Unsafe, because the first
  /// loop may run over all texts of the length: the places are checked before it, and `near` has room
  /// for all of these texts.
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
    let needed = query.pairs.needed(lacking: limits.lackingPairs)
    let columns =
      needed > 0 && length <= ShortTexts.longestKept
      ? unsafe part.table(.shortPairs, of: UInt64.self) + columnStarts[length] : nil
    let lows = unsafe part.table(.shortLow, of: UInt64.self)
    let highs = unsafe part.table(.shortHigh, of: UInt64.self)
    let (low, high) = query.signature
    nearCount = unsafe near.withUnsafeMutableBufferPointer { near in
      guard let places = near.baseAddress else { return 0 }
      var passed = 0
      if let columns = unsafe columns {
        passed = unsafe query.pairs.gather(
          columns, count: end - start, from: start, needed: needed, into: places)
      } else {
        // The first words of the signatures alone.
        for place in start..<end {
          let word = unsafe lows[place]
          let lacking = (low & ~word).nonzeroBitCount
          let extra = (word & ~low).nonzeroBitCount
          unsafe places[passed] = UInt32(truncatingIfNeeded: place)
          passed &+= (lacking <= limits.lacking ? 1 : 0) & (extra <= limits.extra ? 1 : 0)
        }
      }
      var kept = 0
      for number in 0..<passed {
        let place = unsafe Int(places[number])
        let (a, b) = unsafe (lows[place], highs[place])
        let lacking = (low & ~a).nonzeroBitCount &+ (high & ~b).nonzeroBitCount
        let extra = (a & ~low).nonzeroBitCount &+ (b & ~high).nonzeroBitCount
        unsafe places[kept] = UInt32(truncatingIfNeeded: place)
        kept &+= (lacking <= limits.lacking ? 1 : 0) & (extra <= limits.extra ? 1 : 0)
      }
      return kept
    }
    counts.records += nearCount
  }

  /// Compares the texts that are too long for a signature, one by one.
  ///
  /// Only a very low minimum allows texts of such lengths.
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
      let edits = EditLimits.edits(text.count, folded.count, minimum: minimum)
      if edits <= 0 || abs(text.count - folded.count) > edits { continue }
      let distance = Levenshtein.distance(folded, text)
      if distance > edits { continue }
      let score = Score.short(distance: distance, longer: max(text.count, folded.count))
      minimum = max(minimum, try body(UInt32(unit), score))
      if minimum > ShortQuery.ceiling { return }
    }
  }
}

extension IndexPart {
  /// The store's number of a unit's text.
  func variant(_ unit: Int) -> Int64 {
    firstVariant + Int64(unsafe table(.variants, of: UInt32.self)[unit])
  }
}

extension IndexPart {
  /// Replaces `starts` by the place in `shortPairs` of the first column of each length that is kept.
  fileprivate func fillColumnStarts(_ starts: inout [Int]) throws(IndexError) {
    starts.removeAll(keepingCapacity: true)
    let texts = unsafe table(.shortStarts, of: UInt32.self)
    var (place, next) = (0, unsafe texts[0])
    for length in 0...ShortTexts.longestKept {
      starts.append(place)
      let start = next
      unsafe next = texts[length + 1]
      guard start <= next else { throw torn(.shortStarts) }
      place += PairColumns.count * PairColumns.words(Int(next - start))
    }
    guard place * 8 <= self.length(.shortPairs) else { throw torn(.shortStarts) }
  }
}
