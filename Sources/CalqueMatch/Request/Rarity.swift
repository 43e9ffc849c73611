/// How much the lack of a class tells against a segment.
package enum Rarity {
  /// The factor ⌊16 · log2((N + 1) / (df + 1))⌋ of a class that `holding` of `all` texts hold.
  package static func factor(holding: Int, of all: Int) -> Int {
    // Whole numbers only, so that two machines agree: the largest k with 2^k ≤ ratio^16.
    var numerator = Double(all + 1) / Double(holding + 1)
    var bits = 0
    while numerator >= 2 {
      numerator /= 2
      bits += 1
    }
    // numerator in [1, 2): its sixteenths of an octave, by repeated squaring.
    var fraction = 0
    for _ in 0..<4 {
      numerator *= numerator
      fraction <<= 1
      if numerator >= 2 {
        numerator /= 2
        fraction |= 1
      }
    }
    return bits * 16 + fraction
  }
}
