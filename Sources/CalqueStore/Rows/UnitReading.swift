import CalqueModel
import GRDB

/// Reads units as they were stored, or reports damage.
enum UnitReading {
  static let columns = """
    unit.id, unit.resource, unit.status, unit.changed_seq, unit.external_id, \
    (SELECT written FROM language WHERE language.id = unit.source_language), unit.created, \
    unit.created_by, unit.changed, unit.changed_by, unit.origin, unit.use_count, unit.meta, \
    unit.checksum
    """

  /// The number of `columns`; a statement that selects more columns has them behind these.
  static let columnCount = 14

  /// A unit that is read row by row, and is complete once all its texts were added in order.
  struct Partial {
    private(set) var unit: TranslationUnit
    private(set) var sum: ContentSum
    private let id: Int64
    private let stored: Int64

    /// Reads a row of `columns`.
    init(_ row: Row) throws {
      id = try row.at(0)
      stored = try row.at(13)
      let status: Int = try row.at(2)
      let meta: String? = try row.at(12)
      let unit = try TranslationUnit(
        externalID: row.at(4), sourceLanguage: (row.at(5) as String?).map { LanguageTag($0) },
        created: (row.at(6) as Int64?).map { Instant(seconds: $0) }, createdBy: row.at(7),
        changed: (row.at(8) as Int64?).map { Instant(seconds: $0) }, changedBy: row.at(9),
        status: UnitStatus(rawValue: status) ?? .draft, origin: row.at(10),
        useCount: row.at(11), meta: MetaText.read(meta), variants: [])
      self.unit = unit
      sum = try ContentSum(resource: row.at(1), unit: unit, meta: meta)
    }

    /// Adds a text from a row, whose columns from `first` on are language, text, codes and meta.
    mutating func add(_ row: Row, from first: Int) throws {
      let meta: String? = try row.at(first + 3)
      let variant = try Variant(
        language: LanguageTag(row.at(first)), text: row.at(first + 1), codes: row.at(first + 2),
        meta: MetaText.read(meta))
      sum.add(
        variant.language, text: TextHash.of(variant.text), codes: variant.codes, meta: meta)
      unit.variants.append(variant)
    }

    /// The unit.
    ///
    /// - Throws: `DamagedContent` if the unit is not what was stored.
    func whole() throws -> TranslationUnit {
      guard sum.value == stored else { throw DamagedContent(damage: .unit(UnitID(id))) }
      return unit
    }
  }

  /// The unit of a row of `columns`, with its texts; `ids` is the range of the texts' ids, if
  /// known.
  ///
  /// During a first import no index leads from a unit to its texts: without `ids`, all texts of the
  /// store are read.
  static func unit(
    _ db: Database, _ row: Row, among ids: ClosedRange<Int64>? = nil
  ) throws -> TranslationUnit {
    let statement = try db.cachedStatement(
      sql: """
        SELECT language.written, variant.text, variant.codes, variant.meta
        FROM variant JOIN language ON language.id = variant.language
        WHERE variant.unit = ?\(ids == nil ? "" : " AND variant.id BETWEEN ? AND ?")
        ORDER BY variant.position
        """)
    var arguments: StatementArguments = [try row.at(0) as Int64]
    if let ids { arguments += [ids.lowerBound, ids.upperBound] }
    var partial = try Partial(row)
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    while let row = try rows.next() { try partial.add(row, from: 0) }
    return try partial.whole()
  }

  /// A live unit of the store; nil if no live unit has the id.
  static func unit(
    _ db: Database, id: Int64, variants ids: ClosedRange<Int64>? = nil
  ) throws -> TranslationUnit? {
    let statement = try db.cachedStatement(
      sql: "SELECT \(columns) FROM unit WHERE id = ? AND deleted_seq IS NULL")
    return try Row.fetchOne(statement, arguments: [id]).map { try unit(db, $0, among: ids) }
  }
}
