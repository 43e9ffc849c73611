import CalqueAlign
import CalqueModel
import CalqueStore
import CalqueSystem

/// The word pairs that the memories of a store teach, kept as a file beside the index.
///
/// The file is derived data: it names the state of the store, and that of the units, from which it
/// was made. A change of the store that is none of the units that teach, such as an alignment into a
/// memory, only gives the file a new first line; after any other change the words are learned again.
/// The file may be deleted at any time. Where it cannot be written, the words are learned and not
/// kept.
struct LearnedWords {
  let store: Store
  /// The two languages in the order of their tags, so that one file serves both directions.
  private let pair: LanguagePair
  private let isReversed: Bool

  /// The maximum number of units that are learned from; of a larger memory, evenly spread ones.
  private static let maxUnits = 30_000
  /// The maximum number of ties of the training (`BilingualLexicon.learned`).
  private static let maxTies = 10_000_000
  /// The number of units that are read at once.
  private static let batch = 250
  /// The first cell of the file's first line.
  private static let mark = "#calque-words-2"

  init(_ store: Store, pair: LanguagePair) {
    self.store = store
    isReversed = pair.target.primary < pair.source.primary
    self.pair = isReversed ? pair.reversed : pair
  }

  /// The word pairs of the present state of the store; nil if the store has no memory.
  ///
  /// - Throws: `StoreError`.
  /// - Complexity: about a second for each 10,000 units, at most some three seconds; a few
  ///   milliseconds where the file is there.
  func lexicon() throws -> BilingualLexicon? {
    let memories = try store.resources(.memory)
    guard !memories.isEmpty else { return nil }
    let generation = try store.generation()
    let file = kept()
    let lexicon: BilingualLexicon
    if let file, file.state.hasPrefix(Self.text(generation) + "\t") {
      lexicon = file.lexicon
    } else {
      let units = try memories.map {
        try store.unitsState(of: $0.id, without: AlignedOrigin.name)
      }
      let taught = zip(memories, units).map {
        "\($0.id):\($1.count):\(Self.text($1.lastChange))"
      }.joined(separator: ",")
      if let file, file.state.hasSuffix("\t" + taught) {
        lexicon = file.lexicon
      } else {
        lexicon = try learned(memories, units.map(\.count))
      }
      keep(lexicon, Self.text(generation) + "\t" + taught)
    }
    return isReversed ? lexicon.reversed : lexicon
  }

  // MARK: The file

  private var path: String {
    Paths.join(store.path + "-index", "\(pair.source.primary)-\(pair.target.primary).words")
  }

  /// A state of the store as a cell of the first line.
  private static func text(_ generation: StoreGeneration) -> String {
    "\(generation.sequence).\(generation.mark)"
  }

  /// The words in the file, with the states that its first line names; nil if the file is not whole.
  ///
  /// The first line holds the mark, the sum of the words, the state of the store and that of the
  /// units.
  private func kept() -> (state: String, lexicon: BilingualLexicon)? {
    guard let bytes = try? Files.read(path), let end = bytes.firstIndex(of: 0x0A) else {
      return nil
    }
    let table = Array(bytes[(end + 1)...])
    let heading = bytes[..<end]
    let start = Array(Self.heading(table).utf8)
    guard heading.starts(with: start) else { return nil }
    let state = String(decoding: heading.dropFirst(start.count), as: UTF8.self)
    return (state, BilingualLexicon(table: table.span))
  }

  /// The beginning of the first line.
  private static func heading(_ table: [UInt8]) -> String {
    let hash = unsafe TextHash.of(table.span.bytes)
    return "\(mark)\t\(hash)\t"
  }

  private func keep(_ lexicon: BilingualLexicon, _ state: String) {
    let table = lexicon.table
    try? Files.makeFolder(Paths.folder(of: path))
    guard let file = try? AtomicFile(path) else { return }
    try? file.write(Array((Self.heading(table) + state + "\n").utf8) + table)
    try? file.commit(synchronizesFolder: false)
  }

  // MARK: Learning

  private func learned(
    _ memories: [StoredResource], _ counts: [Int]
  ) throws -> BilingualLexicon {
    let snapshot = try store.snapshot()
    let count = counts.reduce(0, +)
    // So many ids are passed over behind each batch, if a memory's ids follow one another.
    let skip = Int64(max(0, count - Self.maxUnits) * Self.batch / Self.maxUnits)
    var pairs: [(source: String, target: String)] = []
    for memory in memories {
      var last: UnitID?
      while true {
        let units = try snapshot.units(of: memory.id, after: last, count: Self.batch)
        for unit in units where isTaught(unit.unit) {
          if let pair = texts(unit.unit) { pairs.append(pair) }
        }
        guard units.count == Self.batch, let next = units.last?.id else { break }
        last = UnitID(next.rawValue + skip)
      }
    }
    var selection = BilingualLexicon.Selection()
    selection.minCount = 0.5
    selection.minProbability = 0
    return BilingualLexicon.learned(from: pairs, keeping: selection, maxTies: Self.maxTies)
  }

  /// Whether a unit teaches words: units that alignment made do not, so that errors do not feed on
  /// themselves, and an interrupted batch starts again from the same words.
  private func isTaught(_ unit: TranslationUnit) -> Bool {
    unit.status != .rejected && unit.origin != AlignedOrigin.name
  }

  private func texts(_ unit: TranslationUnit) -> (source: String, target: String)? {
    func text(_ language: LanguageTag) -> String? {
      unit.variants.first { $0.language.primary == language.primary }?.text
    }
    guard let source = text(pair.source), let target = text(pair.target) else { return nil }
    return (source, target)
  }
}
