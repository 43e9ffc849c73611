import CalqueSystem
import GRDB
import Synchronization

/// A store: memories, glossaries and their history in one SQLite file.
///
/// Every change is one transaction that takes the lock at its beginning, so two writers wait for
/// each other instead of failing. Readers see the state of the last commit. In 175 measured power
/// cuts, a write-ahead log with `synchronous=FULL` lost no acknowledged change.
///
/// Questions and changes have a connection each: a question never waits for a change that is being
/// made, an import of an hour included, and sees the store as it was before.
///
/// Every error of SQLite becomes a `StoreError` here, whatever function met the error.
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
  /// Where changes are made; nil in a store that was opened for questions.
  private let changes: DatabaseQueue?
  /// Where questions are answered; opened with the first one in a store that was opened for changes.
  private let questions: Mutex<DatabaseQueue?>
  private let hold: HeldFiles.Hold
  private let turn = WritingTurn()
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
    changes = access == .writing ? queue : nil
    questions = Mutex(access == .reading ? queue : nil)
    self.hold = hold
  }

  deinit {
    let asked = questions.withLock { $0 }
    hold.end {
      try? asked?.close()
      try? changes?.close()
    }
    // Dispatch gives a queue up on a thread of its own, and waits for ever where the system gives no
    // more threads (`ulimit -v`, `ulimit -u`).
    if ProcessControl.endsWithCommand.load(ordering: .relaxed) || !ProcessControl.givesThreads {
      for queue in [asked, changes] { _ = unsafe queue.map { unsafe Unmanaged.passRetained($0) } }
    }
  }

  /// The connection that answers questions.
  func asked() throws(StoreError) -> DatabaseQueue {
    try questions.withLock { queue throws(StoreError) in
      if let queue { return queue }
      let opened = try Self.connect(StoreFile(path: path), for: .reading).queue
      queue = opened
      return opened
    }
  }

  /// Asks one question; the store may change before the next question.
  func asking<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    let queue = try asked()
    do { return try queue.inDatabase(body) } catch {
      throw StoreError(error, path: path, during: .reading)
    }
  }

  /// Asks several questions of one state of the store.
  func reading<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    let queue = try asked()
    do { return try Self.transaction(.deferred, in: queue, body) } catch {
      throw StoreError(error, path: path, during: .reading)
    }
  }

  /// Hands rows of one state of the store to a caller; the caller's own errors pass unchanged.
  ///
  /// The body runs inside the connection's queue, so the body is always code of this package, never
  /// a closure of whoever uses the library: see `StoreSnapshot`.
  func walking<T>(_ body: (Database) throws -> T) throws -> T {
    let queue = try asked()
    do { return try Self.transaction(.deferred, in: queue, body) } catch {
      throw carried(error, during: .reading)
    }
  }

  /// Makes one change; stores nothing if the body throws.
  func changing<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    let queue = try changing()
    try turn.take(path: path)
    defer { turn.give() }
    do {
      return try Self.pastUnfinishedImport(path: path, in: queue) {
        try Self.transaction(.immediate, in: queue) { db in
          try UnfinishedImport.refuse(db)
          return try Change.signing(db, as: author) { try body($0) }
        }
      }
    } catch {
      throw StoreError(error, path: path, during: .changing)
    }
  }

  /// The connection that makes changes, once the file is known to be well.
  private func changing() throws(StoreError) -> DatabaseQueue {
    guard let changes else { throw .openedForReading(path: path) }
    try checkBeforeChange()
    return changes
  }

  /// Begins a change that stays open between the accesses of its owner: an import.
  func beginChange() throws(StoreError) -> OpenChange {
    try OpenChange(in: changing(), turn: turn, path: path, author: author)
  }

  /// An error of SQLite or of a stored value as a `StoreError`; an error of the caller unchanged.
  func carried(_ error: any Error, during activity: StoreError.Activity) -> any Error {
    StoreError.carried(error, path: path, during: activity)
  }

  private static func transaction<T>(
    _ kind: Database.TransactionKind, in queue: DatabaseQueue, _ body: (Database) throws -> T
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
