package import CalqueModel
import GRDB

/// An import on its way, which takes rows in batches: all rows are stored at its end, or none.
///
///     let running = try store.beginImport(source, at: .now)
///     try running.offer { session in for unit in batch { try session.add(unit) } }
///     let counts = try running.finish()
///
/// An import that is not finished leaves nothing behind. A large import into a new memory commits in
/// several transactions, and its rows stay hidden until the last of them (`UnfinishedImport`).
package final class RunningImport {
  /// About how many bytes of rows one transaction writes; its log is as large, and larger where the
  /// store had units before and keeps its indexes in step.
  package static let bytesAtOnce = 384 << 20

  private let change: OpenChange
  private let session: ImportSession
  private let path: String
  private let isDry: Bool
  private let bytesAtOnce: Int

  init(
    _ change: OpenChange, path: String, source: ImportSource, isDry: Bool, bytesAtOnce: Int,
    at now: Instant
  ) throws(StoreError) {
    do {
      session = try change.access { db in
        try ImportSession(db, path: path, source: source, at: now)
      }
    } catch { throw StoreError(error, path: path, during: .changing) }
    (self.change, self.path, self.isDry, self.bytesAtOnce) = (change, path, isDry, bytesAtOnce)
  }

  /// Hands a batch of rows to the session.
  ///
  /// - Throws: `StoreError`, or what the body throws; the import is over then, nothing stored.
  package func offer(_ body: (ImportSession) throws -> Void) throws {
    do {
      try change.access { _ in try body(session) }
      if session.bytesWritten >= bytesAtOnce, session.canHide, !isDry {
        try change.access { _ in try session.hide() }
        try change.commitSoFar()
      }
    } catch { throw carried(error) }
  }

  /// Ends the import: all rows are stored, or none in a dry run.
  ///
  /// - Returns: what became of every row.
  package func finish() throws -> ImportCounts {
    do {
      if session.isHidden {
        try change.access { _ in try session.flush() }
        try buildIndexes()
      }
      try change.access { _ in try session.finish() }
      try change.finish(isDry || session.isForNothing ? .rollback : .commit)
    } catch { throw carried(error) }
    return session.counts
  }

  /// Builds the deferred indexes, each in a transaction of its own.
  private func buildIndexes() throws {
    for index in Schema.deferredIndexes {
      try change.access { db in try Schema.create(index, db) }
      try change.commitSoFar()
    }
  }

  private func carried(_ error: any Error) -> any Error {
    StoreError.carried(error, path: path, during: .changing)
  }
}
