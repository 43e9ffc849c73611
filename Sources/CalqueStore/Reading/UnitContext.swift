package import CalqueModel
import GRDB

/// What stands around a unit: hashes of the folded texts before and after it, and its key.
package struct UnitContext: Hashable, Sendable {
  /// The hashes of the texts that stand before the unit; several if it stands in several places.
  package var previous: Set<Int64> = []
  /// The hashes of the texts that stand after the unit.
  package var next: Set<Int64> = []
  /// The unit's id in its file.
  package var key: String?
}

extension Store {
  /// The number of ids on either side of a unit among which its neighbours are looked for.
  ///
  /// An earlier version of a unit takes an id, so neighbours need not have consecutive ids.
  private static let reach: Int64 = 8

  /// What stands around a unit; nil if the unit is gone.
  ///
  /// An alignment noted the neighbours of its units. Other tools wrote theirs into the file
  /// (`statedNeighbours`). The neighbours of any other unit are the units that were stored before
  /// and after it in the same memory: files and people give units in the order of the text.
  ///
  /// - Parameters:
  ///   - id: the unit.
  ///   - primary: the primary language of the texts around it.
  /// - Returns: the context.
  /// - Throws: `StoreError`.
  /// - Complexity: O(log units).
  package func context(
    of id: UnitID, language primary: String
  ) throws(StoreError) -> UnitContext? {
    try asking { db in
      guard let unit = try UnitReading.unit(db, id: id.rawValue),
        let row = try Row.fetchOne(
          db, sql: "SELECT resource, previous_hash, next_hash FROM unit WHERE id = ?",
          arguments: [id.rawValue])
      else { return nil }
      var context = UnitContext(key: unit.externalID)
      if unit.origin == AlignedOrigin.name {
        if let hash = try row.at(1) as Int64? { context.previous = [hash] }
        if let hash = try row.at(2) as Int64? { context.next = [hash] }
        return context
      }
      let stated = unit.statedNeighbours
      if !stated.isEmpty {
        var folding = FoldedForm()
        context.previous = Set(stated.compactMap { $0.previous.map { folding.hash($0) } })
        context.next = Set(stated.compactMap { $0.next.map { folding.hash($0) } })
        return context
      }
      try Self.readNeighbours(db, of: id.rawValue, in: row.at(0), primary, into: &context)
      return context
    }
  }

  /// Reads the nearest units of the same memory on both sides of an id.
  private static func readNeighbours(
    _ db: Database, of id: Int64, in resource: Int64, _ primary: String,
    into context: inout UnitContext
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        SELECT unit.id, variant.folded_hash FROM unit
          CROSS JOIN variant ON variant.unit = unit.id
          JOIN language ON language.id = variant.language
        WHERE unit.id BETWEEN ? AND ? AND unit.id <> ? AND unit.resource = ?
          AND unit.version_of IS NULL AND unit.deleted_seq IS NULL AND language.primary_key = ?
        ORDER BY unit.id
        """)
    let rows = try Row.fetchAll(
      statement, arguments: [id - reach, id + reach, id, resource, primary])
    let neighbours = try rows.map { row -> (id: Int64, hash: Int64) in
      try (row.at(0), row.at(1))
    }
    let before = neighbours.last { $0.id < id }?.id
    let after = neighbours.first { $0.id > id }?.id
    context.previous = Set(neighbours.filter { $0.id == before }.map(\.hash))
    context.next = Set(neighbours.filter { $0.id == after }.map(\.hash))
  }
}
