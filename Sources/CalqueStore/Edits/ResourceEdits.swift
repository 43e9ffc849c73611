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
    var ids = [Int64]()
    for name in names {
      let resource = try resource(kind, named: name)
      if resource.resource.isReadOnly {
        throw .readOnlyResource(kind: kind.rawValue, name: name)
      }
      ids.append(resource.id)
    }
    return try changing { db in try ids.map { try Self.remove(db, kind, $0, at: now) } }
  }

  private static func remove(
    _ db: Database, _ kind: Resource.Kind, _ id: Int64, at now: Instant
  ) throws -> Int {
    let sequence = try Change.append(db, kind: "remove", at: now, resource: id)
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

  /// Changes what is said of a memory or a glossary: priority, penalty, read-only, domain.
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
    let stored = try resource(kind, named: name)
    var after = stored.resource
    edit(&after)
    guard after != stored.resource else { return }
    try changing { db in
      let sequence = try Change.append(db, kind: "resource", at: now, resource: stored.id)
      try db.execute(
        sql: """
          UPDATE resource SET priority = ?, penalty = ?, read_only = ?, domain = ?, changed_seq = ?
          WHERE id = ?
          """,
        arguments: [
          after.priority, after.penalty, after.isReadOnly, after.domain, sequence, stored.id,
        ])
    }
  }
}
