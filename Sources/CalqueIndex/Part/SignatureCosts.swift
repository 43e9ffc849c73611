/// The cost of the query's classes that the signature of a posting lacks.
///
/// The cost is the sum of two look-ups, in tables of 64 entries for six bits of the signature each.
struct SignatureCosts {
  private(set) var low = [UInt32](repeating: 0, count: 64)
  private(set) var high = [UInt32](repeating: 0, count: 64)
  private var costs = [UInt32](repeating: 0, count: PostingLayout.maximumBits)

  /// Removes all classes.
  mutating func clear() {
    for bit in costs.indices { costs[bit] = 0 }
  }

  /// Adds a class.
  mutating func add(_ bit: UInt32?, cost: UInt32) {
    if let bit { costs[Int(bit)] += cost }
  }

  /// Removes a class.
  mutating func remove(_ bit: UInt32?, cost: UInt32) {
    if let bit { costs[Int(bit)] -= cost }
  }

  /// Fills the tables again: for each pattern of six bits, the cost of the bits that it lacks.
  mutating func fillTables() {
    low[0] = costs[0..<6].reduce(0, +)
    high[0] = costs[6..<12].reduce(0, +)
    for pattern in 1..<64 {
      let (rest, bit) = (pattern & (pattern - 1), pattern.trailingZeroBitCount)
      low[pattern] = low[rest] - costs[bit]
      high[pattern] = high[rest] - costs[bit + 6]
    }
  }
}
