/// A quantity that a text states: a number with its unit, a part of a date, a time, a weekday.
package struct Quantity: Hashable, Sendable {
  /// The dimension of a value.
  package enum Kind: Hashable, Sendable {
    /// A number: of things, of a day, of a year, of a rank.
    case number
    /// A month, from 1.
    case month
    /// A day of the week, from 1 for Monday.
    case weekday
    /// A time of the day, in minutes.
    case time
  }

  /// A value that the words may mean.
  package struct Reading: Hashable, Sendable {
    package let kind: Kind
    package let value: Double
    package let unit: QuantityUnit?

    package init(_ kind: Kind, _ value: Double, _ unit: QuantityUnit? = nil) {
      self.kind = kind
      self.value = value
      self.unit = unit
    }
  }

  /// The certainty that a translation says the same.
  package enum Weight: Int, Comparable, Sendable {
    /// A translation may well leave the words out: *un*, *premier*, *moitié*.
    case weak
    /// The number is written in words.
    case word
    /// The number is written in digits.
    case digits

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// The quantity's bytes in the text.
  package let range: Range<Int>
  /// The values that the words may mean, the likeliest first; never empty.
  package let readings: [Reading]
  /// The certainty that a translation says the same.
  package let weight: Weight
  /// Whether the quantity is a part of a date.
  package let isDate: Bool
  /// Whether the quantity stands in brackets.
  package let isAside: Bool
}

extension Quantity.Reading {
  /// Whether two values are the same number, whatever their units.
  package func hasValue(of other: Self) -> Bool {
    kind == other.kind && abs(value - other.value) <= 1e-6 * max(abs(value), abs(other.value))
  }

  /// Whether two readings say the same.
  ///
  /// A unit that one side leaves out is no difference, except for per cent. Stretches of time agree
  /// where they are about equally long: *quinze jours* is "two weeks".
  package func agrees(with other: Self) -> Bool {
    if case .time(let days)? = unit, case .time(let otherDays)? = other.unit, kind == other.kind {
      let (mine, theirs) = (value * days, other.value * otherDays)
      // Eight and fifteen days are one and two weeks in French.
      return abs(mine - theirs) <= (days == otherDays ? 1e-6 : 0.145) * max(mine, theirs)
    }
    guard hasValue(of: other) else { return false }
    if unit == other.unit { return true }
    if [unit, other.unit] == [.percent, .points] || [unit, other.unit] == [.points, .percent] {
      return false
    }
    guard let unit else { return other.unit != .percent }
    guard let otherUnit = other.unit else { return unit != .percent }
    // A number of hours may be a time, and one of points a score.
    return unit.kind != otherUnit.kind && (unit.kind > 2 || otherUnit.kind > 2)
  }
}

extension QuantityUnit {
  /// The kind of a unit, by number; those from 3 on may be left out or be something else.
  fileprivate var kind: Int {
    switch self {
    case .percent: 0
    case .currency: 1
    case .measure: 2
    case .points: 3
    case .time: 4
    }
  }
}
