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
    let resource = try resource(kind, named: name)
    if resource.resource.isReadOnly {
      throw .readOnlyResource(kind: kind.rawValue, name: name)
    }
    return try changing { db in
      let sequence = try Change.append(db, kind: "remove", at: now, resource: resource.id)
      let table = kind == .memory ? "unit" : "concept"
      try db.execute(
        sql: """
          UPDATE \(table) SET deleted_seq = ?, changed_seq = ?
          WHERE resource = ? AND deleted_seq IS NULL
          """, arguments: [sequence, sequence, resource.id])
      let count = db.changesCount
      try db.execute(
        sql: "UPDATE resource SET deleted_seq = ?, changed_seq = ? WHERE id = ?",
        arguments: [sequence, sequence, resource.id])
      return count
    }
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
