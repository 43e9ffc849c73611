import CalqueModel
import GRDB

extension Store {
  /// Whether a live unit holds a text in one language, and any text in another.
  ///
  /// A text matches if it is equal but for case, accents and typography.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - primary: the primary language of the text.
  ///   - other: the other primary language.
  ///   - isExact: whether a text matches only if it is equal byte for byte.
  ///   - memories: the names of the memories that take part; nil for all.
  ///   - most: the maximum number of texts of a store that is searched; a larger store holds none.
  /// - Returns: whether there is such a unit.
  /// - Throws: `StoreError`.
  /// - Complexity: O(texts), because no index of the database leads to a text.
  package func holds(
    _ text: String, in primary: String, beside other: String, isExact: Bool,
    memories: [String]?, most: Int64
  ) throws(StoreError) -> Bool {
    var folding = FoldedForm()
    let hash = folding.hash(text)
    return try reading { db in
      let last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM variant") ?? 0
      guard last <= most else { return false }
      func list(_ primary: String) throws -> String {
        try Self.languageKeys(db, primary: primary).keys.sorted().map(String.init)
          .joined(separator: ", ")
      }
      let found = try String.fetchCursor(
        db,
        sql: """
          SELECT resource.name
          FROM variant CROSS JOIN unit ON unit.id = variant.unit
            CROSS JOIN resource ON resource.id = unit.resource
          WHERE variant.folded_hash = ? AND variant.language IN (\(list(primary)))
            AND (? OR variant.text = ?)
            AND resource.deleted_seq IS NULL
            AND unit.deleted_seq IS NULL AND unit.status <> \(UnitStatus.rejected.rawValue)
            AND EXISTS (
              SELECT 1 FROM variant AS beside
              WHERE beside.unit = unit.id AND beside.language IN (\(list(other))))
          """, arguments: [hash, !isExact, text])
      while let memory = try found.next() {
        if memories?.contains(memory) != false { return true }
      }
      return false
    }
  }
}
