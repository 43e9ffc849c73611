import CalqueModel
import GRDB

/// Reads units as they were stored, or reports damage.
enum UnitReading {
  static let columns = columns(
    source: "(SELECT written FROM language WHERE language.id = unit.source_language)")

  /// The columns, with the source language as some expression says it.
  static func columns(source: String) -> String {
    """
    unit.id, unit.resource, unit.status, unit.changed_seq, unit.external_id, \(source), \
    unit.created, unit.created_by, unit.changed, unit.changed_by, unit.origin, unit.use_count, \
    unit.meta, unit.checksum
    """
  }

  /// The number of the column with the checksum.
  static let checksum = 13

  /// The number of `columns`; a statement that selects more columns has them behind these.
  static let columnCount = 14

  /// A unit's place in the store: its id, its memory, and the change that made it what it is.
  struct Key {
    let id: Int64
    let resource: Int64
    let sequence: Int64

    /// Reads a row of `columns`.
    init(_ row: PlainRow) throws {
      try (id, resource, sequence) = (row.at(0), row.at(1), row.at(3))
    }
  }

  /// The unit of a row of `columns`, without its texts.
  static func unit(
    _ row: PlainRow, sourceLanguage: LanguageTag?, meta: Meta
  ) throws -> TranslationUnit {
    let status: Int = try row.at(2)
    return try TranslationUnit(
      externalID: row.at(4), sourceLanguage: sourceLanguage,
      created: (row.at(6) as Int64?).map { Instant(seconds: $0) }, createdBy: row.at(7),
      changed: (row.at(8) as Int64?).map { Instant(seconds: $0) }, changedBy: row.at(9),
      status: UnitStatus(rawValue: status) ?? .draft, origin: row.at(10), useCount: row.at(11),
      meta: meta, variants: [])
  }

  /// A text of a row, whose columns from `first` on are text, codes and meta; it is added to the
  /// checksum of its unit.
  static func variant(
    _ row: PlainRow, from first: Int, in language: LanguageTag, _ sum: inout ContentSum
  ) throws -> Variant {
    let meta: String? = try row.at(first + 2)
    let text: String = try row.at(first)
    let codes: String? = try row.at(first + 1)
    sum.add(language, text: TextHash.of(text), codes: codes, meta: meta)
    return Variant(language: language, text: text, codes: codes, meta: MetaText.read(meta))
  }

  /// A unit that is read row by row, and is complete once all its texts were added in order.
  ///
  /// It cannot be copied: the unit is handed over with all its parts, and not one by one.
  struct Partial: ~Copyable {
    /// The unit without its texts.
    private var unit: TranslationUnit
    /// Nearly every unit has two texts.
    private var variants: [Variant] = []
    private(set) var sum: ContentSum
    let key: Key
    private let stored: Int64

    /// Reads a row of `columns`.
    init(_ row: PlainRow) throws {
      try self.init(
        row, sourceLanguage: (row.at(5) as String?).map { LanguageTag($0) },
        meta: ReadMeta(row.at(12)))
    }

    /// Reads a row of `columns` whose source language and meta are known.
    init(_ row: PlainRow, sourceLanguage: LanguageTag?, meta: ReadMeta) throws {
      let stored: Int64 = try row.at(UnitReading.checksum)
      let key = try Key(row)
      let unit = try UnitReading.unit(row, sourceLanguage: sourceLanguage, meta: meta.meta)
      self.key = key
      self.stored = stored
      sum = ContentSum(resource: key.resource, unit: unit, meta: meta.text)
      self.unit = unit
      variants.reserveCapacity(2)
    }

    /// Adds a text from a row, whose columns from `first` on are language, text, codes and meta.
    mutating func add(_ row: PlainRow, from first: Int) throws {
      try add(row, from: first + 1, in: LanguageTag(row.at(first)))
    }

    /// Adds a text in a language from a row, whose columns from `first` on are text, codes and meta.
    mutating func add(
      _ row: PlainRow, from first: Int, in language: LanguageTag
    ) throws {
      variants.append(try UnitReading.variant(row, from: first, in: language, &sum))
    }

    /// Hands over the unit.
    ///
    /// - Throws: `DamagedContent` if the unit is not what was stored.
    consuming func whole() throws -> TranslationUnit {
      guard sum.value == stored else { throw DamagedContent(damage: .unit(UnitID(key.id))) }
      unit.variants = variants
      return unit
    }
  }

