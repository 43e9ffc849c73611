package import CalqueMatch

/// The units that hold a query on either side, the closest first, then the latest changed.
///
/// A word stands in the spelling of the query only in rows of the word's own class, and these are
/// few where the word has a form that is frequent: *étions* and *est*. So these rows are asked for
/// what is closest, before the others.
package struct UnitsWithWords {
  /// A unit that holds the query.
  package struct Unit: Sendable {
    /// The unit's number in the store.
    package let unit: Int64
    /// The number of the change that made the unit's present state.
    package let changed: Int64
    /// How close the closest text of the unit is to the query.
    package let closeness: WordConcordance.Closeness

    fileprivate func precedes(_ other: Unit) -> Bool {
      closeness != other.closeness ? closeness < other.closeness : place < other.place
    }

    private var place: HitPlace { HitPlace(changed: changed, unit: unit) }
  }

  private var own: ClosestUnits
  private var others: ClosestUnits
  /// The next units of both; nil if they are not asked yet, or have no more.
  private var next: (own: Unit?, other: Unit?)
  private var isAsked = (own: false, other: false)
  /// The units that were given: by a less close text they come again.
  private var given: Set<Int64> = []

  /// - Parameters:
  ///   - searches: the searches of the sides.
  ///   - memories: the memories whose units count.
  package init(_ searches: [WordSearch], memories: Set<Int64>) {
    let parts = searches.flatMap(\.parts)
    own = ClosestUnits(
      parts.map { ($0, $0.ownRows) }, closest: .phrase, memories: memories)
    others = ClosestUnits(
      parts.map { ($0, $0.otherRows) }, closest: .forms, memories: memories)
  }

  /// The next unit; nil if there are no more.
  package mutating func nextUnit() -> Unit? {
    while let unit = nextOfBoth() {
      if given.insert(unit.unit).inserted { return unit }
    }
    return nil
  }

  private mutating func nextOfBoth() -> Unit? {
    if !isAsked.own { (next.own, isAsked.own) = (own.nextUnit(), true) }
    // The others are not judged before their turn.
    if next.own?.closeness == .phrase { return takeOwn() }
    if !isAsked.other { (next.other, isAsked.other) = (others.nextUnit(), true) }
    guard let other = next.other else { return takeOwn() }
    if let own = next.own, own.precedes(other) { return takeOwn() }
    isAsked.other = false
    return other
  }

  private mutating func takeOwn() -> Unit? {
    // Without a next one there is none later either.
    isAsked.own = next.own == nil
    return next.own
  }
}
