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
}
