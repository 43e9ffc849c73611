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
      let rows = try Row.fetchCursor(texts, arguments: [try row.at(0) as Int64])
      while let row = try rows.next() {
        try sum.add(
          LanguageTag(row.at(0)), text: UInt64(bitPattern: row.at(1)), codes: row.at(2),
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
    of table: String, columns: String, _ db: Database, _ sum: (Row) throws -> ContentSum
  ) throws {
    let update = try db.makeStatement(sql: "UPDATE \(table) SET checksum = ? WHERE id = ?")
    var last: Int64 = 0
    while true {
      let rows = try Row.fetchAll(
        db, sql: "SELECT \(columns) FROM \(table) WHERE id > ? ORDER BY id LIMIT 4096",
        arguments: [last])
      for row in rows {
        last = try row.at(0)
        try update.execute(arguments: [try sum(row).value, last])
      }
      if rows.isEmpty { return }
    }
  }
}
