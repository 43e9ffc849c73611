/// The units that hold a core, as far as they hold the most tokens around it.
///
/// The fragment is the longest stretch around the core that a unit holds; of equally long ones, the
/// one that begins first.
package struct FragmentHolders: Sendable {
  /// The maximum number of units that are named for a fragment.
  package static let mostUnits = 10

  /// The tokens of the query that the units hold; nil while there is no unit.
  private var tokens: Range<Int>?
  private var units: [(unit: Int64, changed: Int64)] = []

  /// No units.
  package init() {}

  /// Whether a unit that holds some tokens of the query would be among the units of the fragment.
  package func takes(_ held: Range<Int>) -> Bool { tokens?.isBetter(than: held) != true }

  /// Adds a unit that holds some tokens of the query.
  package mutating func add(_ held: Range<Int>, unit: Int64, changed: Int64) {
    if !takes(held) { return }
    if let tokens, held != tokens { units.removeAll(keepingCapacity: true) }
    tokens = held
    units.append((unit, changed))
  }

  /// The fragment; nil if no unit was added.
  package var fragment: TextFragment? {
    guard let tokens else { return nil }
    var newest: [(unit: Int64, changed: Int64)] = []
    for unit in units {
      if newest.count == Self.mostUnits, let last = newest.last,
        (unit.changed, unit.unit) <= (last.changed, last.unit)
      {
        continue
      }
      if newest.contains(where: { $0.unit == unit.unit }) { continue }
      let place = newest.firstIndex { ($0.changed, $0.unit) < (unit.changed, unit.unit) }
      newest.insert(unit, at: place ?? newest.count)
      if newest.count > Self.mostUnits { newest.removeLast() }
    }
    return TextFragment(
      tokens: tokens, count: Set(units.map(\.unit)).count, units: newest.map(\.unit))
  }
}
