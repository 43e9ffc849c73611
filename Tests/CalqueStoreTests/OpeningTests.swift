import CalqueModel
import CalqueStore
import GRDB
import Glibc
import TestSupport
import Testing

@Suite("Opening a store")
struct OpeningTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("calque.db")
  }

  @Test("names the way to make one where there is none")
  func missing() {
    let error = #expect(throws: StoreError.self) { try Store(opening: path, for: .reading) }
    #expect(error == .missing(path: path))
    #expect(error?.remedy == .makeStore)
    #expect(folder.names.isEmpty)
  }

  @Test("makes it once, and says whether it did")
  func create() throws {
    #expect(try Store.create(at: path).isNew)
    #expect(try !Store.create(at: path).isNew)
  }

  @Test("refuses what is no store, and leaves it as it is")
  func foreign() throws {
    try folder.write(Array("ceci n'est pas une base\n".utf8), to: "calque.db")
    let other = folder.file("other.db")
    do {
      let queue = try DatabaseQueue(path: other)
      try queue.write { try $0.execute(sql: "CREATE TABLE t (a); INSERT INTO t VALUES (1)") }
      try queue.close()
    }
    for path in [path, other, folder.path] {
      let before = try? folder.bytes(of: path)
      #expect(throws: StoreError.foreign(path: path)) { try Store(opening: path, for: .writing) }
      #expect(throws: StoreError.foreign(path: path)) { try Store.create(at: path) }
      #expect(before == (try? folder.bytes(of: path)))
    }
    #expect(folder.names == ["calque.db", "other.db"])
  }

  @Test("refuses a store of a newer Calque, and leaves it as it is")
  func newer() throws {
    try tamper("PRAGMA user_version = 99")
    let before = try folder.bytes(of: path)
    for access in [Store.Access.reading, .writing] {
      #expect(throws: StoreError.newer(path: path, found: 99, known: Schema.version)) {
        try Store(opening: path, for: access)
      }
    }
    #expect(try folder.bytes(of: path) == before)
    #expect(folder.names == ["calque.db"])
  }

  @Test("brings an older store up to date")
  func older() throws {
    do {
      let queue = try DatabaseQueue(path: path)
      try queue.writeWithoutTransaction {
        try $0.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
      }
      try queue.close()
    }
    let store = try Store(opening: path, for: .reading)
    #expect(try store.resources().isEmpty)
    #expect(try Store(opening: path, for: .writing).load([pair("oui", "yes")]).stored == 1)
  }

  @Test("finds a damaged store damaged instead of guessing")
  func damaged() throws {
    do { try Store.create(at: path).store.load((0..<500).map { pair("phrase \($0)", "s \($0)") }) }
    var bytes = try folder.bytes(of: path)
    for place in 4_096..<bytes.count { bytes[place] = UInt8(truncatingIfNeeded: place &* 31) }
    try folder.write(bytes, to: "calque.db")
    #expect(throws: StoreError.self) { try Store(opening: path, for: .reading).resources() }
  }

  @Test("for reading changes nothing, and leaves nothing beside the file")
  func reading() throws {
    do { try Store.create(at: path).store.load([pair("oui", "yes")]) }
    let before = try folder.bytes(of: path)
    do {
      let store = try Store(opening: path, for: .reading)
      #expect(try store.everyUnit() == [pair("oui", "yes")])
      #expect(throws: StoreError.openedForReading(path: path)) { try store.load([pair("a", "b")]) }
      #expect(throws: StoreError.openedForReading(path: path)) {
        try store.remove(units: [1], at: testMoment)
      }
    }
    #expect(try folder.bytes(of: path) == before)
    #expect(folder.names == ["calque.db"])
  }

  @Test("opens a path with every odd character in it")
  func oddPath() throws {
    let odd = folder.file("a?b#c%20é .db")
    do { try Store.create(at: odd).store.load([pair("oui", "yes")]) }
    #expect(try Store(opening: odd, for: .reading).everyUnit().count == 1)
    #expect(folder.names == ["a?b#c%20é .db"])
  }

  /// Makes a store and runs SQL on it that no store runs.
  private func tamper(_ sql: String) throws {
    do { _ = try Store.create(at: path) }
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }
}
