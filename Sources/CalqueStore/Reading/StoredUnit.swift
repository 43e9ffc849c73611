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
  package internal(set) var unit: TranslationUnit
}

extension Store {
  /// The live units of some ids, in the order of the ids; units that are gone are left out.
  package func units(_ ids: [UnitID]) throws(StoreError) -> [StoredUnit] {
    // In one transaction: outside of one, SQLite locks the file anew for each unit.
    try reading { db in
      let reader = UnitReader(
        db,
        try db.cachedStatement(sql: UnitReader.sql("unit.id = ? AND unit.deleted_seq IS NULL")))
      var names: [Int64: String] = [:]
      var units = [StoredUnit]()
      units.reserveCapacity(ids.count)
      for id in ids {
        guard let whole = try reader.first([id.rawValue]) else { continue }
        let resource = whole.key.resource
        if names[resource] == nil {
          names[resource] = try ResourceTable.resource(db, id: resource)?.resource.name
        }
        guard let memory = names[resource] else { continue }
        units.append(StoredUnit(whole.key, whole.unit, memory: memory))
      }
      return units
    }
  }
}

extension StoredUnit {
  init(
    _ key: UnitReading.Key, _ unit: consuming TranslationUnit, memory: String
  ) {
    self.init(
      id: UnitID(key.id), resource: key.resource, memory: memory, sequence: key.sequence,
      unit: unit)
  }
}

/// The live units of a memory that are not of one origin, as far as their number and their last change
/// tell: two states that are equal hold the same units.
package struct UnitsState: Hashable, Sendable {
  /// The number of the units.
  package let count: Int
  /// The last change of one of them.
  package let lastChange: StoreGeneration
}

extension Store {
  /// The state of a memory's live units that are not of an origin.
  ///
  /// - Complexity: O(units of the memory).
  package func unitsState(
    of resource: Int64, without origin: String
  ) throws(StoreError) -> UnitsState {
    try asking { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          WITH held AS (
            SELECT count(*) AS units, ifnull(max(changed_seq), 0) AS last FROM unit
            WHERE resource = ? AND deleted_seq IS NULL AND origin IS NOT ?)
          SELECT units, last, ifnull((SELECT mark FROM change WHERE seq = last), 0) FROM held
          """, arguments: [resource, origin])
      guard let row else {
        return UnitsState(count: 0, lastChange: StoreGeneration(sequence: 0, mark: 0))
      }
      return try UnitsState(
        count: row.at(0), lastChange: StoreGeneration(sequence: row.at(1), mark: row.at(2)))
    }
  }

  /// Whether the store has more live units than a number.
  ///
  /// - Complexity: O(the number).
  package func hasMoreUnits(than number: Int) throws(StoreError) -> Bool {
    if number == .max { return false }
    return try asking { db in
      let found = try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM (
            SELECT 1 FROM unit WHERE deleted_seq IS NULL LIMIT ?)
          """, arguments: [number + 1])
      return (found ?? 0) > number
    }
  }

  /// The last unit of a memory, live or not; nil if the memory has none.
  ///
  /// - Complexity: O(log units).
  package func lastUnit(of resource: Int64) throws(StoreError) -> UnitID? {
    try asking { db in
      try Int64.fetchOne(
        db, sql: "SELECT max(id) FROM unit WHERE resource = ?", arguments: [resource]
      ).map { UnitID($0) }
    }
  }
}
