import GRDB

/// The settings of a connection during an import.
///
/// The page cache is larger, because rows come in and indexes are built all over the file. SQLite does
/// not look for the row that each new row refers to: an import makes both, and the looking costs as much
/// as a fifth of the writing. SQLite takes that setting outside of transactions only.
enum ImportSettings {
  /// Makes the settings, before the transaction.
  static func make(_ db: Database) throws {
    try db.execute(sql: "PRAGMA foreign_keys = OFF")
    try setCache(db, kibibytes: 16 << 10)
  }

  /// Takes the settings back, after the transaction; where that fails, the memory stays in use.
  static func takeBack(_ db: Database) {
    try? db.execute(sql: "PRAGMA foreign_keys = ON")
    try? setCache(db, kibibytes: 2 << 10)
  }

  private static func setCache(_ db: Database, kibibytes: Int) throws {
    try db.execute(sql: "PRAGMA cache_size = -\(kibibytes); PRAGMA shrink_memory")
  }
}
