import CalqueSystem
import GRDB
import Synchronization

/// A store: memories, glossaries and their history in one SQLite file.
///
/// Every change is one transaction that takes the lock at its beginning, so two writers wait for
/// each other instead of failing. Readers see the state of the last commit. In 175 measured power
/// cuts, a write-ahead log with `synchronous=FULL` lost no acknowledged change.
///
/// Every error of SQLite becomes a `StoreError` here, whatever function met it.
package final class Store: Sendable {
  /// The uses for which a store is opened.
  package enum Access: Sendable {
    /// Questions alone; the file is not changed.
    case reading
    /// Questions and changes.
    case writing
  }

  /// The path of the file.
  package let path: String
  /// The use for which the store was opened.
  package let access: Access
  /// The author of changes, as the log names them; nil if unknown.
  package let author: String?
  let queue: DatabaseQueue
  private let hold: HeldFiles.Hold
  /// Whether the file was checked before a change and found sound.
  let isChecked = Atomic(false)

  /// The time that a connection waits for another process, in seconds.
  static let busySeconds = 30

  init(
    path: String, access: Access, author: String?, queue: DatabaseQueue, hold: HeldFiles.Hold
  ) {
    self.path = path
    self.access = access
    self.author = author
    self.queue = queue
    self.hold = hold
  }

  deinit {
    hold.end { try? queue.close() }
    // Dispatch gives a queue up on a thread of its own, and waits for ever where the system gives no
    // more threads (`ulimit -v`, `ulimit -u`).
    if !ProcessControl.givesThreads { _ = unsafe Unmanaged.passRetained(queue) }
  }

  /// Asks one question; the store may change before the next question.
  func asking<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do { return try queue.inDatabase(body) } catch {
      throw StoreError(error, path: path, during: .reading)
    }
  }

  /// Asks several questions of one state of the store.
  func reading<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do { return try transaction(.deferred, body) } catch {
      throw StoreError(error, path: path, during: .reading)
    }
  }

  /// Hands rows of one state of the store to a caller; the caller's own errors pass unchanged.
  func walking<T>(_ body: (Database) throws -> T) throws -> T {
    do { return try transaction(.deferred, body) } catch {
      throw carried(error, during: .reading)
    }
  }

  /// Makes one change; stores nothing if the body throws.
  func changing<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    guard access == .writing else { throw .readOnly(path: path) }
    try checkBeforeChange()
    do {
      return try transaction(.immediate) { db in
        try Change.signing(db, as: author) { try body($0) }
      }
    } catch {
      throw StoreError(error, path: path, during: .changing)
    }
  }

  /// An error of SQLite or of a stored value as a `StoreError`; an error of the caller unchanged.
  func carried(_ error: any Error, during activity: StoreError.Activity) -> any Error {
    switch error {
    case is DatabaseError, is RowDecodingError, is DamagedContent:
      StoreError(error, path: path, during: activity)
    default: error
    }
  }

  private func transaction<T>(
    _ kind: Database.TransactionKind, _ body: (Database) throws -> T
  ) throws -> T {
    var result: T?
    try queue.inTransaction(kind) { db in
      result = try body(db)
      return .commit
    }
    guard let result else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
    return result
  }
}
