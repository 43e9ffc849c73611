package import CalqueMatch

/// The units that hold a query on either side, the closest first, then the latest changed.
///
/// Nothing precedes a unit that has the whole phrase, except a later one that has it, too. So the
/// units are judged from the latest on, a batch at a time, and each that has the phrase is the next;
/// the others wait until all have been judged. Of a hundred thousand units that hold a frequent
/// word, a hundred are judged.
package struct UnitsWithWords {
  /// A unit that holds the query.
  package struct Unit: Sendable {
    /// The unit's number in the store.
    package let unit: Int64
    /// The number of the change that made the unit's present state.
    package let changed: Int64
    /// How close the closest text of the unit is to the query.
    package let closeness: WordConcordance.Closeness
  }

  private var searches: [WordSearch]
  private let memories: Set<Int64>
  /// The rows that are judged next, in order; those before `next` are judged.
  private var batch: [(place: HitPlace, search: Int, row: WordSearch.Row)] = []
  private var next = 0
  /// The last place that was in a batch.
  private var last: HitPlace?
  private var size: Int
  /// Units without the whole phrase, by closeness.
  private var others: [[Unit]] = [[], [], []]
  private var isJudged = false
  private var given = (closeness: 0, place: 0)

  /// - Parameters:
  ///   - searches: the searches of the sides.
  ///   - memories: the memories whose units count.
  ///   - expected: the number of units that will probably be wanted.
  package init(_ searches: [WordSearch], memories: Set<Int64>, expected: Int) {
    (self.searches, self.memories) = (searches, memories)
    size = max(16, expected)
  }

  /// The next unit; nil if there are no more.
  package mutating func nextUnit() -> Unit? {
    while !isJudged {
      if next == batch.count {
        fillBatch()
        if batch.isEmpty { isJudged = true }
        continue
      }
      guard let unit = judge() else { continue }
      if unit.closeness == .phrase { return unit }
      others[unit.closeness.rawValue - 1].append(unit)
    }
    while given.closeness < others.count {
      if given.place < others[given.closeness].count {
        defer { given.place += 1 }
        return others[given.closeness][given.place]
      }
      given = (given.closeness + 1, 0)
    }
    return nil
  }

  /// Judges the rows of the next unit of the batch.
  private mutating func judge() -> Unit? {
    let place = batch[next].place
    var closest: WordConcordance.Closeness?
    while next < batch.count, batch[next].place == place {
      let (_, search, row) = batch[next]
      next += 1
      guard closest != .phrase, memories.contains(searches[search].memory(of: row)),
        let closeness = searches[search].closeness(of: row)
      else { continue }
      closest = min(closest ?? closeness, closeness)
    }
    return closest.map { Unit(unit: place.unit, changed: place.changed, closeness: $0) }
  }

  /// Takes the next rows in order, all of each unit.
  private mutating func fillBatch() {
    next = 0
    batch.removeAll(keepingCapacity: true)
    let after = last
    let bound = searches.reduce(0) { $0 + $1.count } > 2 * size ? lastPlace(after: after) : nil
    for (number, search) in searches.enumerated() {
      search.forEachRow { place, row in
        if let after, place <= after { return }
        if let bound, place > bound { return }
        batch.append((place, number, row))
      }
    }
    batch.sort { $0.place < $1.place }
    last = batch.last?.place
    size = min(size * 4, 1 << 32)
  }

  /// The place of the last unit of the next batch; nil if all that are left make one.
  private func lastPlace(after: HitPlace?) -> HitPlace? {
    var found: [HitPlace] = []
    var bound: HitPlace?
    for search in searches {
      search.forEachRow { place, _ in
        if let after, place <= after { return }
        if let bound, place >= bound { return }
        found.append(place)
        if found.count == 2 * size {
          found.sort()
          found.removeLast(size)
          bound = found.last
        }
      }
    }
    if bound == nil { return nil }
    found.sort()
    return found.count > size ? found[size - 1] : found.last
  }
}
