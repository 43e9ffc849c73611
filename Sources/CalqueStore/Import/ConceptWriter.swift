import CalqueModel
import GRDB

/// Decides for each row of a glossary whether it is known, a new version, or new.
final class ConceptWriter {
  private let db: Database
  private let rows: ConceptRows
  private let context: UnitRows.Context
  private let byPair: Statement
  /// The concepts that this import has met.
  ///
  /// Of two rows with the same source and target in one file, the first counts. Otherwise the two
  /// would replace each other at every import.
  private var met: Set<Int64> = []

  /// Finds the concepts of a resource by the hash of their pair.
  ///
  /// The plus keeps SQLite from the index of resources, which it prefers while it has no statistics:
  /// then every row of an import would walk through all rows before it.
  static let samePair = """
    SELECT id FROM concept WHERE pair_hash = ? AND +resource = ? AND deleted_seq IS NULL
    """

  init(
    _ db: Database, resource: Int64, sequence: Int64, ledger: Int64, languages: LanguageTable
  ) throws {
    self.db = db
    rows = try ConceptRows(db, languages: languages)
    context = UnitRows.Context(resource: resource, sequence: sequence, ledger: ledger)
    byPair = try db.makeStatement(sql: Self.samePair)
  }

  /// Stores a concept unless it is known.
  ///
  /// Nil, and nothing is stored, if an earlier row of the file has the same pair and other data.
  func add(_ concept: Concept) throws -> ImportSession.Outcome? {
    try ConceptRows.check(concept)
    let hash = Int64(bitPattern: ConceptIdentity.hash(concept))
    byPair.setUncheckedArguments([hash, context.resource])
    for id in try Int64.fetchAll(byPair) {
      guard let stored = try ConceptReading.concept(db, id: id),
        ConceptIdentity.same(stored, concept)
      else { continue }
      let isFirst = met.insert(id).inserted
      if stored == concept { return .known }
      guard isFirst else { return nil }
      try rows.replace(id, by: concept, context: context)
      return .replaced
    }
    met.insert(try rows.insert(concept, context: context))
    return .stored
  }
}
