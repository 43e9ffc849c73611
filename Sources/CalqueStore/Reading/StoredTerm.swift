package import CalqueModel
import GRDB

/// One term of a live concept, as the recogniser's trie sees it.
package struct StoredTerm: Hashable, Sendable {
  /// The row's id.
  package let id: Int64
  /// Its concept.
  package let concept: ConceptID
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
  fileprivate init(_ row: Row) throws {
    try self.init(
      id: row.at(0), concept: ConceptID(row.at(1)), resource: row.at(2),
      status: TermStatus(rawValue: row.at(3)) ?? .admitted, flags: TermFlags(rawValue: row.at(4)),
      partOfSpeech: row.at(5), gender: row.at(6), language: row.at(7), text: row.at(8))
  }
}

/// A live concept as the store holds it.
package struct StoredConcept: Hashable, Sendable {
  /// The concept's id.
  package let id: ConceptID
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
      if try isWanted(row.at(1)) { try wanted.append(row.at(0)) }
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
      try Row.fetchOne(statement, arguments: [id]).map { try StoredTerm($0) }
    }
  }

  /// The live concepts of these ids, in the ids' order; one that is gone is left out.
  package func concepts(_ ids: [ConceptID]) throws(StoreError) -> [StoredConcept] {
    try asking { db in
      var concepts = [StoredConcept]()
      for id in ids {
        if let concept = try Self.storedConcept(db, id: id) { concepts.append(concept) }
      }
      return concepts
    }
  }

  /// Every live concept of a glossary, in its order, one at a time.
  ///
  /// - Throws: `StoreError`, or what the body throws, which ends the walk.
  package func forEachConcept(
    of resource: Int64, _ body: (StoredConcept) throws -> Void
  ) throws {
    try walking { db in
      let ids = try Int64.fetchCursor(
        db,
        sql: """
          SELECT id FROM concept WHERE resource = ? AND deleted_seq IS NULL ORDER BY id
          """, arguments: [resource])
      while let id = try ids.next() {
        if let concept = try Self.storedConcept(db, id: ConceptID(id)) { try body(concept) }
      }
    }
  }

  static func storedConcept(_ db: Database, id: ConceptID) throws -> StoredConcept? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(ConceptReading.columns), concept.changed_seq FROM concept
        WHERE concept.id = ? AND concept.deleted_seq IS NULL
        """)
    guard let row = try Row.fetchOne(statement, arguments: [id.rawValue]),
      let glossary = try ResourceTable.resource(db, id: row.at(1))
    else { return nil }
    let (concept, terms) = try ConceptReading.whole(db, row)
    return try StoredConcept(
      id: id, resource: glossary.id, glossary: glossary.resource.name,
      sequence: row.at(ConceptReading.columnCount), concept: concept, terms: terms)
  }
}
