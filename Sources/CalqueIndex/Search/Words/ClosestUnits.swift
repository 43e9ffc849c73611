internal import CalqueMatch

/// The units of some rows that hold a query, the closest first, then the latest changed.
///
/// Nothing precedes a unit that is as close as a row can be, except a later one that is, too. So the
/// units are judged from the latest on, and each that is as close is the next; the others wait. Of a
/// hundred thousand units that hold a frequent word, a hundred are judged. Where the latest are
/// rarely as close, all others are judged in the order in which they lie, and only those that are
/// wanted are sorted. A unit may come again, less close, by another row.
struct ClosestUnits {
  /// The rows of a part, and those that are next.
  private struct Source {
    var words: RowJudge
    var rows: RowQueue
    /// The place of the next row; nil if there is none.
    var place: HitPlace?

    mutating func next() -> Int? {
      defer { place = rows.place }
      return rows.next()
    }
  }

  private let closest: WordConcordance.Closeness
  private let memories: Set<Int64>
  private var sources: [Source] = []
  /// The units that were judged one by one and are not as close as can be, by closeness.
  private var others: [[UnitsWithWords.Unit]] = [[], [], [], []]
  /// The rows that were judged together, by closeness and source.
  private var judged: [[[UInt32]]] = []
  /// The closeness of the units that are next; nil while the latest are judged.
  private var closeness: WordConcordance.Closeness?
  /// The number of units of this closeness that are given of `others`.
  private var place = 0

  /// - Parameters:
  ///   - rows: rows of parts.
  ///   - closest: a closeness than which no row is closer.
  ///   - memories: the memories whose units count.
  init(
    _ rows: [(words: RowJudge, rows: [UInt32])], closest: WordConcordance.Closeness,
    memories: Set<Int64>
  ) {
    (self.closest, self.memories) = (closest, memories)
    for (words, rows) in rows where !rows.isEmpty {
      let queue = RowQueue(rows, of: words.live, sortsAll: false)
      sources.append(Source(words: words, rows: queue, place: queue.place))
    }
  }

  /// The next unit; nil if there are no more.
  mutating func nextUnit() -> UnitsWithWords.Unit? {
    if closeness == nil {
      if let unit = nextOfLatest() { return unit }
      judgeRest()
      begin(closest)
    }
    while let closeness {
      if place < others[closeness.rawValue].count {
        defer { place += 1 }
        return others[closeness.rawValue][place]
      }
      if let unit = nextJudged(closeness) { return unit }
      guard let next = WordConcordance.Closeness(rawValue: closeness.rawValue + 1) else { break }
      begin(next)
    }
    return nil
  }

  /// The next unit that is as close as can be, of the latest; nil if the next are not sorted.
  private mutating func nextOfLatest() -> UnitsWithWords.Unit? {
    while !sources.contains(where: { $0.rows.hasRest }),
      let place = sources.lazy.compactMap(\.place).min()
    {
      guard let closeness = judge(place) else { continue }
      let unit = UnitsWithWords.Unit(
        unit: place.unit, changed: place.changed, closeness: closeness)
      if closeness == closest { return unit }
      others[closeness.rawValue].append(unit)
    }
    return nil
  }

  /// Takes the rows of a unit, and judges them; nil if none of them holds the query.
  private mutating func judge(_ place: HitPlace) -> WordConcordance.Closeness? {
    var found: WordConcordance.Closeness?
    for number in sources.indices {
      while sources[number].place == place, let row = sources[number].next() {
        guard found != closest,
          memories.contains(sources[number].words.live.part.resource(row)),
          let closeness = sources[number].words.closeness(of: row)
        else { continue }
        found = min(found ?? closeness, closeness)
      }
    }
    return found
  }

  /// Judges all rows that are left.
  private mutating func judgeRest() {
    var judged = [[[UInt32]]](
      repeating: Array(repeating: [], count: sources.count), count: others.count)
    for number in sources.indices {
      let part = sources[number].words.live.part
      let rest = sources[number].rows.rest.filter { memories.contains(part.resource(Int($0))) }
      sources[number].words.forEachCloseness(ofMany: rest) { row, closeness in
        judged[closeness.rawValue][number].append(row)
      }
    }
    self.judged = judged
  }

  /// Begins with the units of a closeness.
  private mutating func begin(_ closeness: WordConcordance.Closeness) {
    (self.closeness, place) = (closeness, 0)
    for number in sources.indices {
      let rows = RowQueue(
        judged[closeness.rawValue][number], of: sources[number].words.live, sortsAll: true)
      (sources[number].rows, sources[number].place) = (rows, rows.place)
    }
  }

  /// The next unit of those that were judged together.
  private mutating func nextJudged(
    _ closeness: WordConcordance.Closeness
  ) -> UnitsWithWords.Unit? {
    guard let place = sources.lazy.compactMap(\.place).min() else { return nil }
    for number in sources.indices {
      while sources[number].place == place, sources[number].next() != nil {}
    }
    return UnitsWithWords.Unit(unit: place.unit, changed: place.changed, closeness: closeness)
  }
}
