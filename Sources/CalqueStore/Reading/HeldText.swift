import CalqueModel
import GRDB

extension Store {
  /// Whether a live unit holds a text in one language, and any text in another.
  ///
  /// No index of the database leads to a text: this walks through them.
  ///
  /// - Parameters:
  ///   - text: the text; one that is equal but for case, accents and typography will do.
  ///   - primary: its primary language.
  ///   - other: the other primary language.
  ///   - isExact: whether only the very text will do.
  ///   - memories: the names of the memories that take part; nil for all.
  ///   - most: in a store of more texts than these nothing is looked for, and the answer is no.
  /// - Returns: whether there is one.
  /// - Throws: `StoreError`.
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
