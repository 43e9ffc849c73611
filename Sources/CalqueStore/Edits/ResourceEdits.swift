package import CalqueModel
import GRDB

extension Store {
  /// Removes a memory or a glossary with all that is in it; everything stays as tombstones.
  ///
  /// - Parameters:
  ///   - kind: what it is.
  ///   - name: its name.
  ///   - now: the time that the log names.
  /// - Returns: how many units or concepts went.
  /// - Throws: `StoreError.noResource` where there is none.
  package func remove(
    _ kind: Resource.Kind, named name: String, at now: Instant
  ) throws(StoreError) -> Int {
    try remove(kind, named: [name], at: now)[0]
  }

  /// Removes memories or glossaries with all that is in them: all of these, or none.
  ///
  /// - Parameters:
  ///   - kind: what they are.
  ///   - names: their names, each once.
  ///   - now: the time that the log names.
  /// - Returns: how many units or concepts went with each.
  /// - Throws: `StoreError.noResource` where there is none of a name.
  package func remove(
    _ kind: Resource.Kind, named names: [String], at now: Instant
  ) throws(StoreError) -> [Int] {
    try changing { db in
      let resources = try names.map { try ResourceTable.resource(db, kind, named: $0) }
      for stored in resources where stored.resource.isReadOnly {
        throw StoreError.readOnlyResource(kind: kind.rawValue, name: stored.resource.name)
      }
      return try resources.map { try Self.remove(db, kind, $0.id, at: now) }
    }
  }

  private static func remove(
    _ db: Database, _ kind: Resource.Kind, _ id: Int64, at now: Instant
  ) throws -> Int {
    let sequence = try Change.append(db, kind: .remove, at: now, resource: id)
    let table = kind == .memory ? "unit" : "concept"
    try db.execute(
      sql: """
        UPDATE \(table) SET deleted_seq = ?, changed_seq = ?
        WHERE resource = ? AND deleted_seq IS NULL
        """, arguments: [sequence, sequence, id])
    let count = db.changesCount
    try db.execute(
      sql: "UPDATE resource SET deleted_seq = ?, changed_seq = ? WHERE id = ?",
      arguments: [sequence, sequence, id])
    return count
  }

  /// Changes what is said of a memory or a glossary: priority, penalty, read-only, domain; the
  /// earlier version stays in history.
  ///
  /// - Parameters:
  ///   - kind: what it is.
  ///   - name: its name, which stays.
  ///   - now: the time that the log names.
  ///   - edit: changes the description; name, kind and languages are not taken over.
  /// - Throws: `StoreError.noResource` where there is none.
  package func edit(
    _ kind: Resource.Kind, named name: String, at now: Instant, _ edit: (inout Resource) -> Void
  ) throws(StoreError) {
    try changing { db in
      let stored = try ResourceTable.resource(db, kind, named: name)
      var after = stored.resource
      edit(&after)
      guard after != stored.resource else { return }
      let sequence = try Change.append(db, kind: .describe, at: now, resource: stored.id)
      try ResourceTable.keepVersion(db, of: stored.id, sequence: sequence)
      try db.execute(
        sql: """
          UPDATE resource SET priority = ?, penalty = ?, read_only = ?, domain = ?, changed_seq = ?
          WHERE id = ?
          """,
        arguments: [
          after.priority, after.penalty, after.isReadOnly, after.domain, sequence, stored.id,
        ])
      try ResourceTable.seal(db, resource: stored.id)
    }
  }
}
