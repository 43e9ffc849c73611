import CalqueModel
import GRDB
import TestSupport
import Testing

@testable import CalqueStore

/// An import switches the check of foreign keys off, because it makes both ends of each.
@Suite("The foreign keys of a store")
struct ForeignKeyTests {
  let folder: TemporaryFolder
  let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.create(at: folder.file("calque.db")).store
    try store.load([pair("oui", "yes"), pair("non", "no")])
  }

  private struct Interrupted: Error {}

  /// Whether the connection that makes changes checks them, and they hold in every row.
  private func areChecked(_ comment: Comment) throws {
    let isOn = try store.changing { db in try Bool.fetchOne(db, sql: "PRAGMA foreign_keys") }
    #expect(isOn == true, comment)
    #expect(throws: StoreError.self, comment) {
      try store.changing { db in
        try db.execute(sql: "UPDATE unit SET resource = 999 WHERE id = 1")
      }
    }
    let broken = try store.reading { db in
      try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count
    }
    #expect(broken == 0, comment)
  }

  @Test("are checked again behind an import, whatever became of it")
  func imports() throws {
    try areChecked("an import that was stored")
    try store.load([row("sommet", "summit")])
    try areChecked("a glossary")
    #expect(throws: Interrupted.self) {
      try store.importing(ImportSource(kind: .memory, name: "other"), at: testMoment) { session in
        try session.add(pair("un", "one"))
        throw Interrupted()
      }
    }
    try areChecked("an import that was broken off")
    _ = try store.importing(ImportSource(kind: .memory, name: "other"), at: testMoment) { session in
      #expect(throws: StoreError.self) { try session.add(pair("a\u{0}b", "x")) }
      try session.add(pair("un", "one"))
    }
    try areChecked("an import with a unit that was refused")
  }

  @Test(
    "are checked again behind an import of several transactions, finished or broken off",
    arguments: [true, false])
  func largeImports(isFinished: Bool) throws {
    let source = ImportSource(kind: .memory, name: "large")
    let running = try store.beginImport(source, bytesAtOnce: 10_000, at: testMoment)
    for first in stride(from: 0, to: 600, by: 100) {
      try running.offer { session in
        for number in first..<(first + 100) {
          try session.add(pair("phrase \(number)", "sentence \(number)"))
        }
      }
    }
    #expect(try store.hasUnfinishedImport, "it takes several transactions")
    if isFinished {
      #expect(try running.finish().stored == 600)
    } else {
      #expect(throws: Interrupted.self) { try running.offer { _ in throw Interrupted() } }
    }
    #expect(try !store.hasUnfinishedImport)
    try areChecked("finished: \(isFinished)")
  }
}
