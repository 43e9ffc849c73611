internal import CalqueMatch

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
