import CalqueModel
import GRDB
import TestSupport
import Testing

@testable import CalqueStore

@Suite("Rows of the store")
struct RowTests {
  private static func meta(_ seed: UInt64) -> Meta {
    var random = SplitMix64(seed: seed)
    let texts = ["", "a", "é", "plain words", "\"", "\\", "\n", "<b x=\"1\"/>", "[", "],[", "}"]
    func text() -> String { texts[random.number(below: texts.count)] }
    func attributes() -> [Meta.Attribute] {
      (0..<random.number(below: 3)).map { _ in Meta.Attribute(name: text(), value: text()) }
    }
    var meta = Meta()
    meta.attributes = attributes()
    for _ in 0..<random.number(below: 3) {
      meta.notes.append(Meta.Note(text(), attributes: attributes()))
    }
    for _ in 0..<random.number(below: 3) {
      meta.properties.append(Meta.Property(type: text(), value: text(), attributes: attributes()))
    }
    meta.elements = (0..<random.number(below: 3)).map { _ in text() }
    return meta
  }

  @Test("give back what a file said beyond the model, by both readers", arguments: UInt64(0)..<200)
  func metaTwin(seed: UInt64) {
    let meta = Self.meta(seed)
    let written = MetaText.written(meta)
    #expect(MetaText.read(written) == meta, "seed \(seed)")
    #expect(written.map { MetaText.readSlowly($0) } ?? Meta() == meta, "seed \(seed)")
    guard let written, !written.contains("\\") else { return }
    var reader = MetaReader(written)
    #expect(reader.meta() == meta, "seed \(seed)")
  }

  @Test(
    "leave other forms to the general reader",
    arguments: [
      "", "{", "{}", "{\"attributes\":[]", "{\"attributes\":[[\"a\"]]}", "{\"elements\":[1]}",
      "{\"elements\":[\"a\"]} ", "{ \"elements\":[\"a\"]}", "{\"other\":[]}",
    ])
  func otherForms(text: String) {
    var reader = MetaReader(text)
    #expect(reader.meta() == nil)
    _ = MetaText.read(text)
  }

  @Test("hold long, empty and absent texts as they were bound")
  func insertion() throws {
    let queue = try DatabaseQueue()
    let long = String(repeating: "é", count: 5_000)
    try queue.write { db in
      try db.execute(sql: "CREATE TABLE t (a INTEGER, b TEXT, c TEXT, d TEXT) STRICT")
      let rows = try RowInsertion(db, sql: "INSERT INTO t VALUES", row: "(?, ?, ?, ?)")
      for (a, b, c, d): (Int64?, String?, String?, String?) in [
        (1, "x", long, "y"), (nil, nil, "", nil), (3, long, long + long, "z"), (4, "", nil, "é"),
      ] {
        rows.bind(a)
        rows.bind(b)
        rows.bind(c)
        rows.bind(d)
        try rows.execute()
      }
      #expect(
        try Row.fetchAll(db, sql: "SELECT * FROM t") == [
          ["a": 1, "b": "x", "c": long, "d": "y"], ["a": nil, "b": nil, "c": "", "d": nil],
          ["a": 3, "b": long, "c": long + long, "d": "z"], ["a": 4, "b": "", "c": nil, "d": "é"],
        ])
      rows.bind(5)
      let error = #expect(throws: DatabaseError.self) { try rows.execute() }
      #expect(error?.resultCode == .SQLITE_MISUSE)
    }
  }

  @Test(
    "are the same, and in the same order, whether they are written one by one or wait for others",
    arguments: [1, 2, 3, 16], [0, 1, 15, 16, 17, 100])
  func manyAtOnce(rowsAtOnce: Int, count: Int) throws {
    let long = String(repeating: "é", count: 20_000)
    try DatabaseQueue().inDatabase { db in
      try db.execute(sql: "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT) STRICT")
      let rows = try RowInsertion(db, sql: "INSERT INTO t (a, b) VALUES", row: "(?, ?)")
      rows.rowsAtOnce = rowsAtOnce
      let values = (0..<count).map { number -> (Int64?, String?) in
        let text = number % 7 == 0 ? long : ""
        return (number % 3 == 0 ? nil : Int64(number), number % 5 == 0 ? nil : text)
      }
      for (a, b) in values {
        rows.bind(a)
        rows.bind(b)
        try rows.execute()
      }
      try rows.flush()
      try rows.flush()
      let found = try Row.fetchAll(db, sql: "SELECT id, a, b FROM t ORDER BY id")
      #expect(found.map { $0["id"] as Int } == Array(1..<count + 1))
      #expect(found.map { $0["a"] as Int64? } == values.map(\.0))
      #expect(found.map { $0["b"] as String? } == values.map(\.1))
    }
  }

  @Test("of a type that no store writes are damage")
  func damage() throws {
    try DatabaseQueue().inDatabase { db in
      let rows = PlainRows(db, try db.makeStatement(sql: "SELECT 1.5, x'41', NULL, 'a', 7"))
      let row = try #require(try rows.next())
      #expect(throws: DamagedContent.self) { try row.at(0) as Int64? }
      #expect(throws: DamagedContent.self) { try row.at(1) as String? }
      #expect(throws: DamagedContent.self) { try row.at(2) as Int64 }
      #expect(throws: DamagedContent.self) { try row.at(3) as Int64? }
      #expect(try row.at(2) as String? == nil)
      #expect(try row.at(3) as String == "a")
      #expect(try row.at(4) as Int == 7)
      #expect(try rows.next() == nil)
    }
  }
}
