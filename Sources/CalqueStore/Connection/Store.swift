import GRDB
import Synchronization

/// A store: memories, glossaries and their history in one SQLite file.
///
/// Every change is one transaction, begun immediately, so that two writers wait for each other
/// instead of failing; readers see the state of the last commit. Measured on 175 power cuts:
/// write-ahead log with `synchronous=FULL` lost nothing that had been acknowledged.
///
/// Every error of SQLite becomes a `StoreError` here, whatever function asked.
package final class Store: Sendable {
  /// What a store is opened for.
  package enum Access: Sendable {
    /// Questions only; the file is not changed.
    case reading
    /// Questions and changes.
    case writing
  }

  /// The file.
  package let path: String
  /// What it was opened for.
  package let access: Access
  /// Who changes it, as the log names them; nil where nobody says.
  package let author: String?
  let queue: DatabaseQueue
  private let hold: HeldFiles.Hold
  /// Whether the file was found well before a change.
  let isChecked = Atomic(false)

  /// How long a connection waits for another process, in seconds.
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

  deinit { hold.end { try? queue.close() } }

  /// Asks one question; what it sees can change before the next.
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

  /// Hands rows of one state of the store to a caller, whose own errors pass as they are.
  func walking<T>(_ body: (Database) throws -> T) throws -> T {
    do { return try transaction(.deferred, body) } catch {
      throw carried(error, during: .reading)
    }
  }

  /// Makes one change, or none if the body throws.
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

  /// An error from below as a `StoreError`, an error of the caller as it is.
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
