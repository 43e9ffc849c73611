/// The factor by which a class counts against a segment that lacks the class.
package enum Rarity {
  /// The factor ⌊16 · log2((N + 1) / (df + 1))⌋, where df is `holding` and N is `all`.
  package static func factor(holding: Int, of all: Int) -> Int {
    // The largest k with 2^k ≤ ratio^16, by multiplication and division alone: these round alike on
    // every machine, the system's logarithm may not.
    var numerator = Double(all + 1) / Double(holding + 1)
    var bits = 0
    while numerator >= 2 {
      numerator /= 2
      bits += 1
    }
    // The ratio is now in [1, 2): repeated squaring gives its logarithm in sixteenths.
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
