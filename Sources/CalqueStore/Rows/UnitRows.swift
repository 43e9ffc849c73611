import CalqueModel
import GRDB

/// Writes units and their variants by prepared statements.
///
/// A bound value costs a hundred instructions, even if the value is NULL. So the values that all
/// units of a change share are in the text of the statements, and a plain unit, with two texts and
/// no further data, has statements of its own.
final class UnitRows {
  /// The values that the rows of one change share.
  struct Context {
    let resource: Int64
    let sequence: Int64
    let ledger: Int64?
  }

  /// The hashes of a unit: one of each text, in order, and one of the identity.
  struct Hashes {
    let exact: [UInt64]
    let identity: UInt64

    init(_ unit: TranslationUnit) {
      exact = unit.variants.map { TextHash.of($0.text) }
      identity = UnitIdentity.hash(unit, exact: exact)
    }
  }

  /// The JSON columns of a unit, and the checksum of the whole unit.
  private struct Written {
    let meta: String?
    let variants: [String?]
    let sum: Int64

    init(_ unit: TranslationUnit, in resource: Int64, hashes: Hashes) {
      meta = MetaText.written(unit.meta)
      variants = unit.variants.map { MetaText.written($0.meta) }
      var sum = ContentSum(resource: resource, unit: unit, meta: meta)
      for (place, variant) in unit.variants.enumerated() {
        sum.add(
          variant.language, text: hashes.exact[place], codes: variant.codes, meta: variants[place])
      }
      self.sum = sum.value
    }
  }

  private let db: Database
  private let languages: LanguageTable
  private let context: Context
  private let insertPlainUnit: Statement
  private let insertUnit: Statement
  private let insertPlainPair: Statement
  private let insertVariant: Statement
  private var folding = FoldedForm()

