package import CalqueModel
import GRDB

/// A live unit as the store holds it.
package struct StoredUnit: Hashable, Sendable {
  /// The row's id; answers name it as a string.
  package let id: Int64
  /// The memory it stands in.
  package let resource: Int64
  /// That memory's name.
  package let memory: String
  /// The number of the change that its present state comes from.
  package let sequence: Int64
  /// The unit, its variants in order.
  package let unit: Unit
}

extension Store {
  /// The live units of these ids, in the ids' order; one that is gone is left out.
  package func units(_ ids: [Int64]) throws(StoreError) -> [StoredUnit] {
    try asking { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT \(UnitReading.columns), resource.name
          FROM unit JOIN resource ON resource.id = unit.resource
          WHERE unit.id = ? AND unit.deleted_seq IS NULL
          """)
      var units = [StoredUnit]()
      units.reserveCapacity(ids.count)
      for id in ids {
        guard let row = try Row.fetchOne(statement, arguments: [id]) else { continue }
        units.append(try stored(row, db))
      }
      return units
    }
  }

  /// Every live unit of a memory, in its order, one at a time.
  package func forEachUnit(
    of resource: Int64, _ body: (StoredUnit) throws -> Void
  ) throws {
    try queue.inTransaction(.deferred) { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(UnitReading.columns), resource.name
          FROM unit JOIN resource ON resource.id = unit.resource
          WHERE unit.resource = ? AND unit.deleted_seq IS NULL ORDER BY unit.id
          """, arguments: [resource])
      while let row = try rows.next() { try body(stored(row, db)) }
      return .commit
    }
  }

  private func stored(_ row: Row, _ db: Database) throws -> StoredUnit {
    var unit = UnitReading.unit(row)
    unit.variants = try UnitReading.variants(db, of: row[0])
    return StoredUnit(
      id: row[0], resource: row[1], memory: row[13], sequence: row[3], unit: unit)
  }
}
