/// The cost of the query's classes that the word of a posting in a head lacks.
///
/// Words are compared by the number of bits alone: a unit that lacks more bits than the cheapest ones
/// that it may lack together lacks too much, whichever bits they are.
struct HeadCosts {
  /// The bits of the classes.
  private(set) var bits: UInt32 = 0
  private var costs = [UInt32](repeating: 0, count: 32)
  private var sorted: [UInt32] = []

  /// Removes all classes.
  mutating func clear() {
    bits = 0
    for bit in costs.indices { costs[bit] = 0 }
  }

  /// Adds a class.
  ///
  /// - Parameters:
  ///   - bit: the bit of the class in a word; 0 for a class without one.
  ///   - cost: the cost of lacking the class, in whole units.
  mutating func add(_ bit: UInt32, cost: UInt32) {
    if bit == 0 || cost == 0 { return }
    costs[bit.trailingZeroBitCount] += cost
    bits |= bit
  }

  /// Removes a class.
  mutating func remove(_ bit: UInt32, cost: UInt32) {
    if bit == 0 || cost == 0 { return }
    costs[bit.trailingZeroBitCount] -= cost
    if costs[bit.trailingZeroBitCount] == 0 { bits &= ~bit }
  }

  /// The maximum number of bits that can be lacking for a cost of at most `spare`.
  ///
  /// - Complexity: O(n · log n), where n is the number of classes.
  mutating func maximumLacking(spare: Int) -> Int {
    sorted.removeAll(keepingCapacity: true)
    var left = bits
    while left != 0 {
      sorted.append(costs[left.trailingZeroBitCount])
      left &= left &- 1
    }
    sorted.sort()
    var (count, cost) = (0, 0)
    for next in sorted {
      cost += Int(next)
      if cost > spare { break }
      count += 1
    }
    return count
  }
}
