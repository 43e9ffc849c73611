package import CalqueModel
import GRDB

extension Store {
  /// Imports into one memory or glossary, in one transaction: all rows or nothing is stored.
  ///
  /// - Parameters:
  ///   - source: the file, and the memory or glossary.
  ///   - dryRun: whether to count the outcomes and store nothing.
  ///   - now: the time that the log names.
  ///   - body: adds the rows to the session; an error of the body ends the import.
  /// - Returns: the counts of the outcomes.
  /// - Throws: `StoreError`; the errors of the body.
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

  /// Imports into several memories or glossaries, in one transaction: all rows or nothing is
  /// stored.
  ///
  /// - Parameters:
  ///   - sources: the files, each with a memory or glossary.
  ///   - now: the time that the log names.
  ///   - body: adds the rows of one source, given by its place in `sources`, to the session.
  /// - Returns: the counts of the outcomes for each source.
  /// - Throws: `StoreError`; the errors of the body.
  package func importing(
    _ sources: [ImportSource], at now: Instant, _ body: (ImportSession, Int) throws -> Void
  ) throws -> [ImportCounts] {
    var counts = [ImportCounts]()
    try withImportCache { db in
      for (number, source) in sources.enumerated() {
        // An import that would leave an empty resource is rolled back.
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

  /// Runs a transaction with a larger cache, which adding rows and building indexes need.
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
