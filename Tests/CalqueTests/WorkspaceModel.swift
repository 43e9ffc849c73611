import CalqueModel

/// What a workspace has to hold and to answer, as plain values and by the most obvious means.
///
/// The model shares no code with the product: two texts are equal if their strings are equal, so a
/// life keeps to words that need no folding.
struct WorkspaceModel {
  /// A unit of a memory.
  struct Unit {
    var id: UnitID
    var source: String
    var target: String
    var status: UnitStatus
    /// The number of the change that made the unit's present state.
    var change: Int
  }

  /// A memory and its units, in the order in which they were added.
  struct Memory {
    let name: String
    var units: [Unit] = []
  }

  /// A row of a memory's file.
  struct Row: Hashable {
    var source: String
    var target: String
    var status = UnitStatus.translated
  }

  /// A match of 100 points.
  struct Match: Hashable {
    let source: String
    let target: String
    let unit: UnitID
    let memories: [String]
    let status: UnitStatus
  }

  /// What became of the rows of a file.
  struct Counts: Hashable {
    var stored = 0
    var known = 0
    var skipped = 0
  }

  /// The memories, in the order in which they were made.
  var memories: [Memory] = []
  /// The glossaries, in the order in which they were made.
  var glossaries: [GlossaryModel] = []
  /// How many changes there were.
  var changes = 0

  /// Where each unit stands: its memory and its place in that memory.
  var unitPlaces: [(memory: Int, unit: Int)] {
    memories.indices.flatMap { memory in
      memories[memory].units.indices.map { (memory, $0) }
    }
  }

  /// The ids of the units of a memory that have these texts.
  func units(of memory: String, _ source: String, _ target: String) -> [UnitID] {
    memories.filter { $0.name == memory }.flatMap(\.units)
      .filter { $0.source == source && $0.target == target }.map(\.id)
  }

  /// The place of a memory, which is made if it is not there.
  mutating func place(ofMemory name: String) -> Int {
    if let place = memories.firstIndex(where: { $0.name == name }) { return place }
    memories.append(Memory(name: name))
    return memories.count - 1
  }

  /// The place of a glossary, which is made if it is not there.
  mutating func place(ofGlossary name: String) -> Int {
    if let place = glossaries.firstIndex(where: { $0.name == name }) { return place }
    glossaries.append(GlossaryModel(name: name))
    return glossaries.count - 1
  }

  /// Adds a unit that the memory does not have.
  mutating func add(_ row: Row, to memory: String, id: UnitID) {
    changes += 1
    let place = place(ofMemory: memory)
    memories[place].units.append(
      Unit(
        id: id, source: row.source, target: row.target, status: row.status, change: changes))
  }

  /// Changes the unit at a place, and says whether it is another one now.
  mutating func edit(
    at place: (memory: Int, unit: Int), source: String?, target: String?, status: UnitStatus?
  ) -> Bool {
    var unit = memories[place.memory].units[place.unit]
    unit.source = source ?? unit.source
    unit.target = target ?? unit.target
    unit.status = status ?? unit.status
    let before = memories[place.memory].units[place.unit]
    guard
      (unit.source, unit.target, unit.status) != (before.source, before.target, before.status)
    else { return false }
    changes += 1
    unit.change = changes
    memories[place.memory].units[place.unit] = unit
    return true
  }

  /// Imports the rows of a file: a row whose texts the memory has is known, however trusted they are.
  ///
  /// New units have no id yet.
  mutating func importRows(_ rows: [Row], into memory: String) -> Counts {
    changes += 1
    let place = place(ofMemory: memory)
    var counts = Counts()
    for row in rows {
      let isKnown = memories[place].units.contains {
        $0.source == row.source && $0.target == row.target
      }
      if isKnown {
        counts.known += 1
        continue
      }
      counts.stored += 1
      memories[place].units.append(
        Unit(
          id: UnitID(0), source: row.source, target: row.target, status: row.status,
          change: changes))
    }
    return counts
  }

