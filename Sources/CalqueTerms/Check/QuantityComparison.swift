package import CalqueText

/// The quantities that a text and its translation do not both state.
///
/// A quantity is carried over if the other side states the same anywhere, in digits or in words.
/// What is written in digits must be carried over. What is written in words counts only where the
/// other side has a number in its place that the first side lacks: *trois ans* against "five years".
package struct QuantityComparison: Sendable {
  /// A quantity of one side, or one of each side, that the other side does not state.
  package struct Difference: Hashable, Sendable {
    /// The quantity of the source; nil if the target alone has one.
    package let source: Quantity?
    /// The quantity of the target; nil if the source alone has one.
    package let target: Quantity?

    /// Whether the difference is one of days, months, years and weekdays.
    package var isDate: Bool { (source ?? target)?.isDate == true }
  }

  /// The differences, in the order of the source; those of the target alone come last.
  package let differences: [Difference]

  /// Compares the quantities of a text with those of its translation.
  ///
  /// - Complexity: O(n · m) for n and m quantities.
  package init(_ source: [Quantity], _ target: [Quantity]) {
    let lost = source.filter { quantity in !target.contains { Self.agree(quantity, $0) } }
    var extra = target.filter { quantity in !source.contains { Self.agree(quantity, $0) } }
    var differences: [Difference] = []
    for quantity in lost {
      let place = Self.counterpart(of: quantity, among: extra, source, target)
      let other = place.map { extra.remove(at: $0) }
      if Self.counts(quantity, other) {
        differences.append(Difference(source: quantity, target: other))
      }
    }
    for quantity in extra
    where quantity.weight == .digits && !Self.isConversion(quantity) && !Self.isLoneMonth(quantity)
    {
      differences.append(Difference(source: nil, target: quantity))
    }
    self.differences = differences
  }

  /// Whether two quantities may say the same.
  private static func agree(_ a: Quantity, _ b: Quantity) -> Bool {
    a.readings.contains { mine in b.readings.contains { mine.agrees(with: $0) } }
  }

  /// The place among the other side's quantities of the one that stands for a quantity.
  private static func counterpart(
    of quantity: Quantity, among others: [Quantity], _ source: [Quantity], _ target: [Quantity]
  ) -> Int? {
    let kind = quantity.readings[0].kind
    let candidates = others.indices.filter { place in
      others[place].readings.contains { $0.kind == kind } && others[place].isDate == quantity.isDate
        || others[place].readings[0].kind == kind
    }
    // The same value with another unit is the counterpart; then the same unit; then the nearest.
    func distance(_ place: Int) -> Double {
      let other = others[place]
      let (mine, theirs) = (quantity.readings[0], other.readings[0])
      var distance = abs(
        share(of: quantity, in: source) - share(of: other, in: target))
      if other.isDate != quantity.isDate { distance += 8 }
      if !mine.hasValue(of: theirs) { distance += 4 }
      if mine.unit != theirs.unit { distance += 2 }
      return distance
    }
    return candidates.min { distance($0) < distance($1) }
  }

  /// The place of a quantity among those of its side, from 0 to 1.
  private static func share(of quantity: Quantity, in all: [Quantity]) -> Double {
    guard let place = all.firstIndex(of: quantity) else { return 0 }
    return Double(place) / Double(max(1, all.count - 1))
  }

  private static func counts(_ quantity: Quantity, _ other: Quantity?) -> Bool {
    if isLoneMonth(quantity) { return other != nil }
    switch quantity.weight {
    case .digits: return !quantity.isAside || other != nil
    case .word: return other.map { $0.weight >= .word } ?? false
    case .weak: return other.map { $0.weight == .digits && !$0.isAside } ?? false
    }
  }

  /// Whether a quantity may be what a translation adds in brackets: "40 km (25 miles)".
  private static func isConversion(_ quantity: Quantity) -> Bool {
    quantity.isAside && (quantity.readings[0].unit != nil || quantity.readings[0].kind == .time)
  }

  private static func isLoneMonth(_ quantity: Quantity) -> Bool {
    quantity.readings[0].kind == .month && quantity.weight != .digits
  }
}
