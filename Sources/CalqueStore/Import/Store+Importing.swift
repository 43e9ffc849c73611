package import CalqueModel
import GRDB

extension Store {
  /// Imports into one memory or glossary: all rows are stored, or none.
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
    let running = try beginImport(source, dryRun: dryRun, at: now)
    try running.offer(body)
    return try running.finish()
  }

  /// Begins an import that takes its rows in batches; between two batches the caller's code can run.
  ///
  /// - Parameters:
  ///   - source: the file, and the memory or glossary.
  ///   - dryRun: whether to count the outcomes and store nothing.
  ///   - bytesAtOnce: about how many bytes one transaction writes, if the memory is new.
  ///   - now: the time that the log names.
  /// - Returns: the import.
  /// - Throws: `StoreError`.
  package func beginImport(
    _ source: ImportSource, dryRun: Bool = false, bytesAtOnce: Int = RunningImport.bytesAtOnce,
    at now: Instant
  ) throws(StoreError) -> RunningImport {
    try RunningImport(
      beginChange(), path: path, source: source, isDry: dryRun, bytesAtOnce: bytesAtOnce, at: now)
  }

  /// Imports into several memories or glossaries, in one transaction: all rows or nothing is
  /// stored.
  ///
  /// - Parameters:
  ///   - sources: the files, each with a memory or glossary.
  ///   - dryRun: whether to count the outcomes and store nothing.
  ///   - now: the time that the log names.
  ///   - body: adds the rows of one source, given by its place in `sources`, to the session.
  /// - Returns: the counts of the outcomes for each source.
  /// - Throws: `StoreError`; the errors of the body.
  package func importing(
    _ sources: [ImportSource], dryRun: Bool = false, at now: Instant,
    _ body: (ImportSession, Int) throws -> Void
  ) throws -> [ImportCounts] {
    var counts = [ImportCounts]()
    let change = try beginChange()
    do {
      try change.access { db in
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
      }
      try change.finish(dryRun ? .rollback : .commit)
    } catch { throw carried(error, during: .changing) }
    return counts
  }

  /// Whether an import of a content into a memory or glossary is done.
  ///
  /// - Parameters:
  ///   - sha256: the hash of the content.
  ///   - format: the format of the import.
  ///   - name: the memory that was filled.
  /// - Returns: whether the ledger has the import, and the memory is still there.
  /// - Throws: `StoreError` if the store cannot be read.
  package func holdsImport(
    sha256: String, format: String, into name: String
  ) throws(StoreError) -> Bool {
    try asking { db in
      try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (
            SELECT 1 FROM import JOIN resource ON resource.id = import.resource
            WHERE import.sha256 = ? AND import.format = ? AND import.state = 'done'
              AND resource.kind = 'memory' AND resource.name = ? AND resource.deleted_seq IS NULL)
          """, arguments: [sha256, format, name]) ?? false
    }
  }
}
