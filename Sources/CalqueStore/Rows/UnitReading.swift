import CalqueModel
import GRDB

/// Reads units back as the values they were.
enum UnitReading {
  static let columns = """
    unit.id, unit.resource, unit.status, unit.changed_seq, unit.external_id, \
    (SELECT written FROM language WHERE language.id = unit.source_language), unit.created, \
    unit.created_by, unit.changed, unit.changed_by, unit.origin, unit.use_count, unit.meta
    """

  /// A unit from a row of `columns`, still without its variants.
  static func unit(_ row: Row) -> Unit {
    Unit(
      externalID: row[4], sourceLanguage: (row[5] as String?).map { LanguageTag($0) },
      created: (row[6] as Int64?).map { Instant(seconds: $0) }, createdBy: row[7],
      changed: (row[8] as Int64?).map { Instant(seconds: $0) }, changedBy: row[9],
      status: UnitStatus(rawValue: row[2]) ?? .draft, origin: row[10], useCount: row[11],
      meta: MetaText.read(row[12]), variants: [])
  }

  /// The variants of a unit, in their order; `ids` tells between which they stand.
  ///
  /// While a first import is under way no index leads from a unit to its variants, and without `ids`
  /// all are read.
  static func variants(
    _ db: Database, of unit: Int64, among ids: ClosedRange<Int64>? = nil
  ) throws -> [Variant] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT language.written, variant.text, variant.codes, variant.meta
        FROM variant JOIN language ON language.id = variant.language
        WHERE variant.unit = ?\(ids == nil ? "" : " AND variant.id BETWEEN ? AND ?")
        ORDER BY variant.position
        """)
    var arguments: StatementArguments = [unit]
    if let ids { arguments += [ids.lowerBound, ids.upperBound] }
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    var variants = [Variant]()
    while let row = try rows.next() {
      variants.append(
        Variant(
          language: LanguageTag(row[0]), text: row[1], codes: row[2],
          meta: MetaText.read(row[3])))
    }
    return variants
  }

  /// A live unit of a store, whole; nil where there is none.
  static func unit(
    _ db: Database, id: Int64, variants ids: ClosedRange<Int64>? = nil
  ) throws -> Unit? {
    let statement = try db.cachedStatement(
      sql: "SELECT \(columns) FROM unit WHERE id = ? AND deleted_seq IS NULL")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    var unit = unit(row)
    unit.variants = try variants(db, of: id, among: ids)
    return unit
  }
}
