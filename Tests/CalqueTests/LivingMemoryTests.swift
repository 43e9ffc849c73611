import Calque
import CalqueModel
import CalqueStore
import TestSupport
import Testing

@Suite("A memory that changes")
struct LivingMemoryTests {
  /// A store under random changes, by this process's own writer.
  private struct Life {
    var random: SplitMix64
    let folder: TemporaryFolder
    let workspace: Workspace
    var units: [(id: UnitID, source: String)] = []

    static let memories = ["news", "old", "law"]
    static let words = """
      le la les l’ un sommet sommets ministre ministres Bercy Londres 12 13 ne pas accueillera \
      prochain prochaine risque « » , . sécurité
      """.split(separator: " ").map(String.init)

    init(seed: UInt64) throws {
      random = SplitMix64(seed: seed)
      folder = try TemporaryFolder()
      let surroundings = Surroundings(folder: folder.path)
      _ = try Workspace.initialise(pair: LanguagePair("fr-en"), in: surroundings)
      workspace = try Workspace(opening: .find(in: surroundings), for: .writing)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &random) }

    mutating func one<T>(_ list: [T]) -> T? { list.randomElement(using: &random) }

    mutating func text() -> String {
      (0..<number(1...9)).compactMap { _ in one(Self.words) }.joined(separator: " ")
    }

    /// A text that is there, changed a little or not at all, or a new one.
    mutating func nearText() -> String {
      guard number(0...4) > 0, let known = one(units)?.source else { return text() }
      var words = known.split(separator: " ").map(String.init)
      for _ in 0..<number(0...2) {
        let place = number(0...(words.count - 1))
        if number(0...1) == 0, words.count > 1 {
          words.remove(at: place)
        } else {
          words.insert(one(Self.words) ?? "", at: place)
        }
      }
      return words.joined(separator: " ")
    }

    mutating func pair() -> LanguagePair? {
      one(["fr-en", "fr-en", "fr-FR:en-GB", "fr-CA:en-US"]).flatMap { LanguagePair($0) }
    }

    mutating func status() -> UnitStatus {
      one([.translated, .translated, .draft, .reviewed, .approved, .rejected]) ?? .draft
    }

    /// One change, whose outcome the next question must know; says what it was.
    mutating func change() throws -> String {
      switch number(0...9) {
      case 0...4:
        return try add()
      case 5, 6:
        guard let place = units.indices.randomElement(using: &random) else { return "nothing" }
        let text = nearText()
        let status: UnitStatus? = number(0...2) == 0 ? self.status() : nil
        try workspace.edit(
          unit: units[place].id, source: text, target: number(0...1) == 0 ? self.text() : nil,
          status: status)
        units[place].source = text
        return "edit \(units[place].id)"
      case 7, 8:
        guard let place = units.indices.randomElement(using: &random) else { return "nothing" }
        let unit = units.remove(at: place)
        try workspace.remove(units: [unit.id])
        return "rm \(unit.id)"
      default:
        let rows = (0..<number(1...30)).map { _ in "\(nearText())\t\(text())" }
        let file = try folder.write(rows.joined(separator: "\n"), to: "more.fr-en.tsv")
        var options = ImportOptions()
        options.kind = .memory
        options.into = one(Self.memories)
        _ = try workspace.importFile(file, options: options)
        return "import \(rows.count)"
      }
    }

    private mutating func add() throws -> String {
      guard let pair = pair(), let memory = one(Self.memories) else { return "nothing" }
      let source = nearText()
      let added = try workspace.add(
        source, number(0...2) == 0 ? "the summit" : text(), pair: pair, into: memory,
        status: status())
      units.append((added.id, source))
      return "add \(added.id) to \(memory)"
    }

    /// A question with whatever options there are.
    mutating func options() throws -> LookupOptions {
      var options = LookupOptions(pair: try #require(pair()))
      options.minimum = number(0...2) == 0 ? number(1...100) : number(30...80)
      options.limit = number(1...12)
      if number(0...2) == 0 {
        var memories: [String: Int] = [:]
        let there = Set(try workspace.stats().holdings(.memory).map(\.resource.name))
        for name in there.sorted() where number(0...2) > 0 { memories[name] = number(0...6) }
        options.memories = memories
      }
      if number(0...2) == 0 {
        options.add([PenaltyChoice(.status(.draft), points: number(0...9))])
      }
      if number(0...1) == 0 { options.add([PenaltyChoice(.region, points: number(1...9))]) }
      return options
    }
  }