  init(_ db: Database, languages: LanguageTable, context: Context) throws {
    self.db = db
    self.languages = languages
    self.context = context
    let constants =
      "\(context.resource), \(context.sequence), \(context.ledger.map(String.init) ?? "NULL")"
    insertPlainUnit = try db.makeStatement(
      sql: """
        INSERT INTO unit (resource, changed_seq, import, id, identity, checksum, status,
          source_language, origin, meta)
        VALUES (\(constants), ?, ?, ?, ?, ?, ?, ?)
        """)
    insertUnit = try db.makeStatement(
      sql: """
        INSERT INTO unit (resource, changed_seq, import, id, identity, checksum, status,
          source_language, origin, meta, external_id, created, created_by, changed, changed_by,
          use_count)
        VALUES (\(constants), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    insertPlainPair = try db.makeStatement(
      sql: """
        INSERT INTO variant (unit, position, language, exact_hash, folded_hash, text)
        VALUES (?, 0, ?, ?, ?, ?), (?, 1, ?, ?, ?, ?)
        """)
    insertVariant = try db.makeStatement(
      sql: """
        INSERT INTO variant (unit, position, language, exact_hash, folded_hash, text, codes, meta)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
  }

  /// Refuses a unit that SQLite would not give back as it is: a text is cut off at U+0000.
  static func check(_ unit: TranslationUnit) throws(StoreError) {
    guard !unit.variants.isEmpty else { throw .unstorable(reason: "a unit without a text") }
    for variant in unit.variants {
      if TextHash.holdsZero(variant.text) || variant.codes.map(TextHash.holdsZero) ?? false
        || TextHash.holdsZero(variant.language.written)
      {
        throw .unstorable(reason: "the text holds the character U+0000")
      }
    }
    for text in [unit.externalID, unit.createdBy, unit.changedBy, unit.origin] {
      if let text, TextHash.holdsZero(text) {
        throw .unstorable(reason: "what is said of a unit holds the character U+0000")
      }
    }
  }

  /// Writes a new unit.
  func insert(_ unit: TranslationUnit, id: Int64, hashes: Hashes) throws {
    let source = try unit.sourceLanguage.map { try languages.number(of: $0) }
    let identity = Int64(bitPattern: hashes.identity)
    let written = Written(unit, in: context.resource, hashes: hashes)
    if unit.externalID == nil, unit.created == nil, unit.changed == nil, unit.createdBy == nil,
      unit.changedBy == nil, unit.useCount == nil
    {
      insertPlainUnit.setUncheckedArguments([
        id, identity, written.sum, unit.status.rawValue, source, unit.origin, written.meta,
      ])
      try insertPlainUnit.execute()
    } else {
      insertUnit.setUncheckedArguments([
        id, identity, written.sum, unit.status.rawValue, source, unit.origin, written.meta,
        unit.externalID, unit.created?.seconds, unit.createdBy, unit.changed?.seconds,
        unit.changedBy, unit.useCount,
      ])
      try insertUnit.execute()
    }
    try insertVariants(of: unit, written, id: id, hashes: hashes)
  }

  /// Writes the hashes of the segments before and after a unit in its document.
  func note(_ neighbours: SegmentNeighbours, of id: Int64) throws {
    try db.execute(
      sql: "UPDATE unit SET previous_hash = ?, next_hash = ? WHERE id = ?",
      arguments: [
        neighbours.previous.map { folding.hash($0) }, neighbours.next.map { folding.hash($0) }, id,
      ])
  }

  /// Writes a unit's texts.
  private func insertVariants(
    of unit: TranslationUnit, _ written: Written, id: Int64, hashes: Hashes
  ) throws {
    let variants = unit.variants
    if variants.count == 2, variants[0].isPlain, variants[1].isPlain {
      insertPlainPair.setUncheckedArguments([
        id, try languages.number(of: variants[0].language), Int64(bitPattern: hashes.exact[0]),
        folding.hash(variants[0].text), variants[0].text,
        id, try languages.number(of: variants[1].language), Int64(bitPattern: hashes.exact[1]),
        folding.hash(variants[1].text), variants[1].text,
      ])
      return try insertPlainPair.execute()
    }
    for (position, variant) in variants.enumerated() {
      insertVariant.setUncheckedArguments([
        id, position, try languages.number(of: variant.language),
        Int64(bitPattern: hashes.exact[position]), folding.hash(variant.text), variant.text,
        variant.codes, written.variants[position],
      ])
      try insertVariant.execute()
    }
  }

  /// Replaces a unit; the earlier version stays as a row of history.
  ///
  /// The unit keeps its id. The earlier version and its texts get a new id.
  ///
  /// - Returns: the id of the earlier version.
  @discardableResult
  func replace(_ id: Int64, by unit: TranslationUnit, hashes: Hashes) throws -> Int64 {
    try db.execute(
      sql: """
        INSERT INTO unit (resource, identity, checksum, status, changed_seq, deleted_seq,
          version_of, import, source_language, external_id, created, created_by, changed,
          changed_by, origin, previous_hash, next_hash, use_count, meta)
        SELECT resource, identity, checksum, status, ?, ?, id, import, source_language,
          external_id, created, created_by, changed, changed_by, origin, previous_hash, next_hash,
          use_count, meta
        FROM unit WHERE id = ?
        """, arguments: [context.sequence, context.sequence, id])
    let earlier = db.lastInsertedRowID
    try db.execute(
      sql: "UPDATE variant SET unit = ? WHERE unit = ?", arguments: [earlier, id])
    let written = Written(unit, in: context.resource, hashes: hashes)
    try db.execute(
      sql: """
        UPDATE unit SET identity = ?, checksum = ?, status = ?, changed_seq = ?, import = ?,
          source_language = ?, external_id = ?, created = ?, created_by = ?, changed = ?,
          changed_by = ?, origin = ?, use_count = ?, meta = ?
        WHERE id = ?
        """,
      arguments: [
        Int64(bitPattern: hashes.identity), written.sum, unit.status.rawValue, context.sequence,
        context.ledger, try unit.sourceLanguage.map { try languages.number(of: $0) },
        unit.externalID, unit.created?.seconds, unit.createdBy, unit.changed?.seconds,
        unit.changedBy, unit.origin, unit.useCount, written.meta, id,
      ])
    try insertVariants(of: unit, written, id: id, hashes: hashes)
    return earlier
  }
}

extension Variant {
  fileprivate var isPlain: Bool { codes == nil && meta.isEmpty }
}
