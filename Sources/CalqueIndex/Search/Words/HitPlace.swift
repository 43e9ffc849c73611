/// The place of a unit among the hits of a search, apart from its closeness: the latest changed
/// first, of those that were changed together the last.
struct HitPlace: Comparable {
  /// The number of the change that made the unit's present state.
  let changed: Int64
  /// The unit's number in the store.
  let unit: Int64

  @inline(__always)
  static func < (a: HitPlace, b: HitPlace) -> Bool {
    a.changed != b.changed ? a.changed > b.changed : a.unit > b.unit
  }
}
