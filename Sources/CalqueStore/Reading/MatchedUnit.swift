package import CalqueModel
import GRDB

/// The data of a unit that a lookup shows: its texts, its memory, its date.
package struct MatchedUnit: Sendable {
  /// The unit's id.
  package let id: UnitID
  /// The id of the memory's row.
  package let resource: Int64
  /// The memory's name.
  package let memory: String
  /// The status of the translation.
  package let status: UnitStatus
  /// The time of the unit's last change, or else of its creation, from its file or its editor.
  package let changed: Instant?
  /// The confidence with which an alignment made the unit, from 0 to 1; nil for other units.
  package let aligned: Double?
  /// Whether the import that brought the unit doubted it.
  package let isDoubtful: Bool
  /// The texts of the unit, in order.
  package let variants: [MatchedVariant]
}

/// A text of a unit that a lookup shows.
package struct MatchedVariant: Hashable, Sendable {
  /// The id of the text's row.
  package let id: Int64
  /// The language, as written.
  package let language: LanguageTag
  /// The text, byte for byte.
  package let text: String
  /// The places at which an inline code ends a word of the text, in UTF-8 bytes.
  package let breaks: [Int]
}

extension Store {
  /// The text of a variant with its breaks; nil if no variant has the id.
  package func text(ofVariant id: Int64) throws(StoreError) -> SegmentText? {
    try asking { db in
      let statement = try db.cachedStatement(sql: "SELECT text, codes FROM variant WHERE id = ?")
      return try Row.fetchOne(statement, arguments: [id]).map {
        try SegmentText($0.at(0), codes: $0.at(1))
      }
    }
  }

  /// The data of a live unit that a lookup shows; nil if the unit is gone.
  package func matchedUnit(_ id: UnitID) throws(StoreError) -> MatchedUnit? {
    try asking { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT \(UnitReading.columns), resource.name, variant.id, language.written,
            variant.text, variant.codes, variant.meta
          FROM unit
            CROSS JOIN variant ON variant.unit = unit.id
            JOIN resource ON resource.id = unit.resource
            JOIN language ON language.id = variant.language
          WHERE unit.id = ? AND unit.deleted_seq IS NULL AND resource.deleted_seq IS NULL
          ORDER BY variant.position
          """)
      let first = UnitReading.columnCount
      let rows = PlainRows(db, statement, [id.rawValue])
      guard let row = try rows.next() else { return nil }
      let (resource, memory): (Int64, String) = try (row.at(1), row.at(first))
      var partial = try UnitReading.Partial(row)
      var ids = [Int64]()
      var next: PlainRow? = row
      while let row = next {
        ids.append(try row.at(first + 1))
        try partial.add(row, from: first + 2)
        next = try rows.next()
      }
      let unit = try partial.whole()
      return MatchedUnit(
        id: id, resource: resource, memory: memory, status: unit.status,
        changed: unit.changed ?? unit.created, aligned: unit.alignmentConfidence,
        isDoubtful: unit.meta.attributes.contains { $0.name == Meta.doubt },
        variants: zip(ids, unit.variants).map {
          MatchedVariant(id: $0, language: $1.language, text: $1.text, breaks: $1.breaks)
        })
    }
  }
}
