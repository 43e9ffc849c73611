import CalqueModel
import GRDB

/// The languages of the store by their numbers, in each spelling that occurs.
final class LanguageTable {
  /// The languages that were asked for, in the order they were.
  private(set) var seen: [LanguageTag] = []

  private let db: Database
  private var numbers: [ByteText: Int64] = [:]
  private var seenTags: Set<LanguageTag> = []
  /// Those asked for last: a file asks for the same two or three over and over.
  private var recent: [(written: String, number: Int64)] = []

  init(_ db: Database) throws {
    self.db = db
    let rows = try Row.fetchCursor(db, sql: "SELECT id, written FROM language")
    while let row = try rows.next() { try numbers[ByteText(row.at(1))] = row.at(0) }
  }

  /// The number of a tag as it is written; a new one gets a number.
  func number(of tag: LanguageTag) throws -> Int64 {
    for entry in recent where entry.written.hasSameBytes(as: tag.written) { return entry.number }
    let number = try numbers[ByteText(tag.written)] ?? make(tag)
    if recent.count < 4 { recent.append((tag.written, number)) }
    if seenTags.insert(tag).inserted { seen.append(tag) }
    return number
  }

  private func make(_ tag: LanguageTag) throws -> Int64 {
    try db.execute(
      sql: "INSERT INTO language (written, key, primary_key) VALUES (?, ?, ?)",
      arguments: [tag.written, tag.key, tag.primary])
    numbers[ByteText(tag.written)] = db.lastInsertedRowID
    return db.lastInsertedRowID
  }
}
