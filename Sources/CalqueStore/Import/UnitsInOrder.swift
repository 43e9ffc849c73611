import CalqueModel
import GRDB

/// The live units of a memory in their order, beside those of a file that comes again.
///
/// Such a file has its units mostly in the order in which the memory has them. So the unit behind the
/// last one that was met is compared first, byte for byte, where it lies; only where it differs is
/// the memory asked by identity, and whether a unit is damaged is found there.
final class UnitsInOrder {
  private let db: Database
  private let statement: Statement
  private let resource: Int64
  private let languages: UnitReader
  private var rows: PlainRows
  /// The first row of the next unit; nil behind the last unit.
  private var row: PlainRow?
  /// How many units in a row were not the next one.
  private var misses = 0

  /// So many, and the file has an order of its own.
  private static let mostMisses = 64

  init(_ db: Database, resource: Int64, languages: UnitReader) throws {
    self.db = db
    self.resource = resource
    self.languages = languages
    statement = try db.makeStatement(
      sql: """
        SELECT unit.id, unit.external_id, unit.origin, variant.language, variant.text
        FROM unit JOIN variant ON variant.unit = unit.id
        WHERE unit.resource = ? AND unit.deleted_seq IS NULL AND unit.id > ?
        ORDER BY unit.id, variant.position
        """)
    rows = PlainRows(db, statement, [resource, 0])
    row = try rows.next()
  }

  /// Whether the next unit has the identity of a unit that comes in; if it has, the next is the one
  /// behind it.
  ///
  /// Texts in another order than the unit's are not looked at, and neither are units of an alignment,
  /// about which a person may have judged otherwise.
  func meets(_ unit: TranslationUnit) throws -> Bool {
    guard let first = row, unit.origin != AlignedOrigin.name else { return false }
    let id: Int64 = try first.at(0)
    guard first.holds(unit.externalID, at: 1), !first.holds(AlignedOrigin.name, at: 2) else {
      return false
    }
    let variants = unit.variants.span
    for place in variants.indices {
      guard let row, try row.at(0) == id, let number: Int64 = try row.at(3),
        try languages.language(number) == variants[place].language,
        row.holds(variants[place].text, at: 4)
      else {
        try skip(id)
        return false
      }
      self.row = try rows.next()
    }
    // The unit of the memory may have more texts.
    if let row, try row.at(0) == id {
      try skip(id)
      return false
    }
    misses = 0
    return true
  }

  /// Goes on behind a unit that was found by its identity; false if the file has another order.
  func goOn(behind id: Int64?) throws -> Bool {
    misses += 1
    guard misses < Self.mostMisses else { return false }
    if let id {
      row = nil
      rows = PlainRows(db, statement, [resource, id])
      row = try rows.next()
    }
    return true
  }

  /// Passes over the rest of a unit.
  private func skip(_ id: Int64) throws {
    while let row, try row.at(0) == id { self.row = try rows.next() }
  }
}
