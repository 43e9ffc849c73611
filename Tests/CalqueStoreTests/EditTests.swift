import CalqueModel
import CalqueStore
import GRDB
import TestSupport
import Testing

@Suite("A single edit")
struct EditTests {
  let folder: TemporaryFolder
  let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.create(at: folder.file("calque.db")).store
    try store.load([pair("sommet", "peak"), pair("autre", "other")])
  }

  @Test("adds a unit to a new memory, once")
  func add() throws {
    let first = try store.add(pair("oui", "yes"), into: "mine", at: testMoment)
    #expect(first.isNew)
    let second = try store.add(pair("oui", "yes"), into: "mine", at: testMoment)
    #expect(!second.isNew && second.id == first.id)
    #expect(try store.everyUnit(of: "mine") == [pair("oui", "yes")])
    #expect(try store.resource(.memory, named: "mine").resource.languages == ["fr", "en"])
  }

  @Test("puts a new version in place under the same id, and names the texts that are gone")
  func edit() throws {
    let before = try texts(since: 0)
    let sequence = try store.lastSequence()
    #expect(
      try store.edit(unit: 1, at: testMoment) { $0.variants[1].text = "summit" })
    #expect(try store.units([1])[0].unit.variants.map(\.text) == ["sommet", "summit"])
    #expect(try store.units([1])[0].unit.changed == testMoment)
    #expect(try store.units([1])[0].sequence == sequence + 1)
    #expect(try store.variantsGone(language: "en", since: sequence) == [2])
    #expect(try texts(since: sequence) == ["summit"])
    #expect(before == ["peak", "other"])
    #expect(try texts(since: 0) == ["other", "summit"])
    #expect(try !store.edit(unit: 1, at: testMoment) { $0.variants[1].text = "summit" })
    #expect(try store.lastSequence() == sequence + 1)
  }

  @Test("hides a rejected unit from every walk")
  func reject() throws {
    let sequence = try store.lastSequence()
    #expect(try store.edit(unit: 1, at: testMoment) { $0.status = .rejected })
    #expect(try texts(since: 0) == ["other"])
    #expect(try store.variantsGone(language: "en", since: sequence).contains(2))
  }

  @Test("removes all of the units it names, or none")
  func remove() throws {
    #expect(throws: StoreError.noUnit(id: 77)) {
      try store.remove(units: [1, 77], at: testMoment)
    }
    #expect(try store.everyUnit().count == 2)
    try store.remove(units: [1], at: testMoment)
    #expect(try store.everyUnit() == [pair("autre", "other")])
    #expect(try store.units([1, 2]).map(\.id) == [2])
    #expect(throws: StoreError.noUnit(id: 1)) { try store.remove(units: [1], at: testMoment) }
  }

  @Test("removes a whole memory, whose name is then free")
  func removeMemory() throws {
    #expect(try store.remove(.memory, named: "news", at: testMoment) == 2)
    #expect(try store.resources().isEmpty)
    #expect(try texts(since: 0).isEmpty)
    #expect(try store.variantsGone(language: "fr", since: 1) == [1, 3])
    #expect(try store.load([pair("sommet", "peak")]).stored == 1)
    #expect(
      throws: StoreError.noResource(kind: "memory", name: "x", known: ["news"])
    ) { try store.remove(.memory, named: "x", at: testMoment) }
  }

  @Test("is refused by a read-only memory")
  func readOnly() throws {
    try store.edit(.memory, named: "news", at: testMoment) { $0.isReadOnly = true }
    let refusal = StoreError.readOnlyResource(kind: "memory", name: "news")
    #expect(throws: refusal) { try store.remove(units: [1], at: testMoment) }
    #expect(throws: refusal) { try store.edit(unit: 1, at: testMoment) { $0.status = .draft } }
    #expect(throws: refusal) { try store.add(pair("a", "b"), into: "news", at: testMoment) }
    #expect(throws: refusal) { try store.load([pair("a", "b")]) }
    #expect(throws: refusal) { try store.remove(.memory, named: "news", at: testMoment) }
    #expect(try store.everyUnit().count == 2)
  }

  @Test("of what is said of a memory keeps the earlier version in history")
  func resourceHistory() throws {
    try store.edit(.memory, named: "news", at: testMoment) { $0.priority = 7 }
    try store.edit(.memory, named: "news", at: testMoment) { $0.penalty = 3 }
    try store.edit(.memory, named: "news", at: testMoment) { $0.penalty = 3 }
    let versions = try DatabaseQueue(path: folder.file("calque.db")).read { db in
      try Row.fetchAll(
        db, sql: "SELECT priority, penalty FROM resource WHERE version_of = 1 ORDER BY id")
    }
    #expect(versions.map { [$0[0], $0[1]] } == [[0, 0], [7, 0]] as [[Int]])
    let now = try store.resource(.memory, named: "news").resource
    #expect((now.priority, now.penalty) == (7, 3))
  }

  @Test("is logged with the name of who made it")
  func author() throws {
    let path = folder.file("calque.db")
    let mine = try Store(opening: path, for: .writing, author: "anne")
    _ = try mine.add(pair("oui", "yes"), into: "mine", at: testMoment)
    try mine.load([pair("non", "no")])
    _ = try store.add(pair("si", "if"), into: "mine", at: testMoment)
    let authors = try DatabaseQueue(path: path).read { db in
      try String?.fetchAll(db, sql: "SELECT by FROM change ORDER BY seq")
    }
    #expect(authors == [nil, "anne", "anne", nil])
  }

  @Test("changes and removes concepts")
  func concepts() throws {
    func add(_ decision: ConceptDecision, expecting known: Int) throws -> ConceptID {
      try store.add(term: "sommet", language: "fr", to: "terms", at: testMoment) { entries in
        #expect(entries.count == known)
        return decision
      }
    }
    let id = try add(.add(row("sommet", "summit")), expecting: 0)
    let sequence = try store.lastSequence()
    #expect(try add(.keep(id), expecting: 1) == id)
    #expect(try store.lastSequence() == sequence)
    #expect(try add(.replace(id, row("sommet", "summit", note: "n")), expecting: 1) == id)
    #expect(try store.everyConcept() == [row("sommet", "summit", note: "n")])
    #expect(
      try store.concepts(withTerm: "sommet", language: "fr").map(\.id) == [id])
    #expect(try store.edit(concept: id, at: testMoment) { $0.terms = [] })
    #expect(try store.everyConcept().isEmpty)
    #expect(try store.concepts(withTerm: "sommet", language: "fr").isEmpty)
  }

  private func texts(since sequence: Int64) throws -> [String] {
    var texts = [String]()
    try store.forEachVariant(language: "en", since: sequence) { texts.append($0.text) }
    return texts
  }
}
