package import CalqueModel
import GRDB

/// A live unit of the store.
package struct StoredUnit: Hashable, Sendable {
  /// The unit's id.
  package let id: UnitID
  /// The memory of the unit.
  package let resource: Int64
  /// The name of the memory.
  package let memory: String
  /// The number of the change that made the unit's present state.
  package let sequence: Int64
  /// The unit, with its variants in order.
  package let unit: Unit
}

extension Store {
  /// The live units of some ids, in the order of the ids; units that are gone are left out.
  package func units(_ ids: [UnitID]) throws(StoreError) -> [StoredUnit] {
    try asking { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT \(UnitReading.columns) FROM unit WHERE unit.id = ? AND unit.deleted_seq IS NULL
          """)
      var units = [StoredUnit]()
      units.reserveCapacity(ids.count)
      for id in ids {
        guard let row = try Row.fetchOne(statement, arguments: [id.rawValue]),
          let memory = try ResourceTable.resource(db, id: row.at(1))
        else { continue }
        units.append(try Self.stored(row, in: memory, db))
      }
      return units
    }
  }

  /// Calls `body` with every live unit of a memory, in the order of their ids.
  ///
  /// - Throws: `StoreError`; an error of the body, which ends the walk.
  package func forEachUnit(
    of resource: Int64, _ body: (StoredUnit) throws -> Void
  ) throws {
    try walking { db in
      guard let memory = try ResourceTable.resource(db, id: resource) else { return }
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(UnitReading.columns) FROM unit
          WHERE unit.resource = ? AND unit.deleted_seq IS NULL ORDER BY unit.id
          """, arguments: [resource])
      while let row = try rows.next() { try body(Self.stored(row, in: memory, db)) }
    }
  }

  private static func stored(
    _ row: Row, in memory: StoredResource, _ db: Database
  ) throws -> StoredUnit {
    try StoredUnit(
      id: UnitID(row.at(0)), resource: memory.id, memory: memory.resource.name, sequence: row.at(3),
      unit: UnitReading.unit(db, row))
  }
}
