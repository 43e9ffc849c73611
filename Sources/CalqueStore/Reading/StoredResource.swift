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

extension StoredResource {
  /// The same resource, told whether it came with Calque.
  func shipped(_ isShipped: Bool) -> StoredResource {
    var resource = resource
    resource.isShipped = isShipped
    return StoredResource(
      id: id, resource: resource, format: format, formatVersion: formatVersion, header: header)
  }
}

extension Sequence where Element == StoredResource {
  /// The resources in the order in which they were made.
  package var inOrderOfMaking: [StoredResource] { sorted { $0.id < $1.id } }
}

extension Store {
  /// The memories and glossaries in the order in which they answer.
  ///
  /// What a person made or imported answers before what came with Calque; then priority decides;
  /// then the newest of a person's answers first, while those that came with Calque keep the order
  /// in which they were loaded.
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
