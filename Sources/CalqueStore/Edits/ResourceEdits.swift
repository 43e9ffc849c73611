package import CalqueModel
import GRDB

extension Store {
  /// Removes a memory or a glossary with all its units or concepts, which stay as tombstones.
  ///
  /// - Parameters:
  ///   - kind: whether to remove a memory or a glossary.
  ///   - name: the name of the resource.
  ///   - now: the time that the log names.
  /// - Returns: the number of units or concepts that were removed.
  /// - Throws: `StoreError.noResource` if no resource has the name.
  package func remove(
    _ kind: Resource.Kind, named name: String, at now: Instant
  ) throws(StoreError) -> Int {
    try remove(kind, named: [name], at: now)[0]
  }

  /// Removes memories or glossaries with all their units or concepts: all of them, or none.
  ///
  /// - Parameters:
  ///   - kind: whether to remove memories or glossaries.
  ///   - names: the names of the resources, each once.
  ///   - now: the time that the log names.
  /// - Returns: the number of units or concepts that were removed with each resource.
  /// - Throws: `StoreError.noResource` if no resource has one of the names.
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

  /// Changes the priority, penalty, read-only mark or domain of a memory or a glossary.
  ///
  /// The earlier version stays in the history.
  ///
  /// - Parameters:
  ///   - kind: whether to change a memory or a glossary.
  ///   - name: the name of the resource, which does not change.
  ///   - now: the time that the log names.
  ///   - edit: changes the description; changes of name, kind and languages are ignored.
  /// - Throws: `StoreError.noResource` if no resource has the name.
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
