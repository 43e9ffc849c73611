package import CalqueModel
import GRDB

/// The decision on a term that is added to a glossary.
package enum ConceptDecision: Sendable {
  /// Changes nothing: the concept of this id has all data already.
  case keep(ConceptID)
  /// Gives the concept of this id a new version.
  case replace(ConceptID, Concept)
  /// Adds a new concept.
  case add(Concept)
}

extension Store {
  /// Adds a term to a concept of a glossary, or as a new concept.
  ///
  /// The glossary is made if the store does not have it.
  ///
  /// - Parameters:
  ///   - text: the term, byte for byte.
  ///   - primary: the primary language of the term.
  ///   - name: the name of the glossary.
  ///   - now: the time that the log names.
  ///   - decide: decides, given the glossary's concepts that have the term, in the order of their
  ///     ids; the store does not change meanwhile.
  /// - Returns: the concept's id.
  /// - Throws: `StoreError`.
  package func add(
    term text: String, language primary: String, to name: String, at now: Instant,
    _ decide: ([StoredConcept]) throws(StoreError) -> ConceptDecision
  ) throws(StoreError) -> ConceptID {
    try changing { db in
      var entries = [StoredConcept]()
      if let row = try ResourceTable.find(db, kind: .glossary, name: name) {
        let resource: Int64 = try row.at(0)
        entries = try Self.ids(db, ofConceptsWithTerm: text, language: primary)
          .compactMap { try Self.storedConcept(db, id: $0) }
          .filter { $0.resource == resource }
      }
      switch try decide(entries) {
      case .keep(let id): return id
      case .replace(let id, let concept):
        try ConceptRows.check(concept)
        try Self.replace(db, id, by: concept, at: now)
        return id
      case .add(let concept):
        try ConceptRows.check(concept)
        return try Self.insert(db, concept, into: name, at: now)
      }
    }
  }

  private static func insert(
    _ db: Database, _ concept: Concept, into name: String, at now: Instant
  ) throws -> ConceptID {
    let sequence = try Change.append(db, kind: .add, at: now)
    let resource = try ResourceTable.findOrMake(
      db, source: ImportSource(kind: .glossary, name: name), sequence: sequence)
    let languages = try LanguageTable(db)
    let id = try ConceptRows(db, languages: languages).insert(
      concept, context: UnitRows.Context(resource: resource, sequence: sequence, ledger: nil))
    try ResourceTable.note(db, resource: resource, languages: languages.seen, sequence: sequence)
    try Change.name(db, sequence: sequence, resource: resource, concept: id)
    return ConceptID(id)
  }

  /// Changes one concept, which keeps its id; the earlier version stays in the history.
  ///
  /// - Parameters:
  ///   - id: the concept.
  ///   - now: the time that the log names.
  ///   - edit: changes the concept; a concept left without terms is removed.
  /// - Returns: whether anything changed.
  /// - Throws: `StoreError.noTerm` if no live concept has the id.
  @discardableResult
  package func edit(
    concept id: ConceptID, at now: Instant, _ edit: (inout Concept) throws(StoreError) -> Void
  ) throws(StoreError) -> Bool {
    try changing { db in
      guard let before = try ConceptReading.concept(db, id: id.rawValue) else {
        throw StoreError.noTerm(description: "with the concept \(id)")
      }
      var after = before
      try edit(&after)
      if after == before { return false }
      if after.terms.isEmpty {
        try Self.remove(db, concept: id, at: now)
      } else {
        try ConceptRows.check(after)
        try Self.replace(db, id, by: after, at: now)
      }
      return true
    }
  }

  /// Removes concepts, all of them or none; each stays as a tombstone.
  ///
  /// - Parameters:
  ///   - ids: the concepts.
  ///   - now: the time that the log names.
  /// - Throws: `StoreError.noTerm` if one of the ids is not that of a live concept.
  package func remove(concepts ids: [ConceptID], at now: Instant) throws(StoreError) {
    try changing { db in
      for id in ids { try Self.remove(db, concept: id, at: now) }
    }
  }

  /// The live concepts with a term of exactly a text in a language, in the order of their ids.
  package func concepts(
    withTerm text: String, language primary: String
  ) throws(StoreError) -> [StoredConcept] {
    try reading { db in
      try Self.ids(db, ofConceptsWithTerm: text, language: primary).compactMap {
        try Self.storedConcept(db, id: $0)
      }
    }
  }

  private static func ids(
    _ db: Database, ofConceptsWithTerm text: String, language primary: String
  ) throws -> [ConceptID] {
    var folding = FoldedForm()
    return try Int64.fetchAll(
      db,
      sql: """
        SELECT DISTINCT concept.id
        FROM term JOIN concept ON concept.id = term.concept
          JOIN language ON language.id = term.language
        WHERE term.folded_hash = ? AND term.text = ? AND language.primary_key = ?
          AND concept.deleted_seq IS NULL
        ORDER BY concept.id
        """, arguments: [folding.hash(text), text, primary]
    ).map { ConceptID($0) }
  }

  private static func replace(
    _ db: Database, _ id: ConceptID, by concept: Concept, at now: Instant
  ) throws {
    let resource = try writableResource(db, ofConcept: id)
    let sequence = try Change.append(
      db, kind: .edit, at: now, resource: resource, concept: id.rawValue)
    let languages = try LanguageTable(db)
    try ConceptRows(db, languages: languages).replace(
      id.rawValue, by: concept,
      context: UnitRows.Context(resource: resource, sequence: sequence, ledger: nil))
    try ResourceTable.note(db, resource: resource, languages: languages.seen, sequence: sequence)
  }

  private static func remove(_ db: Database, concept id: ConceptID, at now: Instant) throws {
    let resource = try writableResource(db, ofConcept: id)
    let sequence = try Change.append(
      db, kind: .remove, at: now, resource: resource, concept: id.rawValue)
    try db.execute(
      sql: "UPDATE concept SET deleted_seq = ?, changed_seq = ? WHERE id = ?",
      arguments: [sequence, sequence, id.rawValue])
  }

  private static func writableResource(_ db: Database, ofConcept id: ConceptID) throws -> Int64 {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT resource.id, resource.read_only, resource.name
        FROM concept JOIN resource ON resource.id = concept.resource
        WHERE concept.id = ? AND concept.deleted_seq IS NULL
        """, arguments: [id.rawValue])
    guard let row else { throw StoreError.noTerm(description: "with the concept \(id)") }
    if try row.at(1) as Bool {
      throw StoreError.readOnlyResource(kind: "glossary", name: try row.at(2))
    }
    return try row.at(0)
  }
}
