package import CalqueModel
import GRDB

/// One term of a live concept, as the recogniser's trie sees it.
package struct StoredTerm: Hashable, Sendable {
  /// The row's id.
  package let id: Int64
  /// Its concept.
  package let concept: Int64
  /// Its glossary.
  package let resource: Int64
  /// Whether to use it.
  package let status: TermStatus
  /// What to beware of.
  package let flags: TermFlags
  /// Its part of speech, as written.
  package let partOfSpeech: String?
  /// Its gender, as written.
  package let gender: String?
  /// The language's key: lower case, `-` between subtags.
  package let language: String
  /// The term.
  package let text: String
}

extension StoredTerm {
  /// Reads a row of the statements below.
  fileprivate init(_ row: Row) {
    self.init(
      id: row[0], concept: row[1], resource: row[2],
      status: TermStatus(rawValue: row[3]) ?? .admitted, flags: TermFlags(rawValue: row[4]),
      partOfSpeech: row[5], gender: row[6], language: row[7], text: row[8])
  }
}

/// A live concept as the store holds it.
package struct StoredConcept: Hashable, Sendable {
  /// The row's id.
  package let id: Int64
  /// Its glossary.
  package let resource: Int64
  /// That glossary's name.
  package let glossary: String
  /// The number of the change that its present state comes from.
  package let sequence: Int64
  /// The concept, its terms in order.
  package let concept: Concept
  /// The rows of its terms, in the same order.
  package let terms: [Int64]
}

extension Store {
  /// Every term of a language, of all live concepts, in the order of its id.
  static func forEachTerm(
    _ db: Database, language primary: String, _ body: (StoredTerm) throws -> Void
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        SELECT term.id, term.concept, concept.resource, term.status, term.flags,
          term.part_of_speech, term.gender, language.key, term.text
        FROM term CROSS JOIN concept ON concept.id = term.concept
          CROSS JOIN language ON language.id = term.language
        WHERE language.primary_key = ? AND concept.deleted_seq IS NULL
        ORDER BY term.id
        """)
    let rows = try Row.fetchCursor(statement, arguments: [primary])
    while let row = try rows.next() { try body(StoredTerm(row)) }
  }

  /// Those terms of a language whose text is wanted, in the order of their ids.
  ///
  /// For one question out of a whole glossary: of the other terms nothing but the text is read.
  static func terms(
    _ db: Database, language primary: String, where isWanted: (String) -> Bool
  ) throws -> [StoredTerm] {
    let languages = try languageKeys(db, primary: primary)
    guard !languages.isEmpty else { return [] }
    let texts = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT id, text FROM term
          WHERE language IN (\(languages.keys.sorted().map(String.init).joined(separator: ",")))
          """))
    var wanted = [Int64]()
    while let row = try texts.next() {
      if isWanted(row[1]) { wanted.append(row[0]) }
    }
    if wanted.isEmpty { return [] }
    let statement = try db.cachedStatement(
      sql: """
        SELECT term.id, term.concept, concept.resource, term.status, term.flags,
          term.part_of_speech, term.gender, language.key, term.text
        FROM term CROSS JOIN concept ON concept.id = term.concept
          CROSS JOIN language ON language.id = term.language
        WHERE term.id = ? AND concept.deleted_seq IS NULL
        """)
    return try wanted.sorted().compactMap { id in
      try Row.fetchOne(statement, arguments: [id]).map(StoredTerm.init)
    }
  }

  /// The live concepts of these ids, in the ids' order; one that is gone is left out.
  package func concepts(_ ids: [Int64]) throws(StoreError) -> [StoredConcept] {
    try asking { db in
      var concepts = [StoredConcept]()
      for id in ids {
        if let concept = try Self.storedConcept(db, id: id) { concepts.append(concept) }
      }
      return concepts
    }
  }

  /// Every live concept of a glossary, in its order, one at a time.
  package func forEachConcept(
    of resource: Int64, _ body: (StoredConcept) throws -> Void
  ) throws {
    try queue.inTransaction(.deferred) { db in
      let ids = try Int64.fetchCursor(
        db,
        sql: """
          SELECT id FROM concept WHERE resource = ? AND deleted_seq IS NULL ORDER BY id
          """, arguments: [resource])
      while let id = try ids.next() {
        if let concept = try Self.storedConcept(db, id: id) { try body(concept) }
      }
      return .commit
    }
  }

  static func storedConcept(_ db: Database, id: Int64) throws -> StoredConcept? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT concept.resource, resource.name, concept.changed_seq
        FROM concept JOIN resource ON resource.id = concept.resource WHERE concept.id = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [id]),
      let concept = try ConceptRows.concept(db, id: id)
    else { return nil }
    return StoredConcept(
      id: id, resource: row[0], glossary: row[1], sequence: row[2], concept: concept,
      terms: try ConceptRows.terms(db, of: id).map(\.id))
  }
}
