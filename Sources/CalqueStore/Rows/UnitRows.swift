import CalqueModel
import GRDB

/// Writes units and their variants by prepared statements.
///
/// The values that all units of a change share are in the text of the statements.
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

    // Nothing that an import asks of each unit takes the unit over: the caller would copy it first.
    init(_ unit: borrowing TranslationUnit) {
      // Not `unit.variants.span`, for which the compiler would copy the whole unit.
      let list = unit.variants
      let variants = list.span
      var exact = [UInt64]()
      exact.reserveCapacity(variants.count)
      for place in variants.indices { exact.append(TextHash.of(variants[place].text)) }
      self.exact = exact
      identity = UnitIdentity.hash(unit, exact: exact)
    }
  }

  /// The JSON columns of a unit, and the checksum of the whole unit.
  private struct Written {
    let meta: String?
    /// The columns of the texts; empty, as of nearly every unit, if none has one.
    private let variants: [String?]
    let sum: Int64

    init(_ unit: borrowing TranslationUnit, in resource: Int64, hashes: Hashes) {
      meta = MetaText.written(unit.meta)
      var sum = ContentSum(resource: resource, unit: unit, meta: meta)
      let list = unit.variants
      let texts = list.span
      var variants = [String?]()
      for place in texts.indices {
        // Asked in place: a list that is handed on is counted.
        let meta = texts[place].meta.isEmpty ? nil : MetaText.written(texts[place].meta)
        sum.add(
          texts[place].language, text: hashes.exact[place], codes: texts[place].codes, meta: meta)
        if meta == nil, variants.isEmpty { continue }
        variants += Array(repeating: nil, count: place - variants.count)
        variants.append(meta)
      }
      self.variants = variants
      self.sum = sum.value
    }

    /// The column of a text.
    func ofVariant(_ place: Int) -> String? { variants.isEmpty ? nil : variants[place] }
  }

  private let db: Database
  private let languages: LanguageTable
  private let context: Context
  private let insertUnit: RowInsertion
  private let insertVariant: RowInsertion
  private var folding = FoldedForm()
  /// About how many bytes the rows take that were inserted.
  private(set) var bytesWritten = 0

  init(_ db: Database, languages: LanguageTable, context: Context) throws {
    self.db = db
    self.languages = languages
    self.context = context
    let constants =
      "\(context.resource), \(context.sequence), \(context.ledger.map(String.init) ?? "NULL")"
    // FAIL instead of ABORT: a statement then keeps no journal of its own. What it has written before an
    // error goes with the import, which every error rolls back.
    insertUnit = try RowInsertion(
      db,
      sql: """
        INSERT OR FAIL INTO unit (resource, changed_seq, import, id, identity, checksum, status,
          source_language, origin, meta, external_id, created, created_by, changed, changed_by,
          use_count)
        VALUES
        """, row: "(\(constants), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    insertVariant = try RowInsertion(
      db,
      sql: """
        INSERT OR FAIL INTO variant (unit, position, language, exact_hash, folded_hash, text, codes, meta)
        VALUES
        """, row: "(?, ?, ?, ?, ?, ?, ?, ?)")
  }

  /// Lets rows wait for others from now on: `flush` has to come before any question about them.
  ///
  /// The texts of a unit may be written before the unit, which only an import allows.
  func writeManyAtOnce() {
    insertUnit.rowsAtOnce = 16
    insertVariant.rowsAtOnce = 16
  }

  /// Writes the rows that wait for others.
  func flush() throws {
    try insertUnit.flush()
    try insertVariant.flush()
  }

  /// Refuses a unit that SQLite would not give back as it is: a text is cut off at U+0000.
  static func check(_ unit: TranslationUnit) throws(StoreError) {
    guard !unit.variants.isEmpty else { throw .unstorable(reason: "a unit without a text") }
    let list = unit.variants
    let variants = list.span
    for place in variants.indices {
      if TextHash.holdsZero(variants[place].text)
        || variants[place].codes.map(TextHash.holdsZero) ?? false
        || TextHash.holdsZero(variants[place].language.written)
      {
        throw .unstorable(reason: "the text holds the character U+0000")
      }
    }
    func check(_ text: String?) throws(StoreError) {
      if let text, TextHash.holdsZero(text) {
        throw .unstorable(reason: "what is said of a unit holds the character U+0000")
      }
    }
    try check(unit.externalID)
    try check(unit.createdBy)
    try check(unit.changedBy)
    try check(unit.origin)
  }

  /// Writes a new unit.
  func insert(_ unit: TranslationUnit, id: Int64, hashes: Hashes) throws {
    let source = try unit.sourceLanguage.map { try languages.number(of: $0) }
    let written = Written(unit, in: context.resource, hashes: hashes)
    insertUnit.bind(id)
    insertUnit.bind(Int64(bitPattern: hashes.identity))
    insertUnit.bind(written.sum)
    insertUnit.bind(unit.status.rawValue)
    insertUnit.bind(source)
    insertUnit.bind(unit.origin)
    insertUnit.bind(written.meta)
    insertUnit.bind(unit.externalID)
    insertUnit.bind(unit.created?.seconds)
    insertUnit.bind(unit.createdBy)
    insertUnit.bind(unit.changed?.seconds)
    insertUnit.bind(unit.changedBy)
    insertUnit.bind(unit.useCount)
    try insertUnit.execute()
    bytesWritten += 80 + (written.meta?.utf8.count ?? 0) + (unit.externalID?.utf8.count ?? 0)
    try insertVariants(of: unit, written, id: id, hashes: hashes)
  }

  /// Writes the hashes of the segments before and after a unit in its document.
  func note(_ neighbours: SegmentNeighbours, of id: Int64) throws {
    try flush()
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
    // Walked in place: a copy of each text with all that is said of it costs as much as its binding.
    let list = unit.variants
    let variants = list.span
    for position in variants.indices {
      insertVariant.bind(id)
      insertVariant.bind(position)
      insertVariant.bind(try languages.number(of: variants[position].language))
      insertVariant.bind(Int64(bitPattern: hashes.exact[position]))
      insertVariant.bind(folding.hash(variants[position].text))
      insertVariant.bind(variants[position].text)
      insertVariant.bind(variants[position].codes)
      let meta = written.ofVariant(position)
      insertVariant.bind(meta)
      try insertVariant.execute()
      bytesWritten += 40 + variants[position].text.utf8.count
      bytesWritten += (variants[position].codes?.utf8.count ?? 0)
      bytesWritten += meta?.utf8.count ?? 0
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
