package import CalqueModel
import GRDB

/// A memory or glossary as the store holds it.
package struct StoredResource: Hashable, Sendable {
  /// The row's id.
  package let id: Int64
  /// What it is.
  package let resource: Resource
  /// The format of the file that it was first loaded from.
  package let format: String?
  /// That format's version, as the file names it.
  package let formatVersion: String?
  /// The header of that file, as its format keeps it.
  package let header: String?
}

extension Store {
  /// The memories and glossaries, by priority, then in the order they were made.
  package func resources(_ kind: Resource.Kind? = nil) throws(StoreError) -> [StoredResource] {
    try asking { db in try Self.resources(db, kind) }
  }

  static func resources(_ db: Database, _ kind: Resource.Kind?) throws -> [StoredResource] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT id, kind, name, languages, priority, penalty, read_only, domain, format,
          format_version, header
        FROM resource WHERE deleted_seq IS NULL ORDER BY priority, id
        """)
    let rows = try Row.fetchCursor(statement)
    var resources = [StoredResource]()
    while let row = try rows.next() {
      guard let stored = Resource.Kind(rawValue: row[1]), kind == nil || kind == stored else {
        continue
      }
      resources.append(
        StoredResource(
          id: row[0],
          resource: Resource(
            name: row[2], kind: stored, languages: ResourceTable.languages(row[3]),
            priority: row[4], penalty: row[5], isReadOnly: row[6], domain: row[7]),
          format: row[8], formatVersion: row[9], header: row[10]))
    }
    return resources
  }

  /// The resource of a kind with a name.
  package func resource(
    _ kind: Resource.Kind, named name: String
  ) throws(StoreError) -> StoredResource {
    let all = try resources(kind)
    guard let resource = all.first(where: { $0.resource.name == name }) else {
      throw .noResource(kind: kind.rawValue, name: name, known: all.map(\.resource.name))
    }
    return resource
  }

  /// The number of the last change; 0 in a store where nothing has happened.
  package func lastSequence() throws(StoreError) -> Int64 {
    try asking { db in
      try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(seq) FROM change")) ?? 0
    }
  }
}
