/// What a query's classes cost that the signature of a posting lacks.
///
/// Two tables of 64 entries, so that a look at a signature is two look-ups.
struct SignatureCosts {
  private(set) var low = [UInt32](repeating: 0, count: 64)
  private(set) var high = [UInt32](repeating: 0, count: 64)
  private var costs = [UInt32](repeating: 0, count: PostingLayout.mostBits)

  /// Starts with no class.
  mutating func clear() {
    for bit in costs.indices { costs[bit] = 0 }
  }

  /// Adds a class.
  mutating func add(_ bit: UInt32?, cost: UInt32) {
    if let bit { costs[Int(bit)] += cost }
  }

  /// Takes a class away.
  mutating func remove(_ bit: UInt32?, cost: UInt32) {
    if let bit { costs[Int(bit)] -= cost }
  }

  /// Makes the tables anew: of each pattern the cost of the bits that it lacks.
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
