import CalqueModel
import CalqueStore
import Foundation
import TestSupport
import Testing

/// An import that commits in several transactions, and is hidden until the last one.
@Suite("A large import")
struct LargeImportTests {
  let folder: TemporaryFolder
  let path: String
  let store: Store
  let source = ImportSource(kind: .memory, name: "large", file: "large.tmx", format: "tmx")
  static let units = (0..<900).map { number in
    var unit = pair("phrase \(number)", "sentence \(number)", id: "\(number)")
    if number % 10 == 3 { unit.status = .rejected }
    return unit
  }

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("calque.db")
    store = try Store.create(at: path).store
  }

  /// Begins the import and offers the first units; a transaction takes some hundred of them.
  private func begin(_ count: Int = units.count, in store: Store) throws -> RunningImport {
    let running = try store.beginImport(source, bytesAtOnce: 30_000, at: testMoment)
    var place = 0
    while place < count {
      let end = min(count, place + 100)
      try running.offer { session in
        for unit in Self.units[place..<end] { try session.add(unit) }
      }
      place = end
    }
    return running
  }

  /// A copy of the store as a killed process would leave it.
  private func copied(to name: String) throws -> Store {
    for ending in ["", "-wal"] where FileManager.default.fileExists(atPath: path + ending) {
      try FileManager.default.copyItem(atPath: path + ending, toPath: folder.file(name) + ending)
    }
    return try Store(opening: folder.file(name), for: .writing)
  }

  /// What questions of all kinds see: memories, texts, and the units that have changed.
  private func visible(_ store: Store) throws -> [String] {
    var seen = try store.resources().map(\.resource.name)
    try store.forEachVariant(language: "fr") { seen.append($0.text) }
    try store.forEachVariant(language: "fr", ofRejected: true) { seen.append($0.text) }
    let zero = StoreGeneration(sequence: 0, mark: 0)
    _ = try store.changes(language: "en", since: nil) { seen.append($0.text) }
    _ = try store.changes(language: "en", since: zero) { seen.append($0.text) }
    seen += (try store.unitsChanged(since: zero) ?? []).map { "unit \($0)" }
    seen += try store.variantsGone(language: "fr", since: 0).map { "gone \($0)" }
    for id in 1...1_000 {
      if let unit = try store.matchedUnit(UnitID(Int64(id))) { seen.append("\(unit)") }
      seen += try store.units([UnitID(Int64(id))]).map { "\($0)" }
    }
    let holds = try store.holds(
      "phrase 7", in: "fr", beside: "en", isExact: true, memories: nil, most: 100_000)
    seen += try store.statistics().holdings.map { "\($0)" }
    return seen + (holds ? ["holds"] : [])
  }

  @Test("shows nothing before its end, and at its end what an import in one transaction stores")
  func isHidden() throws {
    try store.load([pair("oui", "yes")])
    let before = try visible(store)
    let reader = try Store(opening: path, for: .reading)
    do {
      let running = try begin(in: store)
      let ledger = try copied(to: "ledger.db")
      #expect(try ledger.hasUnfinishedImport)
      #expect(try visible(store) == before)
      #expect(try visible(reader) == before)
      #expect(try running.finish().stored == Self.units.count)
    }
    let other = try Store.create(at: folder.file("other.db")).store
    try other.load([pair("oui", "yes")])
    _ = try other.importing(source, at: testMoment) { session in
      for unit in Self.units { try session.add(unit) }
    }
    #expect(try visible(reader) == visible(other))
    #expect(try reader.everyUnit(of: "large") == Self.units)
    #expect(try store.load(Self.units, into: "large").known == Self.units.count)
  }

  @Test("is no change of the store before its end; who has followed the store then sees it whole")
  func generation() throws {
    try store.load([pair("oui", "yes")])
    let before = try store.generation()
    let running = try begin(in: store)
    #expect(try store.generation() == before)
    _ = try running.finish()
    #expect(try store.generation() != before)
    var texts = [String]()
    let changes = try store.changes(language: "fr", since: before) { texts.append($0.text) }
    #expect(changes?.generation == (try store.generation()))
    #expect(texts == Self.units.filter { $0.status != .rejected }.map { $0.variants[0].text })
    #expect(try store.unitsChanged(since: before)?.count == Self.units.count)
  }

  @Test("that is broken off leaves nothing", arguments: [true, false])
  func brokenOff(hadUnits: Bool) throws {
    if hadUnits { try store.load([pair("oui", "yes")]) }
    let before = try visible(store)
    struct Interrupted: Error {}
    let running = try begin(in: store)
    #expect(throws: Interrupted.self) { try running.offer { _ in throw Interrupted() } }
    #expect(try !store.hasUnfinishedImport)
    #expect(try visible(store) == before)
    try store.load(Self.units, into: "large")
    #expect(try store.everyUnit(of: "large") == Self.units)
  }

  @Test("whose process was killed is removed by the next change", arguments: [true, false])
  func killed(hadUnits: Bool) throws {
    if hadUnits { try store.load([pair("oui", "yes")]) }
    let before = try visible(store)
    let running = try begin(700, in: store)
    let left = try copied(to: "left.db")
    #expect(try left.hasUnfinishedImport)
    #expect(try visible(left) == before)
    _ = try left.add(pair("non", "no"), into: "desk", at: testMoment)
    #expect(try !left.hasUnfinishedImport)
    #expect(try left.everyUnit(of: "desk") == [pair("non", "no")])
    try left.load(Self.units, into: "large")
    #expect(try left.everyUnit(of: "large") == Self.units)
    _ = try running.finish()
  }

  @Test("keeps other writers away until its end, and loses none of their changes")
  func otherWriters() async throws {
    let running = try begin(in: store)
    let path = path
    let writer = Task.detached {
      try Store(opening: path, for: .writing)
        .add(pair("non", "no"), into: "desk", at: testMoment).isNew
    }
    try await Task.sleep(for: .milliseconds(300))
    #expect(try store.resources().isEmpty)
    _ = try running.finish()
    #expect(try await writer.value)
    #expect(try store.everyUnit(of: "large") == Self.units)
    #expect(try store.everyUnit(of: "desk") == [pair("non", "no")])
  }

  @Test("of a dry run commits nothing")
  func dryRun() throws {
    let running = try store.beginImport(source, dryRun: true, bytesAtOnce: 1_000, at: testMoment)
    try running.offer { session in for unit in Self.units { try session.add(unit) } }
    #expect(try running.finish().stored == Self.units.count)
    #expect(try store.resources().isEmpty)
    #expect(try store.generation() == StoreGeneration(sequence: 0, mark: 0))
  }
}
