/// A part of the index, and the units that have gone since the part was written.
package struct LivePart: Sendable {
  /// The part.
  package let part: IndexPart
  /// One bit a unit, set if the unit is gone; empty if no unit is gone.
  private var gone: [UInt64] = []
  /// The number of units that are gone.
  package private(set) var goneCount = 0
  /// The number of gone units that held a class, in the order of the classes' numbers.
  private(set) var fewerClasses: [(number: UInt32, count: UInt32)] = []

  /// A part of which no unit is gone.
  package init(_ part: IndexPart) {
    self.part = part
  }

  /// A part and its gone units, as a directory lists them.
  ///
  /// - Throws: `IndexError.damaged` if the part does not have one of the units.
  init(
    _ part: IndexPart, gone units: [UInt32], fewer: [(number: UInt32, count: UInt32)]
  ) throws(IndexError) {
    self.part = part
    if units.isEmpty { return }
    gone = [UInt64](repeating: 0, count: (part.count + 63) / 64)
    for unit in units {
      guard Int(unit) < part.count else {
        throw .damaged(
          path: part.path, what: "the directory names units that the part does not have")
      }
      gone[Int(unit >> 6)] |= 1 << UInt64(unit & 63)
    }
    goneCount = units.count
    fewerClasses = fewer
  }

  /// The number of live units.
  package var count: Int { part.count - goneCount }

  /// Whether a unit is gone.
  @inline(__always)
  func isGone(_ unit: Int) -> Bool {
    !gone.isEmpty && gone[unit >> 6] >> UInt64(unit & 63) & 1 != 0
  }

  /// Takes units out; units that are gone already are passed over.
  ///
  /// - Complexity: O(tokens of the units + c · log c), where c is the number of classes of all gone
  ///   units.
  package mutating func remove(_ units: [Int]) {
    if units.isEmpty { return }
    if gone.isEmpty { gone = [UInt64](repeating: 0, count: (part.count + 63) / 64) }
    var fewer: [UInt32: UInt32] = [:]
    for (number, count) in fewerClasses { fewer[number] = count }
    for unit in units where !isGone(unit) {
      gone[unit >> 6] |= 1 << UInt64(unit & 63)
      goneCount += 1
      for number in Set(part.classes(ofUnit: unit)) { fewer[number, default: 0] += 1 }
    }
    fewerClasses = fewer.map { ($0.key, $0.value) }.sorted { $0.number < $1.number }
  }

  /// The units that are gone, in the order of their numbers.
  var goneUnits: [UInt32] {
    var units = [UInt32]()
    for (word, bits) in gone.enumerated() where bits != 0 {
      for bit in 0..<64 where bits >> UInt64(bit) & 1 != 0 { units.append(UInt32(word * 64 + bit)) }
    }
    return units
  }

  /// The number of live units that hold a class.
  ///
  /// - Complexity: O(log c), where c is the number of classes of all gone units.
  func holding(_ number: UInt32) -> Int {
    let place = fewerClasses.indices.end(ofPrefixWhere: { fewerClasses[$0].number < number })
    let isFewer = place < fewerClasses.count && fewerClasses[place].number == number
    return max(0, part.holding(number) - (isFewer ? Int(fewerClasses[place].count) : 0))
  }
}

extension IndexPart {
  /// The units of some texts of the store, by the texts' numbers.
  ///
  /// - Complexity: O(units · log(wanted)). For most units, a comparison with the smallest and the
  ///   largest wanted number is enough.
  package func units(holding wanted: [Int64]) -> [Int] {
    let sorted = wanted.sorted()
    guard let first = sorted.first, let last = sorted.last else { return [] }
    var units = [Int]()
    let variants = unsafe table(.variants, of: UInt32.self)
    for unit in 0..<count {
      let found = unsafe firstVariant + Int64(variants[unit])
      if found < first || found > last { continue }
      if sorted[sorted.indices.end(ofPrefixWhere: { sorted[$0] < found })] == found {
        units.append(unit)
      }
    }
    return units
  }

  /// The number of units that hold a class, gone units included.
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

  /// The places of a unit's tokens; the unit must be below `count`.
  func tokens(ofUnit unit: Int) -> Range<Int> {
    let records = unsafe table(.records, of: UInt32.self)
    let (start, end) = unsafe (Int(records[unit * 8 + 1]), Int(records[unit * 8 + 9]))
    return start <= end && end <= tokenCount ? start..<end : 0..<0
  }

  /// The forms of a unit's tokens.
  func forms(ofUnit unit: Int) -> [UInt32] {
    guard unit < count else { return [] }
    let tokens = unsafe tokens
    return self.tokens(ofUnit: unit).compactMap { place in
      let form = unsafe tokens[place]
      return Int(form) < formCount ? form : nil
    }
  }
}
