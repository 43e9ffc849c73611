import GRDB

/// A state of the store, by its last change and the random mark of that change.
package struct StoreGeneration: Hashable, Sendable {
  /// The number of the last change; 0 before the first.
  package let sequence: Int64
  /// The random number of the last change; 0 before the first.
  package let mark: Int64

  /// A state by its last change.
  package init(sequence: Int64, mark: Int64) {
    self.sequence = sequence
    self.mark = mark
  }
}

extension Store {
  /// The present state of the store.
  package func generation() throws(StoreError) -> StoreGeneration {
    try asking { db in try Self.generation(db) }
  }

  /// Whether any text or term of a language was ever stored.
  package func knows(language primary: String) throws(StoreError) -> Bool {
    try asking { db in
      var isKnown = false
      try Self.forEachLanguage(db, primary: primary) { _, _ in isKnown = true }
      return isKnown
    }
  }

  /// Asks for the last change that has happened.
  ///
  /// The change of an unfinished import is the last one and has not happened yet. The question reads
  /// two rows from the ends of two tables: a condition on `seq` would make SQLite sort all changes.
  static let lastChange = """
    SELECT seq, mark FROM change ORDER BY seq DESC LIMIT 1 OFFSET \(UnfinishedImport.isThere)
    """

  static func generation(_ db: Database) throws -> StoreGeneration {
    let statement = try db.cachedStatement(sql: lastChange)
    guard let row = try Row.fetchOne(statement) else {
      return StoreGeneration(sequence: 0, mark: 0)
    }
    return try StoreGeneration(sequence: row.at(0), mark: row.at(1))
  }

  /// The texts of a language that changed after a state, all from one state of the store.
  ///
  /// - Parameters:
  ///   - primary: the primary language.
  ///   - since: the earlier state; nil reads every live text.
  ///   - body: takes each text of a live unit that is not rejected, in the order of their ids.
  /// - Returns: the state that was read, and the ids of the texts that have gone since `since`; nil
  ///   if the store does not descend from `since`.
  /// - Throws: `StoreError`; an error of the body, which ends the walk.
  package func changes(
    language primary: String, since: StoreGeneration?, _ body: (StoredVariant) throws -> Void
  ) throws -> (generation: StoreGeneration, gone: [Int64])? {
    try walking { db in
      if let since, since.sequence > 0 {
        let mark = try Int64.fetchOne(
          db, sql: "SELECT mark FROM change WHERE seq = ?", arguments: [since.sequence])
        if mark != since.mark { return nil }
      }
      let generation = try Self.generation(db)
      try Self.forEachVariant(db, language: primary, since: since?.sequence, body)
      var gone = [Int64]()
      if let since {
        gone = try Self.variantsGone(db, language: primary, since: since.sequence)
      }
      return (generation, gone)
    }
  }

  /// The units that changed after a state, whether they are still live or not.
  ///
  /// - Returns: the ids, in order; nil if the store does not descend from the state.
  package func unitsChanged(since: StoreGeneration) throws(StoreError) -> [Int64]? {
    try reading { db in
      let mark = try Int64.fetchOne(
        db, sql: "SELECT mark FROM change WHERE seq = ?", arguments: [since.sequence])
      guard since.sequence == 0 || mark == since.mark else { return nil }
      return try Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM unit WHERE changed_seq > ? \(UnfinishedImport.condition(db)) ORDER BY id
          """,
        arguments: [since.sequence])
    }
  }
}
