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

  /// Finds the concepts of a resource by the hash of their pair, in the order of their ids.
  ///
  /// The plus keeps SQLite from the index of resources, which it prefers while it has no statistics:
  /// then every row of an import would walk through all rows before it.
  static let samePair = """
    SELECT id FROM concept WHERE pair_hash = ? AND +resource = ? AND deleted_seq IS NULL
    ORDER BY id
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
  /// An edit can give two concepts the same pair: the row is known if any of them says what the row
  /// says, and else a new version of the first one. Nil, and nothing is stored, if an earlier row
  /// of the file has the same pair and other data.
  func add(_ concept: Concept) throws -> ImportSession.Outcome? {
    try ConceptRows.check(concept)
    let holders = try holders(of: concept)
    if let same = holders.first(where: { $0.concept == concept }) {
      met.insert(same.id)
      return .known
    }
    guard let first = holders.first else {
      met.insert(try rows.insert(concept, context: context))
      return .stored
    }
    guard met.insert(first.id).inserted else { return nil }
    try rows.replace(first.id, by: concept, context: context)
    return .replaced
  }

  /// Removes the concepts of the glossary that this import has not met.
  ///
  /// - Returns: their number.
  func removeRest() throws -> Int {
    let live = try Int64.fetchAll(
      db, sql: "SELECT id FROM concept WHERE resource = ? AND deleted_seq IS NULL",
      arguments: [context.resource])
    let rest = live.filter { !met.contains($0) }
    for id in rest {
      try db.execute(
        sql: "UPDATE concept SET deleted_seq = ?, changed_seq = ? WHERE id = ?",
        arguments: [context.sequence, context.sequence, id])
    }
    return rest.count
  }

  /// The glossary's concepts with the pair of a row, in the order of their ids.
  private func holders(of concept: Concept) throws -> [(id: Int64, concept: Concept)] {
    let hash = Int64(bitPattern: ConceptIdentity.hash(concept))
    let rows = PlainRows(db, byPair, [hash, context.resource])
    var ids = [Int64]()
    while let row = try rows.next() { ids.append(try row.at(0)) }
    return try ids.compactMap { id in
      guard let stored = try ConceptReading.concept(db, id: id),
        ConceptIdentity.same(stored, concept)
      else { return nil }
      return (id, stored)
    }
  }
}
