import CalqueModel
import GRDB

/// The numbers of the store's languages, in each spelling that occurs.
final class LanguageTable {
  /// The languages that were asked for, in the order of their first use.
  private(set) var seen: [LanguageTag] = []

  private let db: Database
  private var numbers: [ByteText: Int64] = [:]
  private var seenTags: Set<LanguageTag> = []
  /// The first few languages that were asked for: a file asks for the same two or three again and
  /// again.
  private var recent: [(written: String, number: Int64)] = []

  init(_ db: Database) throws {
    self.db = db
    let rows = try Row.fetchCursor(db, sql: "SELECT id, written FROM language")
    while let row = try rows.next() { try numbers[ByteText(row.at(1))] = row.at(0) }
  }

  /// The number of a tag in its spelling; a new spelling gets a number.
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
