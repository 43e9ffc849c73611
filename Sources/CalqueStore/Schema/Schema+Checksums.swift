import CalqueModel
import GRDB

extension Schema {
  /// The second schema: a checksum of each unit, concept and resource, and a history of resources.
  ///
  /// Earlier stores kept the hash of each text alone, so of the damage before the migration only
  /// damage to texts is found. The present state of everything else is taken for what was stored.
  static func addChecksums(_ db: Database) throws {
    try db.execute(
      sql: """
        PRAGMA user_version = 2;
        ALTER TABLE unit ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE concept ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE resource ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE resource ADD COLUMN version_of INTEGER;
        """)
    try sumUnits(db)
    try sumConcepts(db)
    for id in try Int64.fetchAll(db, sql: "SELECT id FROM resource") {
      try ResourceTable.seal(db, resource: id)
    }
  }

  private static func sumUnits(_ db: Database) throws {
    let texts = try db.makeStatement(
      sql: """
        SELECT language.written, variant.exact_hash, variant.codes, variant.meta
        FROM variant JOIN language ON language.id = variant.language
        WHERE variant.unit = ? ORDER BY variant.position
        """)
    try forEachRow(of: "unit", columns: UnitReading.columns, db) { row in
      var sum = try UnitReading.Partial(row).sum
      let rows = PlainRows(db, texts, [try row.at(0)])
      while let row = try rows.next() {
        try sum.add(
          LanguageTag(row.at(0)), text: UInt64(bitPattern: row.at(1) as Int64), codes: row.at(2),
          meta: row.at(3))
      }
      return sum
    }
  }

  private static func sumConcepts(_ db: Database) throws {
    try forEachRow(of: "concept", columns: ConceptReading.columns, db) { row in
      try ConceptReading.unchecked(db, row).sum
    }
  }

  /// Writes the checksum of every row, a few thousand rows at a time.
  private static func forEachRow(
    of table: String, columns: String, _ db: Database, _ sum: (PlainRow) throws -> ContentSum
  ) throws {
    let rest = try db.makeStatement(
      sql: "SELECT \(columns) FROM \(table) WHERE id > ? ORDER BY id LIMIT 4096")
    let update = try db.makeStatement(sql: "UPDATE \(table) SET checksum = ? WHERE id = ?")
    var last: Int64 = 0
    while true {
      var sums = [(id: Int64, sum: Int64)]()
      let rows = PlainRows(db, rest, [last])
      while let row = try rows.next() { sums.append((try row.at(0), try sum(row).value)) }
      for (id, sum) in sums { try update.execute(arguments: [sum, id]) }
      guard let end = sums.last?.id else { return }
      last = end
    }
  }
}
