import GRDB

extension Schema {
  /// The third schema: tells what came with Calque from what a person made or imported.
  ///
  /// An older store did not write down which glossaries `init --with-glossaries` loaded. The files
  /// that Calque came with until then are known by their folder and by the names in it.
  static func tellShippedResources(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE resource ADD COLUMN shipped INTEGER NOT NULL DEFAULT 0;
        UPDATE resource SET shipped = 1
        WHERE kind = 'glossary' AND name IN ('ai-tech', 'diplomacy', 'government', 'institutions')
          AND '/' || file LIKE '%/glossaries/' || name || '.fr-en.tsv';
        PRAGMA user_version = 3;
        """)
  }
}
