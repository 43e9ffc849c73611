import CalqueModel
import GRDB

/// The changes of a store's glossaries since an earlier state, all from one state of the store.
package struct GlossaryChanges: Sendable {
  /// The last change of a glossary.
  package let generation: StoreGeneration
  /// The glossaries, in their order.
  package let glossaries: [StoredResource]
  /// The concepts that have changed, been added or gone since the earlier state.
  package let concepts: Set<Int64>
  /// The present terms of these concepts in the language, in the order of their ids.
  package let terms: [StoredTerm]
}

extension Store {
  /// Reads what has changed in the glossaries since an earlier state.
  ///
  /// - Parameters:
  ///   - primary: the primary language of the terms.
  ///   - since: the earlier state.
  ///   - limit: the maximum number of concepts that are worth reading.
  /// - Returns: the changes; nil if the store does not descend from the earlier state, or if more
  ///   concepts have changed.
  /// - Throws: `StoreError`.
  package func glossaryChanges(
    language primary: String, since: StoreGeneration, limit: Int
  ) throws(StoreError) -> GlossaryChanges? {
    try reading { db in
      let generation = try Self.glossaryGeneration(db)
      let glossaries = try ResourceTable.resources(db, .glossary)
      if generation == since {
        return GlossaryChanges(
          generation: generation, glossaries: glossaries, concepts: [], terms: [])
      }
      let mark = try Int64.fetchOne(
        db, sql: "SELECT mark FROM change WHERE seq = ?", arguments: [since.sequence])
      guard mark == since.mark else { return nil }
      let ids = try Int64.fetchAll(
        db, sql: "SELECT id FROM concept WHERE changed_seq > ? LIMIT ?",
        arguments: [since.sequence, limit + 1])
      if ids.count > limit { return nil }
      return GlossaryChanges(
        generation: generation, glossaries: glossaries, concepts: Set(ids),
        terms: try Self.terms(db, language: primary, changedAfter: since.sequence))
    }
  }
}
