/// Finds the units that a short query reaches by characters.
///
/// The score ⌊100 · (L − d) / L⌋ of the folded texts, L the longer length, needs d ≤ L − t · L / 100
/// and, because d is at least the difference of the lengths, a shorter length of at least t % of the
/// longer. Texts of up to `ShortTexts.longest` scalars lie in the index by length, with signatures
/// that tell most of the others apart; longer ones are read from the store, one by one: a query of
/// 24 scalars needs them only below 50 %.
struct CharacterSearch {
  private var near: [Int] = []

  /// Calls `body` with every unit that reaches `minimum` by characters, and its score.
  mutating func search(
    _ live: LiveSegment, folded query: [UInt32], minimum: Int,
    counts: inout LookupCounts,
    longTexts: (Int64) throws -> [UInt32]?, _ body: (UInt32, Int) throws -> Void
  ) throws {
    guard minimum <= ShortQuery.ceiling, !query.isEmpty else { return }
    let segment = live.segment
    let shortest = (query.count * minimum + 99) / 100
    let longest = 100 * query.count / minimum
    let starts = unsafe segment.table(.shortStarts, of: UInt32.self)
    let shortUnits = unsafe segment.table(.shortUnits, of: UInt32.self)
    let signatures = unsafe segment.table(.shortSignatures, of: UInt64.self)
    let (low, high) = ShortTexts.signature(query)
    let pairs = unsafe segment.table(.shortPairs, of: UInt64.self)
    let (lowPairs, highPairs) = ShortTexts.pairs(query)
    let bytes = unsafe segment.table(.shortBytes, of: UInt8.self)
    let pattern =
      query.count <= LevenshteinPattern.longest ? LevenshteinPattern(query) : nil
    func distance(_ text: UnsafeBufferPointer<UInt8>, _ length: Int, _ most: Int) -> Int? {
      if let pattern { return unsafe pattern.distance(to: text, scalars: length, most: most) }
      let scalars = unsafe String(decoding: text, as: UTF8.self).unicodeScalars.map(\.value)
      let distance = Levenshtein.distance(query, scalars)
      return distance <= most ? distance : nil
    }
    for length in Swift.stride(
      from: max(1, shortest), through: min(longest, ShortTexts.longest), by: 1)
    {
      let longer = max(length, query.count)
      let most = longer - (minimum * longer + 99) / 100
      let (start, end) = unsafe (Int(starts[length]), Int(starts[length + 1]))
      guard start <= end, end <= segment.shortCount else { throw segment.torn(.shortStarts) }
      counts.postings += end - start
      let limits = EditLimits(query: query.count, text: length, edits: most)
      near.removeAll(keepingCapacity: true)
      for place in start..<end {
        let a = unsafe signatures[place * 2]
        let (lacking, extra) = ((low & ~a).nonzeroBitCount, (a & ~low).nonzeroBitCount)
        if lacking > limits.lacking || extra > limits.extra { continue }
        let b = unsafe signatures[place * 2 + 1]
        if lacking + (high & ~b).nonzeroBitCount > limits.lacking { continue }
        if extra + (b & ~high).nonzeroBitCount > limits.extra { continue }
        near.append(place)
      }
      counts.records += near.count
      for place in near {
        let (a, b) = unsafe (pairs[place * 2], pairs[place * 2 + 1])
        let lacking = (lowPairs & ~a).nonzeroBitCount + (highPairs & ~b).nonzeroBitCount
        if lacking > limits.lackingPairs { continue }
        let extra = (a & ~lowPairs).nonzeroBitCount + (b & ~highPairs).nonzeroBitCount
        if extra > limits.extraPairs { continue }
        let range = segment.shortRange(place)
        let text = unsafe UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count)
        // Where the folded texts are equal the score is the tokens' alone.
        guard let distance = unsafe distance(text, length, most), distance > 0 else { continue }
        let unit = unsafe shortUnits[place]
        guard Int(unit) < segment.count else { throw segment.torn(.shortUnits) }
        try body(unit, Score.short(distance: distance, longer: longer))
      }
    }
    if longest <= ShortTexts.longest { return }
    let lengths = unsafe segment.table(.foldedLengths, of: UInt16.self)
    for unit in 0..<segment.count {
      let length = unsafe Int(lengths[unit])
      guard length > ShortTexts.longest, length >= shortest,
        length <= longest || length == Int(UInt16.max), !live.isGone(unit),
        let text = try longTexts(segment.variant(unit))
      else { continue }
      let longer = max(text.count, query.count)
      let distance = Levenshtein.distance(query, text)
      if distance == 0 { continue }
      let score = Score.short(distance: distance, longer: longer)
      if score >= minimum { try body(UInt32(unit), score) }
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
}

extension IndexSegment {
  /// The number in the store of a unit's text.
  func variant(_ unit: Int) -> Int64 {
    firstVariant + Int64(unsafe table(.variants, of: UInt32.self)[unit])
  }
}
