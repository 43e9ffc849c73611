internal import CalqueMatch

/// A short query, made ready to be compared by characters with many texts.
struct CharacterQuery {
  /// The folded form.
  let folded: [UInt32]
  /// The signature of its characters: see `ShortTexts.signature`.
  let signature: (low: UInt64, high: UInt64)
  /// Finds the texts that hold its pairs of characters.
  let pairs: PairSieve
  /// The pattern of the folded form; nil if the form is too long for one.
  private let pattern: LevenshteinPattern?

  init(_ folded: [UInt32]) {
    self.folded = folded
    signature = ShortTexts.signature(folded.span)
    pairs = PairSieve(folded)
    pattern = folded.count <= LevenshteinPattern.longest ? LevenshteinPattern(folded) : nil
  }

  /// Computes the distances to texts of `length` scalars each, given as ranges of UTF-8 bytes.
  ///
  /// ASCII texts are compared four at a time; the last ones together, too, beside repeated ones,
  /// because four take hardly longer than one. Unsafe, because the texts are read from the mapped file
  /// without a copy and without a check of each byte: the caller checks that the ranges lie within
  /// the bytes.
  @unsafe func fillDistances(
    _ distances: inout [Int], to bytes: UnsafePointer<UInt8>, _ ranges: [Range<Int>], length: Int
  ) {
    // ASCII texts wait until there are four: their places in `ranges`, and their first bytes.
    var (waiting, starts, count) = (SIMD4<Int>.zero, SIMD4<Int>.zero, 0)
    func compareWaiting(_ pattern: LevenshteinPattern) {
      let four = unsafe pattern.distances(to: bytes, at: starts, count: length)
      for lane in 0..<count { distances[waiting[lane]] = four[lane] }
      count = 0
    }
    for (place, range) in ranges.enumerated() {
      guard let pattern, range.count == length else {
        distances[place] = unsafe distance(to: bytes, range)
        continue
      }
      waiting[count] = place
      starts[count] = range.lowerBound
      count += 1
      if count == LevenshteinPattern.atOnce { compareWaiting(pattern) }
    }
    if let pattern, count > 0 {
      for lane in count..<LevenshteinPattern.atOnce { starts[lane] = starts[0] }
      compareWaiting(pattern)
    }
  }

  @unsafe private func distance(to bytes: UnsafePointer<UInt8>, _ range: Range<Int>) -> Int {
    let text = unsafe UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count)
    let scalars = unsafe String(decoding: text, as: UTF8.self).unicodeScalars.lazy.map(\.value)
    return pattern?.distance(to: scalars) ?? Levenshtein.distance(folded, Array(scalars))
  }
}
