import CalqueModel
import CalqueStore
import TestSupport
import Testing

@Suite("A transaction")
struct TransactionTests {
  let folder: TemporaryFolder
  let path: String
  let store: Store

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("calque.db")
    store = try Store.create(at: path).store
  }

  private struct Interrupted: Error {}

  @Test("that is broken off leaves the store as it was", arguments: [0, 1, 999])
  func brokenOff(after count: Int) throws {
    try store.load([pair("oui", "yes")])
    let sequence = try store.lastSequence()
    #expect(throws: Interrupted.self) {
      try store.importing(ImportSource(kind: .memory, name: "other"), at: testMoment) { session in
        for n in 0..<count { try session.add(pair("phrase \(n)", "sentence \(n)")) }
        throw Interrupted()
      }
    }
    #expect(try store.resources().map(\.resource.name) == ["news"])
    #expect(try store.everyUnit() == [pair("oui", "yes")])
    #expect(try store.lastSequence() == sequence)
    #expect(try store.load([pair("non", "no")]).stored == 1)
  }

  @Test("is not seen by a reader before it is committed")
  func isolation() throws {
    let reader = try Store(opening: path, for: .reading)
    _ = try store.importing(ImportSource(kind: .memory, name: "news"), at: testMoment) { session in
      for n in 0..<2_000 { try session.add(pair("phrase \(n)", "sentence \(n)")) }
      #expect(try reader.resources().isEmpty)
    }
    #expect(try reader.everyUnit().count == 2_000)
  }

  @Test("waits for another writer: of 4 at once none is turned away and nothing is lost")
  func writers() async throws {
    let path = path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let store = try Store(opening: path, for: .writing)
          for n in 0..<10 {
            _ = try store.add(pair("\(writer) \(n)", "x"), into: "news", at: testMoment)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try store.everyUnit().count == 40)
    #expect(try store.lastSequence() == 40)
  }

  @Test("goes on after a unit that cannot be stored")
  func zero() throws {
    let counts = try store.importing(
      ImportSource(kind: .memory, name: "news"), at: testMoment
    ) { session in
      try session.add(pair("avant", "before"))
      #expect(throws: StoreError.self) { try session.add(pair("a\u{0}b", "x")) }
      session.refuse()
      session.skip("empty")
      try session.add(pair("après", "after"))
    }
    #expect((counts.stored, counts.refused, counts.read) == (2, 1, 4))
    #expect(try store.everyUnit() == [pair("avant", "before"), pair("après", "after")])
  }

  @Test("tells what the store holds in numbers")
  func statistics() throws {
    try store.load([pair("oui", "yes"), pair("non", "no")])
    try store.load([row("sommet", "summit")])
    try store.remove(units: [1], at: testMoment)
    let statistics = try store.statistics()
    #expect(statistics.holdings.map(\.rows) == [1, 1])
    #expect(statistics.holdings[0].languages.map(\.count) == [1, 1])
    #expect(statistics.holdings[1].languages.map(\.language) == ["fr", "en"])
    #expect((statistics.sequence, statistics.lastChange) == (3, testMoment))
  }
}
