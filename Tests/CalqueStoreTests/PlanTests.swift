import CalqueModel
import GRDB
import TestSupport
import Testing

@testable import CalqueStore

@Suite("The plan of a query")
struct PlanTests {
  let folder: TemporaryFolder
  let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.create(at: folder.file("calque.db")).store
    try store.load((0..<200).map { pair("phrase \($0)", "sentence \($0)") })
    try store.edit(unit: 7, at: testMoment) { $0.variants[0].text = "autre" }
  }

  @Test("walks the texts in their order without a sort")
  func walk() throws {
    for walk in [VariantWalk.everything, .many(since: 1)] {
      let plan = try plan(of: walk.sql(languages: [1]))
      #expect(plan == ["SCAN variant", "SEARCH unit USING INTEGER PRIMARY KEY (rowid=?)"])
    }
  }

  @Test("finds few changes by the index of changes")
  func changes() throws {
    let plan = try plan(of: VariantWalk.few(since: 1).sql(languages: [1]))
    #expect(plan[0] == "SEARCH unit USING INDEX unit_changed (changed_seq>?)")
    #expect(plan[1].hasPrefix("SEARCH variant USING INDEX variant_unit (unit=?"))
  }

  @Test("gives the same texts whichever way is taken")
  func sameTexts() throws {
    #expect(
      try texts(VariantWalk.few(since: 1).sql(languages: [1]))
        == texts(VariantWalk.many(since: 1).sql(languages: [1])))
    #expect(try texts(VariantWalk.few(since: 1).sql(languages: [1])) == ["autre"])
    #expect(try texts(VariantWalk.everything.sql(languages: [1])).count == 200)
  }

  @Test("finds what is known by its identity, also in a store without statistics")
  func known() throws {
    let new = folder.file("new.db")
    _ = try Store.create(at: new)
    #expect(
      try plan(of: ConceptWriter.samePair, in: new) == [
        "SEARCH concept USING INDEX concept_pair (pair_hash=?)"
      ])
    #expect(
      try plan(of: UnitWriter.sameIdentity, in: new) == [
        "SEARCH unit USING INDEX unit_identity (identity=?)"
      ])
  }

  @Test("finds the texts of a unit by its number, without a sort of units")
  func wholeUnits() throws {
    let path = folder.file("calque.db")
    let one = try plan(of: UnitReader.sql("unit.id = ? AND +unit.resource = ?"), in: path)
    #expect(one[0] == "SEARCH unit USING INTEGER PRIMARY KEY (rowid=?)")
    #expect(one[1].hasPrefix("SEARCH variant USING INDEX variant_unit (unit=?"))
    let rest = try plan(
      of: UnitReader.sql("unit.resource = ? AND unit.deleted_seq IS NULL AND unit.id > ?"), in: path
    )
    #expect(rest[1].hasPrefix("SEARCH variant USING INDEX variant_unit (unit=?"))
    #expect(!rest.contains { $0.contains("TEMP B-TREE") }, "\(rest)")
  }

  @Test("asks for the last change by the last rows of two tables, without a sort or a scan")
  func lastChange() throws {
    let plan = try plan(of: Store.lastChange)
    #expect(plan == ["SCALAR SUBQUERY 1", "SCAN import", "SCAN change"])
    // A walk in the order of the rows is a SCAN to SQLite, whatever its length. Its program shows that
    // it begins with the last row, goes back, and ends by its limit.
    let steps = try read { db in
      try Row.fetchAll(db, sql: "EXPLAIN " + Store.lastChange).map { $0["opcode"] as String }
    }
    for step in ["Last", "Prev", "DecrJumpZero"] {
      #expect(steps.count { $0 == step } == 2, "\(step): \(steps)")
    }
    for step in ["Rewind", "Next", "SorterOpen", "OpenEphemeral", "OpenAutoindex"] {
      #expect(!steps.contains(step), "\(steps)")
    }
  }

  private func plan(of sql: String, in path: String) throws -> [String] {
    try DatabaseQueue(path: path).read { db in
      try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: [1, 1]).map { $0["detail"] }
    }
  }

  private func plan(of sql: String) throws -> [String] {
    try read { db in
      try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql).map { $0["detail"] }
    }
  }

  private func texts(_ sql: String) throws -> [String] {
    try read { db in try Row.fetchAll(db, sql: sql).map { $0["text"] } }
  }

  private func read<T>(_ body: (Database) throws -> T) throws -> T {
    try DatabaseQueue(path: folder.file("calque.db")).read(body)
  }
}
