package import CalqueModel
import GRDB

/// A text of a live unit, with the data that a scan or an index needs.
package struct StoredVariant: Hashable, Sendable {
  /// The id of the text's row; the id never belongs to another text.
  package let id: Int64
  /// The unit of the text.
  package let unit: UnitID
  /// The memory of the unit.
  package let resource: Int64
  /// The status of the unit.
  package let status: UnitStatus
  /// The number of the change that made the unit's present state.
  package let changed: Int64
  /// The key of the language: lower case, `-` between subtags.
  package let language: String
  /// The text.
  package let text: String
  /// The places at which an inline code ends a word of the text, in UTF-8 bytes.
  package let breaks: [Int]
}

extension Store {
  /// Calls `body` with every text of a language in a live unit, in the order of the texts' ids.
  ///
  /// - Parameters:
  ///   - primary: the primary language; texts in `fr-CA` belong to `fr` too.
  ///   - sequence: the change after which a unit's present state was made; nil reads all units.
  ///   - ofRejected: whether to read rejected units alone, or all units that are not rejected.
  ///   - body: takes each text, and must not ask the store anything else.
  /// - Throws: `StoreError`; an error of the body, which ends the walk.
  package func forEachVariant(
    language primary: String, since sequence: Int64? = nil, ofRejected: Bool = false,
    _ body: (StoredVariant) throws -> Void
  ) throws {
    try walking { db in
      try Self.forEachVariant(
        db, language: primary, since: sequence, ofRejected: ofRejected, body)
    }
  }

  static func forEachVariant(
    _ db: Database, language primary: String, since sequence: Int64?, ofRejected: Bool = false,
    _ body: (StoredVariant) throws -> Void
  ) throws {
    let languages = try Self.languageKeys(db, primary: primary)
    guard !languages.isEmpty else { return }
    var walk = VariantWalk.everything
    if let sequence {
      let most = VariantWalk.mostSorted
      let changed = try Int64.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM
            (SELECT 1 FROM unit WHERE changed_seq > \(sequence) LIMIT \(most + 1))
          """)
      walk = changed ?? 0 > most ? .many(since: sequence) : .few(since: sequence)
    }
    let statement = try db.makeStatement(
      sql: walk.sql(
        languages: languages.keys.sorted(), ofRejected: ofRejected,
        and: UnfinishedImport.condition(db)))
    let rows = PlainRows(db, statement)
    while let row = try rows.next() {
      let text = try SegmentText(row.at(6), codes: row.at(7))
      try body(
        StoredVariant(
          id: row.at(0), unit: UnitID(row.at(1)), resource: row.at(2),
          status: UnitStatus(rawValue: row.at(3)) ?? .draft, changed: row.at(4),
          language: languages[row.at(5)] ?? primary, text: text.text,
          breaks: text.breaks))
    }
  }

  /// The ids of the texts of a language that have gone since a change, in order.
  ///
  /// Their unit was edited, removed or rejected by a later change.
  package func variantsGone(
    language primary: String, since sequence: Int64
  ) throws(StoreError) -> [Int64] {
    try reading { db in try Self.variantsGone(db, language: primary, since: sequence) }
  }

  static func variantsGone(
    _ db: Database, language primary: String, since sequence: Int64
  ) throws -> [Int64] {
    let languages = try Self.languageKeys(db, primary: primary)
    guard !languages.isEmpty else { return [] }
    return try Int64.fetchAll(
      db,
      sql: """
        SELECT variant.id FROM unit CROSS JOIN variant ON variant.unit = unit.id
        WHERE unit.changed_seq > ?
          AND (unit.deleted_seq IS NOT NULL OR unit.status = \(UnitStatus.rejected.rawValue))
          AND variant.language IN (\(languages.keys.map(String.init).joined(separator: ",")))
          \(try UnfinishedImport.condition(db))
        ORDER BY variant.id
        """, arguments: [sequence])
  }

  static func languageKeys(_ db: Database, primary: String) throws -> [Int64: String] {
    var keys = [Int64: String]()
    try forEachLanguage(db, primary: primary) { id, key in keys[id] = key }
    return keys
  }

  /// Calls `body` with the id and the key of each language that has a primary language.
  static func forEachLanguage(
    _ db: Database, primary: String, _ body: (Int64, String) -> Void
  ) throws {
    let statement = try db.cachedStatement(
      sql: "SELECT id, written, key, primary_key FROM language")
    let rows = try Row.fetchCursor(statement)
    while let row = try rows.next() {
      let tag = try LanguageTag(row.at(1))
      // The three columns of a row hold the same tag, so a damaged column is found.
      guard try tag.key == row.at(2) && tag.primary == row.at(3) else {
        throw DamagedContent(damage: .row)
      }
      if tag.primary == primary { body(try row.at(0), tag.key) }
    }
  }
}

/// A way through the texts of a language, in the order of their ids.
package enum VariantWalk: Sendable {
  /// Every live text.
  case everything
  /// The texts that changed after a change, by the index of changes and a sort.
  case few(since: Int64)
  /// The texts that changed after a change, by a walk over all texts.
  ///
  /// Sorting so many texts would fill the disk.
  case many(since: Int64)

  /// The maximum number of units whose texts are sorted.
  package static let mostSorted: Int64 = 10_000

  /// The query.
  ///
  /// CROSS JOIN fixes the plan, because SQLite's planner has no figures of a store just filled.
  ///
  /// - Parameters:
  ///   - languages: the languages of the texts.
  ///   - ofRejected: whether to read rejected units alone.
  ///   - further: a further condition, beginning with AND.
  /// - Returns: the text of the query.
  package func sql(
    languages: [Int64], ofRejected: Bool = false, and further: String = ""
  ) -> String {
    let (tables, condition) =
      switch self {
      case .everything: ("variant CROSS JOIN unit ON unit.id = variant.unit", "")
      case .many(let sequence):
        (
          "variant CROSS JOIN unit ON unit.id = variant.unit",
          "AND +unit.changed_seq > \(sequence)"
        )
      case .few(let sequence):
        (
          "unit CROSS JOIN variant ON variant.unit = unit.id", "AND unit.changed_seq > \(sequence)"
        )
      }
    return """
      SELECT variant.id, variant.unit, unit.resource, unit.status, unit.changed_seq,
        variant.language, variant.text, variant.codes
      FROM \(tables)
      WHERE variant.language IN (\(languages.map(String.init).joined(separator: ",")))
        AND unit.deleted_seq IS NULL AND unit.status \(ofRejected ? "=" : "<>") \(UnitStatus.rejected.rawValue)
        \(condition) \(further)
      ORDER BY variant.id
      """
  }
}
