import GRDB

/// Keeps the pages in SQLite's cache that an import writes at its beginning and again at its end.
///
/// A full cache gives the pages to the log that were used longest ago. Where a page comes to the log a
/// second time within a transaction, it is written over the first one, and at the commit SQLite reads
/// and sums the whole log anew from there on: of a large import, all of it. So these few pages (the
/// schema, the rows of the memory and of the ledger) are used now and then.
final class HeldPages {
  private let db: Database
  private let statement: Statement
  private var rows = 0
  private var bytes = 0

  /// So many rows or bytes are a small part of the cache (`ImportSettings`).
  private static let (mostRows, mostBytes) = (512, 1 << 20)

  init(_ db: Database, resource: Int64, ledger: Int64) throws {
    self.db = db
    statement = try db.makeStatement(
      sql: """
        SELECT (SELECT count(*) FROM sqlite_master),
          (SELECT changed_seq FROM resource WHERE id = \(resource)),
          (SELECT seq FROM import WHERE id = \(ledger))
        """)
  }

  /// Uses the pages, if the last use is long ago; to be called for every row.
  ///
  /// - Parameter bytesWritten: how many bytes the import has written.
  /// - Throws: `DatabaseError` if SQLite fails.
  func hold(bytesWritten: Int) throws {
    rows += 1
    guard rows >= Self.mostRows || bytesWritten - bytes >= Self.mostBytes else { return }
    (rows, bytes) = (0, bytesWritten)
    try hold()
  }

  /// Uses the pages: to be called before anything that reads or writes much of the store.
  func hold() throws { _ = try PlainRows(db, statement).next() }
}
