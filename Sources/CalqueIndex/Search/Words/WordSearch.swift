/// Finds the texts that may hold some words, by the posting lists of the words' classes.
package struct WordSearch: Sendable {
  /// A text that may hold the words.
  package struct Candidate: Sendable {
    /// The text's number in the store.
    package let variant: Int64
    /// The unit's number in the store.
    package let unit: Int64
    /// The memory's number in the store.
    package let resource: Int64
    /// The number of the change that made the unit's present state.
    package let changed: Int64
  }

  private let parts: [LivePart]

  /// A search over the parts of an index.
  package init(_ parts: [LivePart]) { self.parts = parts }

  /// The texts that hold at least one class of each group, in no order.
  ///
  /// - Parameter groups: the names of classes: a kind as a byte, then the key in UTF-8.
  /// - Returns: the texts.
  /// - Throws: `IndexError.damaged` if a table of the index is damaged.
  /// - Complexity: O(units of the rarest group · log units), and O(n log n) for a group of several
  ///   classes.
  package func candidates(
    _ groups: [[[UInt8]]]
  ) throws(IndexError) -> [Candidate] {
    var found = [Candidate]()
    for live in parts {
      for unit in try units(groups, in: live) where !live.isGone(Int(unit)) {
        let number = live.part.number(Int(unit))
        found.append(
          Candidate(
            variant: live.part.variant(Int(unit)), unit: number.unit,
            resource: live.part.resource(Int(unit)), changed: number.change))
      }
    }
    return found
  }

  private func units(
    _ groups: [[[UInt8]]], in live: LivePart
  ) throws(IndexError) -> [UInt32] {
    let layout = live.part.postingLayout
    var lists = [[ClassUnits]]()
    for names in groups {
      var group = [ClassUnits]()
      for name in names {
        guard let number = live.part.classNumber(named: name) else { continue }
        group.append(try ClassUnits(number, of: live.part, layout))
      }
      if group.isEmpty { return [] }
      lists.append(group)
    }
    lists.sort { $0.reduce(0) { $0 + $1.count } < $1.reduce(0) { $0 + $1.count } }
    guard let first = lists.first else { return [] }
    var units = Self.union(first.map(\.units))
    for group in lists.dropFirst() {
      units = Self.union(
        group.map { list in
          var kept = units
          list.intersect(&kept)
          return kept
        })
    }
    return units
  }

  /// The units of all lists, sorted, each once.
  private static func union(_ lists: [[UInt32]]) -> [UInt32] {
    if lists.count == 1 { return lists[0] }
    var all = [UInt32]()
    for unit in lists.joined().sorted() where all.last != unit { all.append(unit) }
    return all
  }
}
