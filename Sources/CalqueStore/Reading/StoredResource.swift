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
    try asking { db in try ResourceTable.resources(db, kind) }
  }

  /// The resource of a kind with a name.
  package func resource(
    _ kind: Resource.Kind, named name: String
  ) throws(StoreError) -> StoredResource {
    try asking { db in try ResourceTable.resource(db, kind, named: name) }
  }

  /// The number of the last change; 0 in a store where nothing has happened.
  package func lastSequence() throws(StoreError) -> Int64 {
    try asking { db in
      try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(seq) FROM change")) ?? 0
    }
  }
}
