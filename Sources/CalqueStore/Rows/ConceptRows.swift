import CalqueModel
import GRDB

/// Writes concepts and their terms, and reads them back.
final class ConceptRows {
  private let db: Database
  private let languages: LanguageTable
  private let insertConcept: Statement
  private let insertTerm: Statement
  private var folding = FoldedForm()

  init(_ db: Database, languages: LanguageTable) throws {
    self.db = db
    self.languages = languages
    insertConcept = try db.makeStatement(
      sql: """
        INSERT INTO concept (resource, pair_hash, changed_seq, import, external_id, domains,
          definition, note, meta)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    insertTerm = try db.makeStatement(
      sql: """
        INSERT INTO term (concept, position, language, text, folded_hash, status, flags,
          raw_status, type, part_of_speech, gender, number, register, region, valid_from, valid_to,
          example, note, source, meta)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
  }

  /// Refuses what SQLite would not give back as it was.
  static func check(_ concept: Concept) throws(StoreError) {
    guard !concept.terms.isEmpty else { throw .unstorable(reason: "a concept without a term") }
    for term in concept.terms where TextHash.holdsZero(term.text) {
      throw .unstorable(reason: "a term holds the character U+0000")
    }
  }

  /// Writes a new concept, and tells its id.
  func insert(
    _ concept: Concept, context: UnitRows.Context
  ) throws -> Int64 {
    insertConcept.setUncheckedArguments([
      context.resource, Int64(bitPattern: ConceptIdentity.hash(concept)),
      context.sequence, context.ledger, concept.externalID, Self.written(concept.domains),
      concept.definition, concept.note, MetaText.written(concept.meta),
    ])
    try insertConcept.execute()
    let id = db.lastInsertedRowID
    try insertTerms(of: concept, id: id)
    return id
  }

  private func insertTerms(of concept: Concept, id: Int64) throws {
    for (position, term) in concept.terms.enumerated() {
      insertTerm.setUncheckedArguments([
        id, position, try languages.number(of: term.language), term.text,
        folding.hash(term.text), term.status.rawValue, term.flags.rawValue,
        term.rawStatus, term.type?.rawValue, term.partOfSpeech, term.gender, term.number,
        term.register, term.region, term.validity.from?.written, term.validity.to?.written,
        term.example, term.note, term.source, MetaText.written(term.meta),
      ])
      try insertTerm.execute()
    }
  }

  /// Puts a concept in the place of its earlier version, which stays as a row of history.
  func replace(_ id: Int64, by concept: Concept, context: UnitRows.Context) throws {
    try db.execute(
      sql: """
        INSERT INTO concept (resource, pair_hash, changed_seq, deleted_seq, version_of, import,
          external_id, domains, definition, note, meta)
        SELECT resource, pair_hash, ?, ?, id, import, external_id, domains, definition,
          note, meta
        FROM concept WHERE id = ?
        """, arguments: [context.sequence, context.sequence, id])
    try db.execute(
      sql: "UPDATE term SET concept = ? WHERE concept = ?", arguments: [db.lastInsertedRowID, id])
    try db.execute(
      sql: """
        UPDATE concept SET pair_hash = ?, changed_seq = ?, import = ?, external_id = ?,
          domains = ?, definition = ?, note = ?, meta = ?
        WHERE id = ?
        """,
      arguments: [
        Int64(bitPattern: ConceptIdentity.hash(concept)), context.sequence, context.ledger,
        concept.externalID, Self.written(concept.domains), concept.definition, concept.note,
        MetaText.written(concept.meta), id,
      ])
    try insertTerms(of: concept, id: id)
  }

  private static func written(_ domains: [String]) -> String? {
    if domains.isEmpty { return nil }
    var json = JSONText()
    json.array { json in for domain in domains { json.value(domain) } }
    return json.text
  }
}

extension ConceptRows {
  /// A live concept of the store, whole; nil where there is none.
  static func concept(_ db: Database, id: Int64) throws -> Concept? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT external_id, domains, definition, note, meta FROM concept
        WHERE id = ? AND deleted_seq IS NULL
        """)
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    return Concept(
      externalID: row[0], domains: domains(row[1]), definition: row[2], note: row[3],
      meta: MetaText.read(row[4]), terms: try terms(db, of: id).map(\.term))
  }

  static func terms(_ db: Database, of concept: Int64) throws -> [(id: Int64, term: Term)] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT term.id, language.written, text, status, flags, raw_status, type, part_of_speech,
          gender, number, register, region, valid_from, valid_to, example, note, source, meta
        FROM term JOIN language ON language.id = term.language
        WHERE concept = ? ORDER BY position
        """)
    let rows = try Row.fetchCursor(statement, arguments: [concept])
    var terms = [(id: Int64, term: Term)]()
    while let row = try rows.next() { terms.append((row[0], term(row))) }
    return terms
  }

  private static func term(_ row: Row) -> Term {
    Term(
      language: LanguageTag(row[1]), text: row[2],
      status: TermStatus(rawValue: row[3]) ?? .admitted, rawStatus: row[5],
      type: (row[6] as String?).flatMap { TermType(rawValue: $0) }, partOfSpeech: row[7],
      gender: row[8], number: row[9], register: row[10], region: row[11],
      flags: TermFlags(rawValue: row[4]),
      validity: Validity(
        from: (row[12] as String?).flatMap { PartialDate($0) },
        to: (row[13] as String?).flatMap { PartialDate($0) }),
      example: row[14], note: row[15], source: row[16], meta: MetaText.read(row[17]))
  }

  static func domains(_ column: String?) -> [String] {
    guard let column, case .array(let items)? = JSONValue(column) else { return [] }
    return items.compactMap { item in
      guard case .string(let text) = item else { return nil }
      return text
    }
  }
}