  @Test(
    "answers by the index as the scan does, in the same order, after any change",
    arguments: 1...6)
  func indexEqualsScan(seed: UInt64) throws {
    var life = try Life(seed: seed)
    // A reader that lives through all the changes, and one that is made for each question.
    let pair = try #require(LanguagePair("fr-en"))
    let reader = try Workspace(opening: life.workspace.location)
    let lasting = try Lookup(store: reader.store, options: LookupOptions(pair: pair))
    for round in 0..<25 {
      let change = try life.change()
      for _ in 0..<2 {
        let query = life.nearText()
        let at = "seed \(seed), round \(round), after \(change), query “\(query)”"
        var options = try life.options()
        let found = try answer(query, reader, options)
        options.usesScan = true
        #expect(try found == answer(query, reader, options), "\(at), \(options)")
        // Every pair of the store, ranked: the first of them are what a short list must show.
        let limit = options.limit
        options.limit = 100_000
        let all = try Lookup(store: reader.store, options: options).answer(query).matches
        let few = try Lookup(store: reader.store, options: setting(options, limit: limit))
          .answer(query).matches
        #expect(few == Array(all.prefix(limit)), "\(at), \(options)")

        var plain = LookupOptions(pair: pair)
        plain.usesScan = true
        #expect(try lasting.answer(query).json == answer(query, reader, plain), "\(at)")
        #expect(lasting.notice == nil)
      }
    }
  }

  private func setting(_ options: LookupOptions, limit: Int) -> LookupOptions {
    var options = options
    options.limit = limit
    return options
  }

  private func answer(
    _ query: String, _ workspace: Workspace, _ options: LookupOptions
  ) throws -> String {
    try Lookup(store: workspace.store, options: options).answer(query).json
  }

  @Test("finds what was added, what was edited as it is now, and no longer what was removed")
  func atOnce() throws {
    let life = try Life(seed: 0)
    let pair = try #require(LanguagePair("fr-en"))
    let reader = try Workspace(opening: life.workspace.location)
    let lookup = try Lookup(store: reader.store, options: LookupOptions(pair: pair))
    #expect(try lookup.answer("Le vote est clos.").matches.isEmpty)
    let added = try life.workspace.add("Le vote est clos.", "The vote is closed.", pair: pair)
    #expect(try lookup.answer("Le vote est clos.").matches.map(\.target) == ["The vote is closed."])
    try life.workspace.edit(unit: added.id, target: "Voting has closed.", status: .approved)
    let edited = try #require(try lookup.answer("Le vote est clos.").matches.first)
    #expect(edited.target == "Voting has closed.")
    #expect(edited.status == .approved)
    #expect(edited.unit == added.id)
    try life.workspace.edit(unit: added.id, status: .rejected)
    #expect(try lookup.answer("Le vote est clos.").matches.isEmpty)
    try life.workspace.edit(unit: added.id, source: "Le scrutin est clos.", status: .draft)
    #expect(try lookup.answer("Le scrutin est clos.").matches.first?.score == 100)
    try life.workspace.remove(units: [added.id])
    #expect(try lookup.answer("Le scrutin est clos.").matches.isEmpty)
  }

  @Test("names all the memories that hold a match, however few are asked for")
  func memories() throws {
    let life = try Life(seed: 0)
    let pair = try #require(LanguagePair("fr-en"))
    for memory in ["c", "a", "b"] {
      try life.workspace.add("Le vote est clos.", "The vote is closed.", pair: pair, into: memory)
    }
    try life.workspace.add("Le vote est clos.", "Voting is over.", pair: pair, into: "d")
    var options = LookupOptions(pair: pair)
    options.limit = 1
    func memories(of options: LookupOptions) throws -> [[String]] {
      try Lookup(store: life.workspace.store, options: options).answer("Le vote est clos.")
        .matches.map(\.memories)
    }
    #expect(try memories(of: options) == [["d"]])
    options.limit = 2
    #expect(try memories(of: options) == [["d"], ["b", "a", "c"]])
    options.memories = ["c": 0, "b": 5]
    options.limit = 1
    #expect(try memories(of: options) == [["c", "b"]])
  }
}
