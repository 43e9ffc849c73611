package import CalqueModel
import CalqueSystem
import GRDB

/// The store as it is at one moment, on a connection of its own.
///
/// An export reads a batch, hands the batch on, and reads the next: what changes meanwhile is not
/// seen, and while the caller's code runs no code of the database does.
package final class StoreSnapshot {
  private let queue: DatabaseQueue
  private let path: String

  init(path: String) throws(StoreError) {
    queue = try Store.connect(StoreFile(path: path), for: .reading).queue
    self.path = path
    do {
      try queue.inDatabase { db in
        try db.beginTransaction(.deferred)
        // The first question fixes the state that the transaction sees.
        _ = try Change.last(db)
      }
    } catch { throw StoreError(error, path: path, during: .reading) }
  }

  deinit {
    try? queue.inDatabase { db in if db.isInsideTransaction { try db.rollback() } }
    try? queue.close()
    // As in `Store`: Dispatch would wait for a thread for ever.
    if !ProcessControl.givesThreads { _ = unsafe Unmanaged.passRetained(queue) }
  }

  /// The live units of a memory that come after an id, in their order: the first `count` of them.
  package func units(
    of resource: Int64, after id: UnitID?, count: Int
  ) throws(StoreError) -> [StoredUnit] {
    try asking { db in try UnitBatch.units(db, of: resource, after: id, count: count) }
  }

  /// The live concepts of a glossary that come after an id, in their order: the first `count`.
  package func concepts(
    of resource: Int64, after id: ConceptID?, count: Int
  ) throws(StoreError) -> [StoredConcept] {
    try asking { db in try StoredConcept.batch(db, of: resource, after: id, count: count) }
  }

  private func asking<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do { return try queue.inDatabase(body) } catch {
      throw StoreError(error, path: path, during: .reading)
    }
  }
}

extension Store {
  /// The store as it is now, for a walk that takes its time.
  package func snapshot() throws(StoreError) -> StoreSnapshot { try StoreSnapshot(path: path) }
}

extension StoreSnapshot {
  /// How many rows a batch holds: enough that the question costs little beside the rows.
  private static var batch: Int { 500 }

  /// Every live unit of a memory, in its order, one at a time; the body may ask the store anything.
  ///
  /// - Throws: `StoreError`, or what the body throws, which ends the walk.
  package func forEachUnit(of resource: Int64, _ body: (StoredUnit) throws -> Void) throws {
    var last: UnitID?
    while true {
      let units = try units(of: resource, after: last, count: Self.batch)
      // Each unit is handed on where it lies: its parts have no further owner.
      let held = units.span
      for place in held.indices { try body(held[place]) }
      guard units.count == Self.batch, let next = units.last?.id else { return }
      last = next
    }
  }

  /// Every live concept of a glossary, in its order, one at a time; the body may ask the store
  /// anything.
  ///
  /// - Throws: `StoreError`, or what the body throws, which ends the walk.
  package func forEachConcept(
    of resource: Int64, _ body: (StoredConcept) throws -> Void
  ) throws {
    var last: ConceptID?
    while true {
      let concepts = try concepts(of: resource, after: last, count: Self.batch)
      for concept in concepts { try body(concept) }
      guard concepts.count == Self.batch, let next = concepts.last?.id else { return }
      last = next
    }
  }
}
