import CalqueModel
import GRDB

/// The rows of memories and glossaries as the writing side needs them.
enum ResourceTable {
  static func find(_ db: Database, kind: Resource.Kind, name: String) throws -> Row? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT id, read_only, header FROM resource
        WHERE kind = ? AND name = ? AND deleted_seq IS NULL
        """, arguments: [kind.rawValue, name])
  }

  /// The resource that an import goes into; a new one keeps what is known of the file.
  static func findOrMake(
    _ db: Database, source: ImportSource, sequence: Int64
  ) throws -> Int64 {
    guard !source.name.isEmpty, !source.name.utf8.contains(0) else {
      throw StoreError.unstorable(reason: "a \(source.kind.rawValue) needs a name")
    }
    if let row = try find(db, kind: source.kind, name: source.name) {
      if row[1] as Bool {
        throw StoreError.readOnlyResource(kind: source.kind.rawValue, name: source.name)
      }
      return row[0]
    }
    try db.execute(
      sql: """
        INSERT INTO resource
          (kind, name, domain, file, format, format_version, sha256, header, changed_seq)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        source.kind.rawValue, source.name, source.domain, source.file, source.format,
        source.formatVersion, source.sha256, source.header, sequence,
      ])
    return db.lastInsertedRowID
  }

  /// Adds languages to those that a resource holds.
  static func note(
    _ db: Database, resource: Int64, languages: [LanguageTag], sequence: Int64
  ) throws {
    let written = try String.fetchOne(
      db, sql: "SELECT languages FROM resource WHERE id = ?", arguments: [resource])
    var all = Self.languages(written ?? "")
    for language in languages where !all.contains(language) { all.append(language) }
    try db.execute(
      sql: "UPDATE resource SET languages = ?, changed_seq = ? WHERE id = ?",
      arguments: [all.map(\.written).joined(separator: "\n"), sequence, resource])
  }

  /// The tags in a resource's column.
  static func languages(_ column: String) -> [LanguageTag] {
    column.utf8.split(separator: UInt8(ascii: "\n")).map { LanguageTag(String(Substring($0))) }
  }
}
