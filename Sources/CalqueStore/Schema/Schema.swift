import GRDB

/// The tables of a store, and the migrations that make them.
///
/// The header of the file names the program (`application_id`) and the schema (`user_version`,
/// which every migration sets). So a command can refuse a foreign or newer file before changing it,
/// and opens its own file without reading the list of migrations.
package enum Schema {
  /// `CALQ`, in the file's header.
  package static let applicationID: Int32 = 0x4341_4C51
  /// The schema that this build reads and writes.
  package static let version = 3

  /// All migrations, in order; a released migration never changes.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1", migrate: createFirstTables)
    migrator.registerMigration("2", migrate: addChecksums)
    migrator.registerMigration("3", migrate: tellShippedResources)
    return migrator
  }

  /// The indexes that the first import builds at its end instead of row by row.
  ///
  /// Rows come in the order of their ids, so a sort at the end is cheaper than a walk down each
  /// tree for each row. The index of the variants stays: its rows come in its own order, and to go on at
  /// the end of its tree is cheaper than another walk over all texts.
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
    for index in deferredIndexes where index.name != "variant_unit" {
      try db.execute(sql: "DROP INDEX IF EXISTS \(index.name)")
    }
  }

  static func createDeferredIndexes(_ db: Database) throws {
    for index in deferredIndexes { try create(index, db) }
  }

  static func create(_ index: (name: String, sql: String), _ db: Database) throws {
    try db.execute(sql: "CREATE INDEX IF NOT EXISTS \(index.name) \(index.sql)")
  }
}
