package import CalqueModel
import GRDB

/// What a lookup shows of a unit: its texts, its memory, its date.
package struct MatchedUnit: Sendable {
  /// The row's id.
  package let id: Int64
  /// The memory's row.
  package let resource: Int64
  /// The memory's name.
  package let memory: String
  /// How far the translation is trusted.
  package let status: UnitStatus
  /// When the unit was last changed, else made, as its file or its editor says.
  package let changed: Instant?
  /// Its texts, in order.
  package let variants: [MatchedVariant]
}

/// One text of a unit that a lookup shows.
package struct MatchedVariant: Hashable, Sendable {
  /// The row's id.
  package let id: Int64
  /// The language, as written.
  package let language: LanguageTag
  /// The text, byte for byte.
  package let text: String
}

extension Store {
  /// The text of a variant, byte for byte; nil where there is none.
  package func text(ofVariant id: Int64) throws(StoreError) -> String? {
    try asking { db in
      let statement = try db.cachedStatement(sql: "SELECT text FROM variant WHERE id = ?")
      return try String.fetchOne(statement, arguments: [id])
    }
  }

  /// A live unit as a lookup shows it; nil where it is gone.
  package func matchedUnit(_ id: Int64) throws(StoreError) -> MatchedUnit? {
    try asking { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT resource.name, ifnull(unit.changed, unit.created), variant.id, language.written,
            variant.text, unit.resource, unit.status
          FROM unit
            CROSS JOIN variant ON variant.unit = unit.id
            JOIN resource ON resource.id = unit.resource
            JOIN language ON language.id = variant.language
          WHERE unit.id = ? AND unit.deleted_seq IS NULL ORDER BY variant.position
          """)
      var (memory, changed, variants) = ("", Int64?.none, [MatchedVariant]())
      var (resource, status) = (Int64(0), 0)
      let rows = try Row.fetchCursor(statement, arguments: [id])
      while let row = try rows.next() {
        (memory, changed, resource, status) = (row[0], row[1], row[5], row[6])
        variants.append(
          MatchedVariant(id: row[2], language: LanguageTag(row[3]), text: row[4]))
      }
      guard !variants.isEmpty else { return nil }
      return MatchedUnit(
        id: id, resource: resource, memory: memory, status: UnitStatus(rawValue: status) ?? .draft,
        changed: changed.map { Instant(seconds: $0) }, variants: variants)
    }
  }
}
