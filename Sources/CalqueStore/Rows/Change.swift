import CalqueModel
import GRDB

/// The append-only log of changes: its own numbers order it, never the clock.
enum Change {
  static func append(
    _ db: Database, kind: String, at now: Instant, resource: Int64? = nil, unit: Int64? = nil,
    concept: Int64? = nil
  ) throws -> Int64 {
    try db.execute(
      sql: "INSERT INTO change (kind, at, resource, unit, concept) VALUES (?, ?, ?, ?, ?)",
      arguments: [kind, now.seconds, resource, unit, concept])
    return db.lastInsertedRowID
  }

  /// Says what a change has made, where that was not known when it was begun.
  static func name(
    _ db: Database, sequence: Int64, resource: Int64, unit: Int64? = nil, concept: Int64? = nil
  ) throws {
    try db.execute(
      sql: "UPDATE change SET resource = ?, unit = ?, concept = ? WHERE seq = ?",
      arguments: [resource, unit, concept, sequence])
  }
}