  /// A live unit of the store; nil if no live unit has the id.
  static func unit(_ db: Database, id: Int64) throws -> TranslationUnit? {
    let reader = UnitReader(
      db, try db.cachedStatement(sql: UnitReader.sql("unit.id = ? AND unit.deleted_seq IS NULL")))
    return try reader.first([id])?.unit
  }
}

/// The meta of a unit as it is stored and as it is read.
struct ReadMeta {
  let text: String?
  let meta: Meta

  /// Reads what is stored.
  init(_ text: String?) {
    self.text = text
    meta = MetaText.read(text)
  }
}

/// Reads whole units, each with its texts, by one statement.
final class UnitReader {
  private let db: Database
  private let statement: Statement
  private var languages: [Int64: LanguageTag] = [:]
  /// The languages that were asked for first: nearly all units have the same two.
  private var first: [(number: Int64, tag: LanguageTag)] = []
  /// Metas that were read, by their hashes: units that follow one another often say the same.
  private var metas = [ReadMeta?](repeating: nil, count: 64)

  /// The statement for the units of a condition, in the order of their ids.
  ///
  /// During a first import no index leads from a unit to its texts: then `texts` finds them.
  static func sql(_ condition: String, texts: String = "variant.unit = unit.id") -> String {
    // A unit that has lost its texts comes, too, and is found to be damaged.
    """
    SELECT \(UnitReading.columns(source: "unit.source_language")), variant.language,
      variant.text, variant.codes, variant.meta
    FROM unit LEFT JOIN variant ON \(texts)
    WHERE \(condition) ORDER BY unit.id, variant.position
    """
  }

  /// A reader by a statement of `sql`.
  init(_ db: Database, _ statement: Statement) { (self.db, self.statement) = (db, statement) }

  /// A unit, with its place in the store.
  struct Whole {
    let key: UnitReading.Key
    let unit: TranslationUnit
  }

  /// The rows of the statement.
  func rows(_ arguments: [Int64]) -> PlainRows { PlainRows(db, statement, arguments) }

  /// The first unit that the arguments ask for; nil if there is none.
  func first(_ arguments: [Int64]) throws -> Whole? {
    var first: Whole?
    try forEach(arguments) { key, unit in
      first = Whole(key: key, unit: unit)
      return false
    }
    return first
  }

  /// Reads unit after unit, until the body says that no more are wanted.
  ///
  /// - Throws: `DamagedContent` if a unit is not what was stored.
  func forEach(
    _ arguments: [Int64],
    _ body: (UnitReading.Key, consuming TranslationUnit) throws -> Bool
  ) throws {
    let rows = rows(arguments)
    var open: UnitReading.Partial?
    while let row = try rows.next() {
      let id: Int64 = try row.at(0)
      if open?.key.id != id {
        if let done = open.take() {
          guard try body(done.key, done.whole()) else { return }
        }
        open = try UnitReading.Partial(row, sourceLanguage: sourceLanguage(row), meta: meta(row))
      }
      // A text in no language of the store is left out, which the checksum tells.
      if let number: Int64 = try row.at(UnitReading.columnCount), let tag = try language(number) {
        try open?.add(row, from: UnitReading.columnCount + 1, in: tag)
      }
    }
    if let done = open.take() { _ = try body(done.key, done.whole()) }
  }

  /// The source language of a row of the columns.
  func sourceLanguage(_ row: PlainRow) throws -> LanguageTag? {
    try (row.at(5) as Int64?).flatMap { try language($0) }
  }

  /// The meta of a row of the columns.
  func meta(_ row: PlainRow) throws -> ReadMeta {
    guard let hash = row.hash(at: 12) else { return try ReadMeta(row.at(12)) }
    let place = Int(hash % UInt64(metas.count))
    if let known = metas[place], row.holds(known.text, at: 12) { return known }
    let read = try ReadMeta(row.at(12))
    metas[place] = read
    return read
  }

  /// The language of a number; nil if the store has none.
  func language(_ number: Int64) throws -> LanguageTag? {
    for language in first where language.number == number { return language.tag }
    guard let found = try found(number) else { return nil }
    if first.count < 4 { first.append((number, found)) }
    return found
  }

  private func found(_ number: Int64) throws -> LanguageTag? {
    if let known = languages[number] { return known }
    let rows = PlainRows(db, try db.cachedStatement(sql: "SELECT id, written FROM language"))
    while let row = try rows.next() { languages[try row.at(0)] = LanguageTag(try row.at(1)) }
    return languages[number]
  }
}
