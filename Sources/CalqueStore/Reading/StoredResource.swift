package import CalqueModel
import GRDB

/// A memory or glossary of the store.
package struct StoredResource: Hashable, Sendable {
  /// The id of the resource's row.
  package let id: Int64
  /// The description of the resource.
  package let resource: Resource
  /// The format of the file from which the resource was first loaded.
  package let format: String?
  /// The version of the format, as the file names it.
  package let formatVersion: String?
  /// The header of the file, in the form of its format.
  package let header: String?
}

extension Store {
  /// The memories and glossaries, by priority, then in the order in which they were made.
  package func resources(_ kind: Resource.Kind? = nil) throws(StoreError) -> [StoredResource] {
    try asking { db in try ResourceTable.resources(db, kind) }
  }

  /// The resource of a kind with a name.
  package func resource(
    _ kind: Resource.Kind, named name: String
  ) throws(StoreError) -> StoredResource {
    try asking { db in try ResourceTable.resource(db, kind, named: name) }
  }

  /// The number of the last change; 0 before the first.
  package func lastSequence() throws(StoreError) -> Int64 {
    try asking { db in
      try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(seq) FROM change")) ?? 0
    }
  }
}
