import CalqueSystem
import GRDB

/// A change that stays open between the accesses of its owner.
///
/// A long import hands rows to the store in batches. Between two batches no code of the database
/// runs, so the caller's own code can: a progress bar that asks the store is answered.
/// A change that is neither committed nor rolled back is rolled back when its owner lets go of it:
/// whatever was done since it began, or since `commitSoFar`.
final class OpenChange {
  private let queue: DatabaseQueue
  private let turn: WritingTurn
  private let path: String
  private let author: String?
  private let firstSequence: Int64
  private var isOpen = true
  private var isKept = false
  /// What keeps other processes from changing the store between two transactions of this change.
  private var lock: FileLock?

  /// Begins the change: takes the turn, then the database's lock for writing.
  init(
    in queue: DatabaseQueue, turn: WritingTurn, path: String, author: String?
  ) throws(StoreError) {
    try turn.take(path: path)
    do {
      firstSequence = try Store.pastUnfinishedImport(path: path, in: queue) {
        try queue.inDatabase { db in
          try ImportSettings.make(db)
          try db.beginTransaction(.immediate)
          do { try UnfinishedImport.refuse(db) } catch {
            try db.rollback()
            throw error
          }
          return try Change.last(db)
        }
      }
    } catch {
      Self.close(queue)
      turn.give()
      throw StoreError(error, path: path, during: .changing)
    }
    (self.queue, self.turn, self.path, self.author) = (queue, turn, path, author)
  }

  deinit { end() }

  /// Does a part of the change; after an error of the body the change is rolled back and over.
  func access<T>(_ body: (Database) throws -> T) throws -> T {
    do {
      return try queue.inDatabase { db in
        // After an error of SQLite the transaction can be gone; going on would store row by row.
        guard db.isInsideTransaction else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
        return try body(db)
      }
    } catch {
      end()
      throw error
    }
  }

  /// Commits what was done so far, and goes on in another transaction.
  ///
  /// What is committed has to be hidden as an `UnfinishedImport`, and is removed if the change is not
  /// finished.
  func commitSoFar() throws {
    if lock == nil {
      // Who holds the lock to remove an earlier import may wait for this transaction as long.
      lock = try UnfinishedImport.lock(
        ofStore: path, patience: .seconds(Store.busySeconds + 5))
    }
    guard lock != nil else { throw StoreError.busy(path: path, during: .changing) }
    try access { db in
      try db.commit()
      try db.beginTransaction(.immediate)
    }
  }

  /// Ends the change: keeps what was done, or takes everything back.
  func finish(_ completion: Database.TransactionCompletion) throws {
    if completion == .commit {
      try access { db in
        try Change.sign(db, as: author, after: firstSequence)
        try db.commit()
      }
      isKept = true
    }
    end()
  }

  private func end() {
    guard isOpen else { return }
    isOpen = false
    Self.close(queue)
    if lock != nil {
      lock = nil
      // Where this fails, the next change of the store removes the rest.
      if !isKept { try? Store.removeUnfinishedImport(path: path, in: queue) }
    }
    turn.give()
  }

  /// Takes back what is not committed, and the settings of the import.
  private static func close(_ queue: DatabaseQueue) {
    queue.inDatabase { db in
      if db.isInsideTransaction { try? db.rollback() }
      ImportSettings.takeBack(db)
    }
  }
}
