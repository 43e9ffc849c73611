import CalqueModel
import GRDB

/// Writes concepts and their terms.
final class ConceptRows {
  private let db: Database
  private let languages: LanguageTable
  private let insertConcept: RowInsertion
  private let insertTerm: RowInsertion
  private var folding = FoldedForm()

  init(_ db: Database, languages: LanguageTable) throws {
    self.db = db
    self.languages = languages
    insertConcept = try RowInsertion(
      db,
      sql: """
        INSERT INTO concept (resource, pair_hash, checksum, changed_seq, import, external_id,
          domains, definition, note, meta)
        VALUES
        """, row: "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    insertTerm = try RowInsertion(
      db,
      sql: """
        INSERT INTO term (concept, position, language, text, folded_hash, status, flags,
          raw_status, type, part_of_speech, gender, number, register, region, valid_from, valid_to,
          example, note, source, meta)
        VALUES
        """, row: "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
  }

  /// Refuses a concept that SQLite would not give back as it is.
  static func check(_ concept: Concept) throws(StoreError) {
    guard !concept.terms.isEmpty else { throw .unstorable(reason: "a concept without a term") }
    func check(_ text: String?, _ what: String) throws(StoreError) {
      if let text, TextHash.holdsZero(text) {
        throw .unstorable(reason: "\(what) holds the character U+0000")
      }
    }
    // Walked in place: a copy of a term with all that is said of it costs more than the looking.
    let terms = concept.terms.span
    for place in terms.indices { try check(terms[place].text, "a term") }
    let said = "what is said of a term"
    try check(concept.externalID, said)
    try check(concept.definition, said)
    try check(concept.note, said)
    func checkParts(of term: Term) throws(StoreError) {
      try check(term.language.written, said)
      try check(term.rawStatus, said)
      try check(term.partOfSpeech, said)
      try check(term.gender, said)
      try check(term.number, said)
      try check(term.register, said)
      try check(term.region, said)
      try check(term.example, said)
      try check(term.note, said)
      try check(term.source, said)
    }
    for place in terms.indices { try checkParts(of: terms[place]) }
  }

  /// Writes a new concept and returns its id.
  func insert(
    _ concept: Concept, context: UnitRows.Context
  ) throws -> Int64 {
    let written = Written(concept, in: context.resource)
    insertConcept.bind(context.resource)
    insertConcept.bind(Int64(bitPattern: ConceptIdentity.hash(concept)))
    insertConcept.bind(written.sum)
    insertConcept.bind(context.sequence)
    insertConcept.bind(context.ledger)
    insertConcept.bind(concept.externalID)
    insertConcept.bind(written.domains)
    insertConcept.bind(concept.definition)
    insertConcept.bind(concept.note)
    insertConcept.bind(written.meta)
    try insertConcept.execute()
    let id = db.lastInsertedRowID
    try insertTerms(of: concept, written, id: id)
    return id
  }

  private func insertTerms(of concept: Concept, _ written: Written, id: Int64) throws {
    let terms = concept.terms.span
    for position in terms.indices {
      insertTerm.bind(id)
      insertTerm.bind(position)
      try bind(terms[position])
      insertTerm.bind(written.terms[position])
      try insertTerm.execute()
    }
  }

  private func bind(_ term: Term) throws {
    insertTerm.bind(try languages.number(of: term.language))
    insertTerm.bind(term.text)
    insertTerm.bind(folding.hash(term.text))
    insertTerm.bind(term.status.rawValue)
    insertTerm.bind(term.flags.rawValue)
    insertTerm.bind(term.rawStatus)
    insertTerm.bind(term.type?.rawValue)
    insertTerm.bind(term.partOfSpeech)
    insertTerm.bind(term.gender)
    insertTerm.bind(term.number)
    insertTerm.bind(term.register)
    insertTerm.bind(term.region)
    insertTerm.bind(term.validity.from?.written)
    insertTerm.bind(term.validity.to?.written)
    insertTerm.bind(term.example)
    insertTerm.bind(term.note)
    insertTerm.bind(term.source)
  }

  /// Replaces a concept; the earlier version stays as a row of history.
  func replace(_ id: Int64, by concept: Concept, context: UnitRows.Context) throws {
    try db.execute(
      sql: """
        INSERT INTO concept (resource, pair_hash, checksum, changed_seq, deleted_seq, version_of,
          import, external_id, domains, definition, note, meta)
        SELECT resource, pair_hash, checksum, ?, ?, id, import, external_id, domains, definition,
          note, meta
        FROM concept WHERE id = ?
        """, arguments: [context.sequence, context.sequence, id])
    try db.execute(
      sql: "UPDATE term SET concept = ? WHERE concept = ?", arguments: [db.lastInsertedRowID, id])
    let written = Written(concept, in: context.resource)
    try db.execute(
      sql: """
        UPDATE concept SET pair_hash = ?, checksum = ?, changed_seq = ?, import = ?, external_id = ?,
          domains = ?, definition = ?, note = ?, meta = ?
        WHERE id = ?
        """,
      arguments: [
        Int64(bitPattern: ConceptIdentity.hash(concept)), written.sum, context.sequence,
        context.ledger, concept.externalID, written.domains, concept.definition, concept.note,
        written.meta, id,
      ])
    try insertTerms(of: concept, written, id: id)
  }
}

extension ConceptRows {
  /// The JSON columns of a concept, and the checksum of the whole concept.
  private struct Written {
    let domains: String?
    let meta: String?
    let terms: [String?]
    let sum: Int64

    init(_ concept: Concept, in resource: Int64) {
      domains = ConceptRows.written(concept.domains)
      meta = MetaText.written(concept.meta)
      terms = concept.terms.map { MetaText.written($0.meta) }
      var sum = ContentSum(resource: resource, concept: concept, domains: domains, meta: meta)
      let all = concept.terms.span
      for place in all.indices { sum.add(all[place], meta: terms[place]) }
      self.sum = sum.value
    }
  }

  private static func written(_ domains: [String]) -> String? {
    if domains.isEmpty { return nil }
    var json = JSONText()
    json.array { json in for domain in domains { json.value(domain) } }
    return json.text
  }
}
