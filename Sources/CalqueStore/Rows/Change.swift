import CalqueModel
import GRDB

/// The append-only log of changes, ordered by its own numbers and never by the clock.
enum Change {
  /// The kinds of changes; the raw value is stored.
  enum Kind: String {
    /// A unit or a concept was added.
    case add
    /// A unit or a concept got a new version.
    case edit
    /// A unit, a concept, or a resource with all that is in it was removed.
    case remove
    /// A file was imported.
    case `import`
    /// The description of a memory or a glossary was changed.
    case describe = "resource"
  }

  /// Writes a row of the log.
  ///
  /// - Returns: the change's number.
  static func append(
    _ db: Database, kind: Kind, at now: Instant, resource: Int64? = nil, unit: Int64? = nil,
    concept: Int64? = nil
  ) throws -> Int64 {
    try db.execute(
      sql: "INSERT INTO change (kind, at, resource, unit, concept) VALUES (?, ?, ?, ?, ?)",
      arguments: [kind.rawValue, now.seconds, resource, unit, concept])
    return db.lastInsertedRowID
  }

  /// Names the resource and the unit or concept that a change has made, once their ids are known.
  static func name(
    _ db: Database, sequence: Int64, resource: Int64, unit: Int64? = nil, concept: Int64? = nil
  ) throws {
    try db.execute(
      sql: "UPDATE change SET resource = ?, unit = ?, concept = ? WHERE seq = ?",
      arguments: [resource, unit, concept, sequence])
  }

  /// The number of the last change; 0 where nothing has happened yet.
  static func last(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(seq) FROM change")) ?? 0
  }

  /// Says whose the changes are that came after another.
  static func sign(_ db: Database, as author: String?, after last: Int64) throws {
    guard let author, !TextHash.holdsZero(author) else { return }
    try db.cachedStatement(sql: "UPDATE change SET by = ? WHERE seq > ?")
      .execute(arguments: [author, last])
  }

  /// Says whose the changes are that a body makes.
  static func signing<T>(
    _ db: Database, as author: String?, _ body: (Database) throws -> T
  ) throws -> T {
    guard author != nil else { return try body(db) }
    let last = try last(db)
    let result = try body(db)
    try sign(db, as: author, after: last)
    return result
  }
}
