package import CalqueModel
import GRDB

extension Store {
  /// Imports into one memory or glossary, in one transaction: all of it, or nothing.
  ///
  /// - Parameters:
  ///   - source: where it comes from and where it goes.
  ///   - dryRun: counts what would happen, and stores nothing.
  ///   - now: the time that the log names.
  ///   - body: offers the rows to the session; what it throws ends the import, nothing stored.
  /// - Returns: what became of every row.
  /// - Throws: `StoreError`, or what the body throws.
  package func importing(
    _ source: ImportSource, dryRun: Bool = false, at now: Instant,
    _ body: (ImportSession) throws -> Void
  ) throws -> ImportCounts {
    var counts = ImportCounts()
    try withImportCache { db in
      let session = try ImportSession(db, path: path, source: source, at: now)
      try body(session)
      try session.finish()
      counts = session.counts
      return dryRun || session.isForNothing ? .rollback : .commit
    }
    return counts
  }

  /// Imports into several memories or glossaries, in one transaction: all of all, or nothing.
  ///
  /// - Parameters:
  ///   - sources: where each comes from and where it goes.
  ///   - now: the time that the log names.
  ///   - body: offers the rows of the source of a number to the session.
  /// - Returns: what became of every row, for each source.
  /// - Throws: `StoreError`, or what the body throws.
  package func importing(
    _ sources: [ImportSource], at now: Instant, _ body: (ImportSession, Int) throws -> Void
  ) throws -> [ImportCounts] {
    var counts = [ImportCounts]()
    try withImportCache { db in
      for (number, source) in sources.enumerated() {
        // Of an import that would leave an empty resource nothing stays.
        try db.inSavepoint {
          let session = try ImportSession(db, path: path, source: source, at: now)
          try body(session, number)
          try session.finish()
          counts.append(session.counts)
          return session.isForNothing ? .rollback : .commit
        }
      }
      return .commit
    }
    return counts
  }

  /// Runs a transaction with a larger cache while rows come in and indexes are built.
  private func withImportCache(
    _ body: (Database) throws -> Database.TransactionCompletion
  ) throws {
    guard access == .writing else { throw StoreError.readOnly(path: path) }
    try checkBeforeChange()
    do {
      try setCache(kibibytes: 16 << 10)
      defer { try? setCache(kibibytes: 2 << 10) }
      try queue.inTransaction(.immediate) { db in
        try Change.signing(db, as: author) { try body($0) }
      }
    } catch { throw carried(error, during: .changing) }
  }

  private func setCache(kibibytes: Int) throws {
    try queue.inDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -\(kibibytes); PRAGMA shrink_memory")
    }
  }
}
