package import CalqueModel
import GRDB

/// A live unit as the store holds it.
package struct StoredUnit: Hashable, Sendable {
  /// The unit's id.
  package let id: UnitID
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

  /// Every live unit of a memory, in its order, one at a time.
  ///
  /// - Throws: `StoreError`, or what the body throws, which ends the walk.
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
