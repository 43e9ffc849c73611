import GRDB

/// The tables of a store and how they came to be.
///
/// The header of the file says whose it is (`application_id`) and how new (`user_version`, which
/// every migration sets), so that a command can refuse a foreign or a newer file before it touches
/// it, and opens its own without asking for the list of migrations.
package enum Schema {
  /// `CALQ`, in the file's header.
  package static let applicationID: Int32 = 0x4341_4C51
  /// The schema that this build reads and writes.
  package static let version = 2

  /// Every migration, in order; one that was released never changes.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1", migrate: createFirstTables)
    migrator.registerMigration("2", migrate: addChecksums)
    return migrator
  }

  /// What is built after a large import instead of row by row: rows come in the order of their ids,
  /// so a sort at the end is cheaper than a walk down each tree for each row.
  static let deferredIndexes: [(name: String, sql: String)] = [
    ("unit_identity", "ON unit (identity) WHERE deleted_seq IS NULL"),
    (
      "unit_external",
      "ON unit (resource, external_id) WHERE external_id IS NOT NULL AND deleted_seq IS NULL"
    ),
    ("unit_changed", "ON unit (changed_seq)"),
    ("unit_resource", "ON unit (resource) WHERE deleted_seq IS NULL"),
    ("variant_unit", "ON variant (unit, position)"),
  ]

  static func dropDeferredIndexes(_ db: Database) throws {
    for index in deferredIndexes { try db.execute(sql: "DROP INDEX IF EXISTS \(index.name)") }
  }

  static func createDeferredIndexes(_ db: Database) throws {
    for index in deferredIndexes {
      try db.execute(sql: "CREATE INDEX IF NOT EXISTS \(index.name) \(index.sql)")
    }
  }
}
