import CalqueModel
import GRDB

/// Reads and writes the rows of memories and glossaries.
enum ResourceTable {
  static func find(_ db: Database, kind: Resource.Kind, name: String) throws -> Row? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT id, read_only, header FROM resource
        WHERE kind = ? AND name = ? AND deleted_seq IS NULL
        """, arguments: [kind.rawValue, name])
  }

  /// The resource into which an import goes; a new resource keeps the data of the file.
  static func findOrMake(
    _ db: Database, source: ImportSource, sequence: Int64
  ) throws -> Int64 {
    guard !source.name.isEmpty, !source.name.utf8.contains(0) else {
      throw StoreError.unstorable(reason: "a \(source.kind.rawValue) needs a name")
    }
    if let row = try find(db, kind: source.kind, name: source.name) {
      if try row.at(1) as Bool {
        throw StoreError.readOnlyResource(kind: source.kind.rawValue, name: source.name)
      }
      return try row.at(0)
    }
    try db.execute(
      sql: """
        INSERT INTO resource
          (kind, name, languages, priority, penalty, read_only, domain, file, format,
            format_version, sha256, header, shipped, changed_seq)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        source.kind.rawValue, source.name,
        (source.description?.languages ?? []).map(\.written).joined(separator: "\n"),
        source.description?.priority ?? 0, source.description?.penalty ?? 0,
        source.description?.isReadOnly ?? false, source.description?.domain ?? source.domain,
        source.file, source.format, source.formatVersion, source.sha256, source.header,
        source.description?.isShipped ?? source.isShipped, sequence,
      ])
    let id = db.lastInsertedRowID
    try seal(db, resource: id)
    return id
  }

  /// What a resource's description is read from, as far as its checksum covers it.
  ///
  /// The migration to the second schema reads these, so a later schema adds none.
  private static let summedColumns = """
    id, kind, name, languages, priority, penalty, read_only, domain, format, format_version, \
    header, checksum
    """

  /// What a resource's whole description is read from.
  static let columns = summedColumns + ", shipped"

  /// The description of a row of `summedColumns`, with the checksum of what is read.
  ///
  /// - Throws: `DamagedContent` if a store writes no such kind.
  static func unchecked(_ row: Row) throws -> (stored: StoredResource, sum: ContentSum) {
    let (id, languages): (Int64, String) = try (row.at(0), row.at(3))
    guard let kind = Resource.Kind(rawValue: try row.at(1)) else {
      throw DamagedContent(damage: .resource(id))
    }
    let stored = try StoredResource(
      id: id,
      resource: Resource(
        name: row.at(2), kind: kind, languages: self.languages(languages), priority: row.at(4),
        penalty: row.at(5), isReadOnly: row.at(6), domain: row.at(7)),
      format: row.at(8), formatVersion: row.at(9), header: row.at(10))
    return (stored, ContentSum(stored, languages: languages))
  }

  /// The description of a row of `columns`.
  ///
  /// - Throws: `DamagedContent` if the description is not what was stored.
  static func whole(_ row: Row) throws -> StoredResource {
    let (stored, sum) = try unchecked(row)
    guard try row.at(11) == sum.value else { throw DamagedContent(damage: .resource(stored.id)) }
    return try stored.shipped(row.at(12))
  }

  /// The live resource of a kind with a name.
  ///
  /// A name that is equal byte for byte comes before a name that is equal in its characters alone.
  ///
  /// - Throws: `StoreError.noResource` if no resource has the name.
  static func resource(
    _ db: Database, _ kind: Resource.Kind, named name: String
  ) throws -> StoredResource {
    let all = try resources(db, kind)
    let named = all.filter { $0.resource.name == name }
    if let very = named.first(where: { $0.resource.name.hasSameBytes(as: name) }) { return very }
    guard let alike = named.first else {
      throw StoreError.noResource(
        kind: kind.rawValue, name: name, known: all.inOrderOfMaking.map(\.resource.name))
    }
    return alike
  }

  /// The description of a live resource; nil if no live resource has the id.
  static func resource(_ db: Database, id: Int64) throws -> StoredResource? {
    let statement = try db.cachedStatement(
      sql: "SELECT \(columns) FROM resource WHERE id = ? AND deleted_seq IS NULL")
    return try Row.fetchOne(statement, arguments: [id]).map(whole)
  }

  /// Copies a resource's row into the history.
  static func keepVersion(_ db: Database, of resource: Int64, sequence: Int64) throws {
    try db.execute(
      sql: """
        INSERT INTO resource (kind, name, languages, priority, penalty, read_only, domain, file,
          format, format_version, sha256, header, checksum, changed_seq, deleted_seq, version_of)
        SELECT kind, name, languages, priority, penalty, read_only, domain, file, format,
          format_version, sha256, header, checksum, ?, ?, id
        FROM resource WHERE id = ?
        """, arguments: [sequence, sequence, resource])
  }

  /// Computes a resource's checksum again, which has to follow every change of its row.
  static func seal(_ db: Database, resource: Int64) throws {
    let row = try Row.fetchOne(
      db, sql: "SELECT \(summedColumns) FROM resource WHERE id = ?", arguments: [resource])
    guard let row else { return }
    try db.execute(
      sql: "UPDATE resource SET checksum = ? WHERE id = ?",
      arguments: [try unchecked(row).sum.value, resource])
  }

  /// Adds languages to the languages of a resource.
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
    try seal(db, resource: resource)
  }

  /// The language tags in the column of a resource.
  static func languages(_ column: String) -> [LanguageTag] {
    column.utf8.split(separator: UInt8(ascii: "\n")).map { LanguageTag(String(Substring($0))) }
  }
}
