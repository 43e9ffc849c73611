/// A set of a part's units, classes or forms, a bit for each that the part has.
struct NumberSet: Sendable {
  private var bits: [UInt64]

  /// An empty set of numbers below a bound.
  init(bound: Int) { bits = [UInt64](repeating: 0, count: (bound + 63) / 64) }

  /// Adds a number, which must be below the bound.
  @inline(__always)
  mutating func insert(_ number: Int) { bits[number >> 6] |= 1 << UInt64(number & 63) }

  /// Whether the set has a number.
  @inline(__always)
  func contains(_ number: Int) -> Bool {
    let place = number >> 6
    return place < bits.count && bits[place] >> UInt64(number & 63) & 1 != 0
  }

  /// The numbers in their order.
  var numbers: [UInt32] {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(bits.reduce(0) { $0 + $1.nonzeroBitCount })
    for (place, word) in bits.enumerated() {
      var rest = word
      while rest != 0 {
        numbers.append(UInt32(place << 6 | rest.trailingZeroBitCount))
        rest &= rest &- 1
      }
    }
    return numbers
  }
}
