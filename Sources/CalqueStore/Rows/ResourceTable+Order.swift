import CalqueModel
import GRDB

/// The order in which memories and glossaries answer, unless the caller names another one.
extension ResourceTable {
  /// The live resources in the order in which they answer.
  ///
  /// What a person made or imported answers before what came with Calque; then priority decides;
  /// then the newest of a person's answers first, while those that came with Calque keep the order
  /// in which they were loaded.
  static func resources(_ db: Database, _ kind: Resource.Kind?) throws -> [StoredResource] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(columns) FROM resource WHERE deleted_seq IS NULL
        ORDER BY shipped, priority, CASE WHEN shipped THEN id ELSE -id END
        """)
    let rows = try Row.fetchCursor(statement)
    var resources = [StoredResource]()
    while let row = try rows.next() {
      let stored = try whole(row)
      if kind == nil || kind == stored.resource.kind { resources.append(stored) }
    }
    return resources
  }
}