  /// The matches of 100 points: the more trusted first, then the newest, then by id; each pair of
  /// texts once, with the memories that hold the pair.
  func exactMatches(_ query: String) -> [Match] {
    let trust: [UnitStatus] = [.approved, .reviewed, .translated, .draft]
    let found = memories.flatMap { memory in memory.units.map { (memory: memory.name, unit: $0) } }
      .compactMap { item in
        trust.firstIndex(of: item.unit.status).map { (trust: $0, item.memory, item.unit) }
      }
      .filter { $0.2.source == query }
      .sorted {
        ($0.trust, -$0.2.change, $0.2.id.rawValue) < ($1.trust, -$1.2.change, $1.2.id.rawValue)
      }
    var matches: [Match] = []
    for (_, _, unit) in found where !matches.contains(where: { $0.target == unit.target }) {
      var memories: [String] = []
      for (_, memory, other) in found
      where other.target == unit.target && !memories.contains(memory) {
        memories.append(memory)
      }
      matches.append(
        Match(
          source: query, target: unit.target, unit: unit.id, memories: memories,
          status: unit.status))
    }
    return matches
  }

  /// The answers to the terms of a text: by place, the longest first, then by rank.
  func terms(in text: String) -> [GlossaryModel.Answer] {
    // The newest glossary answers first.
    let ranked = glossaries.reversed().enumerated().flatMap { rank, glossary in
      WordStretch.all(in: text).flatMap { stretch in
        glossary.answers(to: stretch, glossaryRank: rank)
      }
    }
    let evidence = Self.evidence(in: ranked)
    func rank(_ ranked: GlossaryModel.RankedAnswer, of all: [GlossaryModel.RankedAnswer]) -> [Int] {
      let rivals = all.filter { $0.place == ranked.place }
      let own = Set(rivals.map(\.answer.concept))
      func count(_ rival: GlossaryModel.RankedAnswer) -> Int? {
        rival.domains.map { domain in (evidence[domain] ?? []).subtracting(own).count }.max()
      }
      let best = rivals.compactMap(count).max() ?? 0
      let isOffTopic = best >= 2 && (count(ranked) ?? best) * 2 <= best
      return ranked.before + [isOffTopic ? 1 : 0] + ranked.after
    }
    return ranked.map { (rank($0, of: ranked), $0) }
      .sorted { $0.0.lexicographicallyPrecedes($1.0) }
      .compactMap { Self.withoutRefused($0.1, ranked) }
  }

  /// An answer without the translations that an earlier glossary forbids at its place; nil if none
  /// is left.
  private static func withoutRefused(
    _ ranked: GlossaryModel.RankedAnswer, _ all: [GlossaryModel.RankedAnswer]
  ) -> GlossaryModel.Answer? {
    let refused = all.filter { $0.place == ranked.place && $0.before[3] < ranked.before[3] }
      .flatMap(\.answer.translations).filter { $0.status == .forbidden }.map(\.text)
    var answer = ranked.answer
    answer.translations.removeAll { refused.contains($0.text) }
    return answer.translations.isEmpty ? nil : answer
  }

  /// The concepts that show what a text is about, by domain: those of the places, from the left and
  /// the longest first, where all answers are of one domain.
  private static func evidence(
    in ranked: [GlossaryModel.RankedAnswer]
  ) -> [String: Set<ConceptID>] {
    var evidence: [String: Set<ConceptID>] = [:]
    var end = 0
    for place in Set(ranked.map(\.place)).sorted(by: { $0.lexicographicallyPrecedes($1) })
    where place[0] >= end {
      end = -place[1]
      let rivals = ranked.filter { $0.place == place }
      let domains = Set(rivals.flatMap(\.domains))
      guard domains.count == 1, let domain = domains.first else { continue }
      evidence[domain, default: []].formUnion(rivals.map(\.answer.concept))
    }
    return evidence
  }
}

/// Some words of a text that stand side by side, with nothing but a blank between two of them.
struct WordStretch {
  let start: Int
  let text: String

  /// The end, exclusive, in bytes.
  var end: Int { start + text.utf8.count }

  /// Every stretch of one word or more between two commas.
  static func all(in text: String) -> [WordStretch] {
    var stretches: [WordStretch] = []
    var offset = 0
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      var words: [(start: Int, text: String)] = []
      var place = offset
      for word in part.split(separator: " ", omittingEmptySubsequences: false) {
        if !word.isEmpty { words.append((place, String(word))) }
        place += word.utf8.count + 1
      }
      for first in words.indices {
        for last in first..<words.count {
          let joined = words[first...last].map(\.text).joined(separator: " ")
          stretches.append(WordStretch(start: words[first].start, text: joined))
        }
      }
      offset += part.utf8.count + 1
    }
    return stretches
  }
}
