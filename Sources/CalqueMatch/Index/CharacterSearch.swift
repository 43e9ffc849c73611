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

  /// A query as the search compares it.
  private struct Query {
    let folded: [UInt32]
    let signature: (low: UInt64, high: UInt64)
    let pairs: (low: UInt64, high: UInt64)
    let pattern: LevenshteinPattern?

    init(_ folded: [UInt32]) {
      self.folded = folded
      signature = ShortTexts.signature(folded)
      pairs = ShortTexts.pairs(folded)
      pattern = folded.count <= LevenshteinPattern.longest ? LevenshteinPattern(folded) : nil
    }

    /// The distance to a text in UTF-8, or nil where it is above `most`.
    func distance(_ text: UnsafeBufferPointer<UInt8>, _ length: Int, _ most: Int) -> Int? {
      if let pattern { return unsafe pattern.distance(to: text, scalars: length, most: most) }
      let scalars = unsafe String(decoding: text, as: UTF8.self).unicodeScalars.map(\.value)
      let distance = Levenshtein.distance(folded, scalars)
      return distance <= most ? distance : nil
    }
  }

  /// Calls `body` with units that reach `minimum` by characters, and their scores.
  ///
  /// - Parameters:
  ///   - minimum: the least score of interest, from 1.
  ///   - longText: a folded text by its number in the store.
  ///   - body: what is found; answers the least score that is of interest from there on.
  mutating func search(
    _ live: LiveSegment, folded: [UInt32], minimum: Int, counts: inout LookupCounts,
    longText: (Int64) throws -> [UInt32]?, _ body: (UInt32, Int) throws -> Int
  ) throws {
    guard minimum <= ShortQuery.ceiling, !folded.isEmpty else { return }
    let query = Query(folded)
    var minimum = minimum
    var (down, up) = (folded.count, folded.count + 1)
    while true {
      let shorter = down > 0 ? 100 * down / folded.count : 0
      let longer = up <= ShortTexts.longest ? 100 * folded.count / up : 0
      if max(shorter, longer) < minimum { break }
      let length = shorter >= longer ? down : up
      if length == down { down -= 1 } else { up += 1 }
      let most = EditLimits.edits(length, folded.count, minimum: minimum)
      try sift(live.segment, query, length, most, &counts)
      for number in 0..<nearCount {
        let place = Int(near[number])
        let longer = max(length, folded.count)
        let most = EditLimits.edits(length, folded.count, minimum: minimum)
        guard most > 0, let unit = try unit(live, place),
          let distance = length <= ShortTexts.longestKept
            ? distance(live.segment, query, place, length, most)
            : try longText(live.segment.variant(unit)).map({ Levenshtein.distance(folded, $0) })
        else { continue }
        // Where the folded texts are equal the score is the tokens' alone.
        if distance == 0 || distance > most { continue }
        let score = Score.short(distance: distance, longer: longer)
        minimum = max(minimum, try body(UInt32(unit), score))
        if minimum > ShortQuery.ceiling { return }
      }
    }
    if minimum <= 100 * folded.count / max(folded.count, ShortTexts.longest + 1) {
      try searchLongTexts(live, folded, minimum, longText, body)
    }
  }

  private func unit(_ live: LiveSegment, _ place: Int) throws(IndexError) -> Int? {
    let unit = unsafe Int(live.segment.table(.shortUnits, of: UInt32.self)[place])
    guard unit < live.segment.count else { throw live.segment.torn(.shortUnits) }
    return live.isGone(unit) ? nil : unit
  }

  /// The distance to a text that is kept, or nil where it is above `most`.
  private func distance(
    _ segment: IndexSegment, _ query: Query, _ place: Int, _ length: Int, _ most: Int
  ) -> Int? {
    guard place < segment.keptShortCount else { return nil }
    let limits = EditLimits(query: query.folded.count, text: length, edits: most)
    let pairs = unsafe segment.table(.shortPairs, of: UInt64.self)
    let (a, b) = unsafe (pairs[place * 2], pairs[place * 2 + 1])
    let lacking = (query.pairs.low & ~a).nonzeroBitCount + (query.pairs.high & ~b).nonzeroBitCount
    if lacking > limits.lackingPairs { return nil }
    let extra = (a & ~query.pairs.low).nonzeroBitCount + (b & ~query.pairs.high).nonzeroBitCount
    if extra > limits.extraPairs { return nil }
    let range = segment.shortRange(place)
    let bytes = unsafe segment.table(.shortBytes, of: UInt8.self)
    return unsafe query.distance(
      UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count), length, most)
  }

  /// Gathers the texts of a length that their signatures allow.
  ///
  /// Written without a branch: which passes cannot be foretold. Unsafe: `near` has room for all
  /// texts of the length, whose places were checked.
  private mutating func sift(
    _ segment: IndexSegment, _ query: Query, _ length: Int, _ edits: Int,
    _ counts: inout LookupCounts
  ) throws(IndexError) {
    nearCount = 0
    let starts = unsafe segment.table(.shortStarts, of: UInt32.self)
    let (start, end) = unsafe (Int(starts[length]), Int(starts[length + 1]))
    guard start <= end, end <= segment.shortCount else { throw segment.torn(.shortStarts) }
    let limits = EditLimits(query: query.folded.count, text: length, edits: edits)
    if limits.lacking < 0 || limits.extra < 0 || start == end { return }
    counts.postings += end - start
    if near.count < end - start { near = [UInt32](repeating: 0, count: (end - start) * 2) }
    let lows = unsafe segment.table(.shortLow, of: UInt64.self)
    let highs = unsafe segment.table(.shortHigh, of: UInt64.self)
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
    _ live: LiveSegment, _ folded: [UInt32], _ minimum: Int,
    _ longText: (Int64) throws -> [UInt32]?, _ body: (UInt32, Int) throws -> Int
  ) throws {
    let segment = live.segment
    var isShort = [Bool](repeating: false, count: segment.count)
    for place in 0..<segment.shortCount {
      if let unit = try unit(live, place) { isShort[unit] = true }
    }
    var minimum = minimum
    for unit in 0..<segment.count where !isShort[unit] && !live.isGone(unit) {
      guard let text = try longText(segment.variant(unit)) else { continue }
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

/// How much may differ between a query and a text that so many edits part.
///
/// Let the text be longer by Δ. Of d edits that make the text of the query at least Δ insert, so at
/// most d − Δ delete or exchange a character of the query: no more of its characters can be lacking
/// in the text. Deleting or exchanging a character takes away two pairs of neighbours at most,
/// inserting one: at most 2 (d − Δ) + Δ = 2 d − Δ of the query's pairs. Of the text, by the same
/// count from its side, d characters and 2 d pairs can be extra. Where the query is longer the two
/// sides change places.
private struct EditLimits {
  let lacking: Int
  let extra: Int
  let lackingPairs: Int
  let extraPairs: Int

  init(query: Int, text: Int, edits: Int) {
    let (longer, shorter) = (max(0, text - query), max(0, query - text))
    lacking = edits - longer
    extra = edits - shorter
    lackingPairs = 2 * edits - longer
    extraPairs = 2 * edits - shorter
  }

  /// The most edits that leave texts of two lengths a score.
  static func edits(_ a: Int, _ b: Int, minimum: Int) -> Int {
    let longer = max(a, b)
    return longer - (minimum * longer + 99) / 100
  }
}

extension IndexSegment {
  /// The number in the store of a unit's text.
  func variant(_ unit: Int) -> Int64 {
    firstVariant + Int64(unsafe table(.variants, of: UInt32.self)[unit])
  }
}
