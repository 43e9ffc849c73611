import CalqueModel
import GRDB

/// The glossaries of a store and their terms in one language, all from one state of the store.
package struct GlossaryState: Sendable {
  /// The last change of a glossary.
  package let generation: StoreGeneration
  /// The glossaries, in their order.
  package let glossaries: [StoredResource]
  /// The terms, in the order of their ids.
  package let terms: [StoredTerm]
}

extension Store {
  /// The last change of a glossary; changes of memories do not count.
  package func glossaryGeneration() throws(StoreError) -> StoreGeneration {
    try asking { db in try Self.glossaryGeneration(db) }
  }

  /// Reads the glossaries and the terms of a language.
  ///
  /// - Parameters:
  ///   - primary: the primary language.
  ///   - isWanted: decides by a term's text whether the term is read; nil reads all terms.
  /// - Returns: the present state of the glossaries.
  /// - Throws: `StoreError`.
  package func glossaryState(
    language primary: String, where isWanted: ((String) -> Bool)? = nil
  ) throws(StoreError) -> GlossaryState {
    try reading { db in
      let glossaries = try ResourceTable.resources(db, .glossary)
      var terms = [StoredTerm]()
      if glossaries.isEmpty {
        // There are no terms to read.
      } else if let isWanted {
        terms = try Self.terms(db, language: primary, where: isWanted)
      } else {
        try Self.forEachTerm(db, language: primary) { terms.append($0) }
      }
      return GlossaryState(
        generation: try Self.glossaryGeneration(db), glossaries: glossaries, terms: terms)
    }
  }

  static func glossaryGeneration(_ db: Database) throws -> StoreGeneration {
    let statement = try db.cachedStatement(
      sql: """
        SELECT seq, mark FROM change WHERE seq = max(
          (SELECT ifnull(max(changed_seq), 0) FROM concept),
          (SELECT ifnull(max(changed_seq), 0) FROM resource WHERE kind = 'glossary'))
        """)
    guard let row = try Row.fetchOne(statement) else {
      return StoreGeneration(sequence: 0, mark: 0)
    }
    return try StoreGeneration(sequence: row.at(0), mark: row.at(1))
  }
}
