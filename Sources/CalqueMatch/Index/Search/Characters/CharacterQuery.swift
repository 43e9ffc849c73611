/// A short query as the search by characters compares it.
struct CharacterQuery {
  /// The folded form.
  let folded: [UInt32]
  /// See `ShortTexts.signature`.
  let signature: (low: UInt64, high: UInt64)
  /// See `ShortTexts.pairs`.
  let pairs: (low: UInt64, high: UInt64)
  private let pattern: LevenshteinPattern?

  init(_ folded: [UInt32]) {
    self.folded = folded
    signature = ShortTexts.signature(folded)
    pairs = ShortTexts.pairs(folded)
    pattern = folded.count <= LevenshteinPattern.longest ? LevenshteinPattern(folded) : nil
  }

  /// Computes the distances to texts of so many scalars, which stand at some ranges of bytes in
  /// UTF-8.
  @unsafe func fillDistances(
    _ distances: inout [Int], to bytes: UnsafePointer<UInt8>, _ ranges: [Range<Int>], length: Int
  ) {
    // The places of texts in ASCII that wait until they are four.
    var (waiting, starts, count) = (SIMD4<Int>.zero, SIMD4<Int>.zero, 0)
    for (place, range) in ranges.enumerated() {
      guard let pattern, range.count == length else {
        distances[place] = unsafe distance(to: bytes, range)
        continue
      }
      waiting[count] = place
      starts[count] = range.lowerBound
      count += 1
      if count < LevenshteinPattern.atOnce { continue }
      let four = unsafe pattern.distances(to: bytes, at: starts, count: length)
      for lane in 0..<count { distances[waiting[lane]] = four[lane] }
      count = 0
    }
    for lane in 0..<count {
      distances[waiting[lane]] = unsafe distance(to: bytes, ranges[waiting[lane]])
    }
  }

  @unsafe private func distance(to bytes: UnsafePointer<UInt8>, _ range: Range<Int>) -> Int {
    let text = unsafe UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count)
    let scalars = unsafe String(decoding: text, as: UTF8.self).unicodeScalars.map(\.value)
    return pattern?.distance(to: scalars) ?? Levenshtein.distance(folded, scalars)
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
struct EditLimits {
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
