package import CalqueModel
import GRDB

/// An import on its way: one transaction that takes rows in batches.
///
///     let running = try store.beginImport(source, at: .now)
///     try running.offer { session in for unit in batch { try session.add(unit) } }
///     let counts = try running.finish()
///
/// An import that is not finished leaves nothing behind.
package final class RunningImport {
  private let change: OpenChange
  private let session: ImportSession
  private let path: String

  init(
    _ change: OpenChange, path: String, source: ImportSource, at now: Instant
  ) throws(StoreError) {
    do {
      session = try change.access { db in
        try ImportSession(db, path: path, source: source, at: now)
      }
    } catch { throw StoreError(error, path: path, during: .changing) }
    (self.change, self.path) = (change, path)
  }

  /// Hands a batch of rows to the session.
  ///
  /// - Throws: `StoreError`, or what the body throws; the import is over then, nothing stored.
  package func offer(_ body: (ImportSession) throws -> Void) throws {
    do { try change.access { _ in try body(session) } } catch { throw carried(error) }
  }

  /// Ends the import: all rows are stored, or none in a dry run.
  ///
  /// - Returns: what became of every row.
  package func finish(dryRun: Bool = false) throws -> ImportCounts {
    do {
      try change.access { _ in try session.finish() }
      try change.finish(dryRun || session.isForNothing ? .rollback : .commit)
    } catch { throw carried(error) }
    return session.counts
  }

  private func carried(_ error: any Error) -> any Error {
    StoreError.carried(error, path: path, during: .changing)
  }
}
