/// A segment of the index with what has happened to it since it was written.
package struct LiveSegment: Sendable {
  /// The segment.
  package let segment: IndexSegment
  /// One bit a unit that is gone; empty where none is.
  package private(set) var gone: [UInt64] = []
  /// How many are gone.
  package private(set) var goneCount = 0
  /// By how much the number of units that hold a class has fallen.
  private var fewer: [UInt32: Int] = [:]

  /// A segment that nothing has happened to.
  package init(_ segment: IndexSegment) {
    self.segment = segment
  }

  /// How many units are live.
  package var count: Int { segment.count - goneCount }

  /// Whether a unit is gone.
  @inline(__always)
  func isGone(_ unit: Int) -> Bool {
    !gone.isEmpty && gone[unit >> 6] >> UInt64(unit & 63) & 1 != 0
  }

  /// Takes a unit out, if it is not out already.
  ///
  /// - Complexity: O(tokens of the unit).
  package mutating func remove(_ unit: Int) {
    if gone.isEmpty { gone = [UInt64](repeating: 0, count: (segment.count + 63) / 64) }
    if isGone(unit) { return }
    gone[unit >> 6] |= 1 << UInt64(unit & 63)
    goneCount += 1
    for number in Set(segment.classes(ofUnit: unit)) { fewer[number, default: 0] += 1 }
  }

  /// The units that are gone, in order.
  package var goneUnits: [UInt32] {
    var units = [UInt32]()
    for (word, bits) in gone.enumerated() where bits != 0 {
      for bit in 0..<64 where bits >> UInt64(bit) & 1 != 0 { units.append(UInt32(word * 64 + bit)) }
    }
    return units
  }

  /// How many live units hold a class.
  func holding(_ number: UInt32) -> Int {
    segment.holding(number) - (fewer[number] ?? 0)
  }
}

extension IndexSegment {
  /// How many units hold a class, those that are gone among them.
  func holding(_ number: UInt32) -> Int {
    guard Int(number) < classCount else { return 0 }
    let starts = unsafe table(.classPostings, of: UInt32.self)
    return unsafe Int(starts[Int(number) + 1]) - Int(starts[Int(number)])
  }

  /// The classes of a unit's tokens.
  func classes(ofUnit unit: Int) -> [UInt32] {
    let formClasses = unsafe table(.formClasses, of: UInt32.self)
    return forms(ofUnit: unit).map { unsafe formClasses[Int($0)] }
  }

  /// The forms of a unit's tokens.
  func forms(ofUnit unit: Int) -> [UInt32] {
    guard unit < count else { return [] }
    let records = unsafe table(.records, of: UInt32.self)
    let (start, end) = unsafe (Int(records[unit * 8 + 1]), Int(records[unit * 8 + 9]))
    guard start <= end, end <= tokenCount else { return [] }
    let tokens = unsafe table(.tokens, of: UInt32.self)
    return (start..<end).compactMap { place in
      let form = unsafe tokens[place]
      return Int(form) < formCount ? form : nil
    }
  }
}
