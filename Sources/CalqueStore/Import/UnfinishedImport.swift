import CalqueSystem
import GRDB

/// An import that has committed a part of its rows and is not finished.
///
/// A large import commits its rows in several transactions, so that the write-ahead log stays small.
/// Until the last transaction its memory is hidden: the ledger says `running`, and the row of the
/// memory is marked as deleted, so no question meets the memory or its units. No other change is made
/// meanwhile: the importer holds a lock beside the store from before the first commit to its end. A
/// change that meets an unfinished import whose lock is free removes what the import left.
struct UnfinishedImport {
  let ledger: Int64
  /// The memory that is hidden.
  let resource: Int64

  /// The unfinished import; nil, nearly always, if there is none.
  ///
  /// While an import is unfinished no other is begun, so it is the last of the ledger.
  ///
  /// - Complexity: O(log imports).
  init?(_ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: "SELECT state, id, resource FROM import ORDER BY id DESC LIMIT 1")
    guard let row = try Row.fetchOne(statement), try row.at(0) == "running" else { return nil }
    (ledger, resource) = try (row.at(1), row.at(2))
  }

  /// An expression of a query: 1 if an import is unfinished, otherwise 0.
  static let isThere = "(SELECT state FROM import ORDER BY id DESC LIMIT 1) IS 'running'"

  /// A condition of a query, beginning with AND, that leaves out the units of an unfinished import;
  /// empty if there is none.
  static func condition(_ db: Database) throws -> String {
    try UnfinishedImport(db).map { "AND unit.resource <> \($0.resource)" } ?? ""
  }

  /// Takes the lock that an importer holds; nil if another importer or thread has it.
  ///
  /// The lock lies beside the store itself: a store has one lock, whatever links lead to the store.
  static func lock(
    ofStore path: String, patience: Duration = .zero
  ) throws(StoreError) -> FileLock? {
    do throws(FileFailure) {
      return try FileLock((Files.resolved(path) ?? path) + "-import", patience: patience)
    } catch {
      throw .failed(path: error.path, reason: error.reason, nil, during: .changing)
    }
  }

  /// Thrown by a change that meets an unfinished import.
  struct Found: Error {}

  /// Refuses to go on with a change beside an unfinished import.
  static func refuse(_ db: Database) throws {
    if try UnfinishedImport(db) != nil { throw Found() }
  }
}

// MARK: - Removal

extension UnfinishedImport {
  /// The number of units that one transaction removes: few, so that a full disk has room for the log.
  private static let unitsAtOnce: Int64 = 20_000

  /// Removes what an import left that nobody goes on with.
  ///
  /// The rows of the import are the last ones of the tables, because nobody else could add any.
  ///
  /// - Throws: an error of SQLite; a later removal goes on where this one stopped.
  static func remove(in queue: DatabaseQueue) throws {
    // The check of foreign keys would look for the texts of each removed unit without an index.
    try queue.inDatabase { db in try db.execute(sql: "PRAGMA foreign_keys = OFF") }
    defer { queue.inDatabase { db in try? db.execute(sql: "PRAGMA foreign_keys = ON") } }
    var isDone = false
    while !isDone {
      // Who waits for SQLite's lock with this lock in hand keeps an importer from its own.
      guard try queue.inDatabase({ db in try UnfinishedImport(db) }) != nil else { return }
      try queue.inTransaction(.immediate) { db in
        guard let unfinished = try UnfinishedImport(db) else {
          isDone = true
          return .rollback
        }
        isDone = try unfinished.removeLastUnits(db) == 0
        if isDone { try unfinished.removeResource(db) }
        return .commit
      }
    }
  }

  private func removeLastUnits(_ db: Database) throws -> Int {
    let last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM unit") ?? 0
    let first = try Int64.fetchOne(
      db, sql: "SELECT min(id) FROM unit WHERE id > ? AND import = ?",
      arguments: [last - Self.unitsAtOnce, ledger])
    guard let first else { return 0 }
    // The plus keeps SQLite from the index of units, which may be missing.
    let before = try Int64.fetchOne(
      db, sql: "SELECT id FROM variant WHERE +unit < ? ORDER BY id DESC LIMIT 1",
      arguments: [first])
    try db.execute(
      sql: "DELETE FROM variant WHERE id > ? AND +unit >= ?", arguments: [before ?? 0, first])
    try db.execute(
      sql: "DELETE FROM unit WHERE id >= ? AND import = ?", arguments: [first, ledger])
    return db.changesCount
  }

  private func removeResource(_ db: Database) throws {
    // The log keeps the change, and later imports and memories may get the same numbers.
    try db.execute(
      sql: "UPDATE change SET import = NULL, resource = NULL WHERE import = ?",
      arguments: [ledger])
    try db.execute(sql: "DELETE FROM import WHERE id = ?", arguments: [ledger])
    try db.execute(sql: "DELETE FROM resource WHERE id = ?", arguments: [resource])
    try Schema.createDeferredIndexes(db)
  }
}

// MARK: - Waiting

extension Store {
  /// Begins or makes a change, as soon as no import of another process is unfinished.
  ///
  /// What an importer left that has died is removed first.
  ///
  /// - Parameters:
  ///   - path: the path of the store.
  ///   - queue: the connection that makes changes; this thread has the turn.
  ///   - change: throws `UnfinishedImport.Found`, having changed nothing, if it meets one.
  /// - Returns: what the change gives.
  /// - Throws: `StoreError.busy` if the other import takes longer than a connection waits; the errors
  ///   of the change.
  static func pastUnfinishedImport<T>(
    path: String, in queue: DatabaseQueue, _ change: () throws -> T
  ) throws -> T {
    let end = ContinuousClock.now + .seconds(busySeconds)
    while true {
      do { return try change() } catch is UnfinishedImport.Found {
        guard ContinuousClock.now < end else {
          throw StoreError.busy(path: path, during: .changing)
        }
        try removeUnfinishedImport(path: path, in: queue)
      }
    }
  }

  /// Removes what an unfinished import left, unless its importer is at work.
  static func removeUnfinishedImport(path: String, in queue: DatabaseQueue) throws {
    let lock = try UnfinishedImport.lock(ofStore: path, patience: .milliseconds(200))
    guard let lock else { return }
    try withExtendedLifetime(lock) { try UnfinishedImport.remove(in: queue) }
  }

  /// Whether an import is on its way, or was killed, that has committed a part of its rows.
  package var hasUnfinishedImport: Bool {
    get throws(StoreError) { try asking { db in try UnfinishedImport(db) != nil } }
  }
}
