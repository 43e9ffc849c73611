import CalqueModel
import GRDB

/// Writes units and their variants, one prepared statement each.
final class UnitRows {
  /// What the rows of one change have in common.
  struct Context {
    let resource: Int64
    let sequence: Int64
    let ledger: Int64?
  }

  /// The hashes of a unit: of each text, in order, and of the whole.
  struct Hashes {
    let exact: [UInt64]
    let identity: UInt64

    init(_ unit: Unit) {
      exact = unit.variants.map { TextHash.of($0.text) }
      identity = UnitIdentity.hash(unit, exact: exact)
    }
  }

  private let db: Database
  private let languages: LanguageTable
  private let insertUnit: Statement
  private let insertVariant: Statement

  init(_ db: Database, languages: LanguageTable) throws {
    self.db = db
    self.languages = languages
    insertUnit = try db.makeStatement(
      sql: """
        INSERT INTO unit (id, resource, position, identity, status, changed_seq, import,
          source_language, external_id, created, created_by, changed, changed_by, origin,
          use_count, meta)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    insertVariant = try db.makeStatement(
      sql: """
        INSERT INTO variant (unit, position, language, exact_hash, folded_hash, text, codes, meta)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
  }

  /// Refuses what SQLite would not give back as it was: a text is cut off at U+0000.
  static func check(_ unit: Unit) throws(StoreError) {
    guard !unit.variants.isEmpty else { throw .unstorable(reason: "a unit without a text") }
    for variant in unit.variants {
      if variant.text.utf8.contains(0) || variant.codes?.utf8.contains(0) ?? false {
        throw .unstorable(reason: "the text holds the character U+0000")
      }
    }
  }

  /// Writes a new unit.
  func insert(
    _ unit: Unit, id: Int64, position: Int64, hashes: Hashes, context: Context
  ) throws {
    let source = try unit.sourceLanguage.map { try languages.number(of: $0) }
    insertUnit.setUncheckedArguments([
      id, context.resource, position, Int64(bitPattern: hashes.identity), unit.status.rawValue,
      context.sequence, context.ledger, source, unit.externalID, unit.created?.seconds,
      unit.createdBy, unit.changed?.seconds, unit.changedBy, unit.origin, unit.useCount,
      MetaText.written(unit.meta),
    ])
    try insertUnit.execute()
    try insertVariants(of: unit, id: id, hashes: hashes)
  }

  /// Writes a unit's texts.
  private func insertVariants(of unit: Unit, id: Int64, hashes: Hashes) throws {
    for (position, variant) in unit.variants.enumerated() {
      insertVariant.setUncheckedArguments([
        id, position, try languages.number(of: variant.language),
        Int64(bitPattern: hashes.exact[position]),
        Int64(bitPattern: FoldedForm.hash(variant.text)), variant.text, variant.codes,
        MetaText.written(variant.meta),
      ])
      try insertVariant.execute()
    }
  }

  /// Puts a unit in the place of its earlier version, which stays as a row of history.
  ///
  /// The unit keeps its id; the earlier version, its texts with it, gets a new one.
  func replace(_ id: Int64, by unit: Unit, hashes: Hashes, context: Context) throws {
    try db.execute(
      sql: """
        INSERT INTO unit (resource, position, identity, status, changed_seq, deleted_seq,
          version_of, import, source_language, external_id, created, created_by, changed,
          changed_by, origin, previous_hash, next_hash, use_count, meta)
        SELECT resource, position, identity, status, ?, ?, id, import, source_language,
          external_id, created, created_by, changed, changed_by, origin, previous_hash, next_hash,
          use_count, meta
        FROM unit WHERE id = ?
        """, arguments: [context.sequence, context.sequence, id])
    try db.execute(
      sql: "UPDATE variant SET unit = ? WHERE unit = ?", arguments: [db.lastInsertedRowID, id])
    try db.execute(
      sql: """
        UPDATE unit SET identity = ?, status = ?, changed_seq = ?, import = ?, source_language = ?,
          external_id = ?, created = ?, created_by = ?, changed = ?, changed_by = ?, origin = ?,
          use_count = ?, meta = ?
        WHERE id = ?
        """,
      arguments: [
        Int64(bitPattern: hashes.identity), unit.status.rawValue, context.sequence,
        context.ledger, try unit.sourceLanguage.map { try languages.number(of: $0) },
        unit.externalID, unit.created?.seconds, unit.createdBy, unit.changed?.seconds,
        unit.changedBy, unit.origin, unit.useCount, MetaText.written(unit.meta), id,
      ])
    try insertVariants(of: unit, id: id, hashes: hashes)
  }
}
