package import CalqueModel
import GRDB

/// A term of a live concept, with the data that the recogniser needs.
package struct StoredTerm: Hashable, Sendable {
  /// The id of the term's row.
  package let id: Int64
  /// The concept of the term.
  package let concept: ConceptID
  /// The glossary of the concept.
  package let resource: Int64
  /// The status of the term: preferred, admitted or forbidden.
  package let status: TermStatus
  /// The warnings about the term.
  package let flags: TermFlags
  /// The part of speech, as written.
  package let partOfSpeech: String?
  /// The gender, as written.
  package let gender: String?
  /// The key of the language: lower case, `-` between subtags.
  package let language: String
  /// The text of the term.
  package let text: String
}

extension StoredTerm {
  /// Whether the term, found in a text, is translated.
  package var isSource: Bool { status != .forbidden && !flags.contains(.targetOnly) }
  /// Reads a row of the statements below.
  fileprivate init(_ row: Row) throws {
    try self.init(
      id: row.at(0), concept: ConceptID(row.at(1)), resource: row.at(2),
      status: TermStatus(rawValue: row.at(3)) ?? .admitted, flags: TermFlags(rawValue: row.at(4)),
      partOfSpeech: row.at(5), gender: row.at(6), language: row.at(7), text: row.at(8))
  }
}

/// A live concept of the store.
package struct StoredConcept: Hashable, Sendable {
  /// The concept's id.
  package let id: ConceptID
  /// The glossary of the concept.
  package let resource: Int64
  /// The name of the glossary.
  package let glossary: String
  /// The number of the change that made the concept's present state.
  package let sequence: Int64
  /// The concept, with its terms in order.
  package let concept: Concept
  /// The ids of its terms' rows, in the order of the terms.
  package let terms: [Int64]
}

extension Store {
  /// Calls `body` with every term of a language in a live concept, in the order of the terms' ids.
  static func forEachTerm(
    _ db: Database, language primary: String, _ body: (StoredTerm) throws -> Void
  ) throws {
    let statement = try db.cachedStatement(
      sql: columns + " WHERE language.primary_key = ? AND \(isLive) ORDER BY term.id")
    let rows = try Row.fetchCursor(statement, arguments: [primary])
    while let row = try rows.next() { try body(StoredTerm(row)) }
  }

  /// The terms of a language whose text is wanted, in the order of their ids.
  ///
  /// Only the text is read of all other terms, so a single question does not read a whole glossary.
  static func terms(
    _ db: Database, language primary: String, where isWanted: (String) -> Bool
  ) throws -> [StoredTerm] {
    var wanted = [Int64]()
    try forEachText(db, language: primary) { id, text in
      if isWanted(text) { wanted.append(id) }
    }
    return try terms(db, wanted)
  }

  /// Calls `body` with the id and the text of every term of a language, those of concepts that are
  /// gone included.
  private static func forEachText(
    _ db: Database, language primary: String, _ body: (Int64, String) -> Void
  ) throws {
    let languages = try languageKeys(db, primary: primary)
    guard !languages.isEmpty else { return }
    let texts = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT id, text FROM term
          WHERE language IN (\(languages.keys.sorted().map(String.init).joined(separator: ",")))
          """))
    while let row = try texts.next() { try body(row.at(0), row.at(1)) }
  }

  /// The terms of some ids in live concepts, in the order of the ids.
  private static func terms(_ db: Database, _ wanted: [Int64]) throws -> [StoredTerm] {
    if wanted.isEmpty { return [] }
    let statement = try db.cachedStatement(sql: columns + " WHERE term.id = ? AND " + isLive)
    return try wanted.sorted().compactMap { id in
      try Row.fetchOne(statement, arguments: [id]).map { try StoredTerm($0) }
    }
  }

  /// The texts of the terms of a language, with the state of the glossaries that has them.
  ///
  /// - Parameter primary: the primary language.
  /// - Returns: the last change of a glossary; the id and the text of each term, those of concepts
  ///   that are gone included.
  /// - Throws: `StoreError`.
  package func termTexts(
    language primary: String
  ) throws(StoreError) -> (generation: StoreGeneration, texts: [(id: Int64, text: String)]) {
    try reading { db in
      var texts: [(id: Int64, text: String)] = []
      try Self.forEachText(db, language: primary) { texts.append(($0, $1)) }
      return (try Self.glossaryGeneration(db), texts)
    }
  }

  /// The terms of some ids in live concepts, in the order of the ids.
  ///
  /// - Throws: `StoreError`.
  package func terms(_ ids: [Int64]) throws(StoreError) -> [StoredTerm] {
    try reading { db in try Self.terms(db, ids) }
  }

  /// The terms of a language in live concepts that changed after a change, in the order of the
  /// terms' ids.
  static func terms(
    _ db: Database, language primary: String, changedAfter sequence: Int64
  ) throws -> [StoredTerm] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT term.id, term.concept, concept.resource, term.status, term.flags,
          term.part_of_speech, term.gender, language.key, term.text
        FROM concept CROSS JOIN term ON term.concept = concept.id
          CROSS JOIN language ON language.id = term.language
        WHERE concept.changed_seq > ? AND language.primary_key = ? AND \(isLive)
        ORDER BY term.id
        """)
    let rows = try Row.fetchCursor(statement, arguments: [sequence, primary])
    var terms = [StoredTerm]()
    while let row = try rows.next() { try terms.append(StoredTerm(row)) }
    return terms
  }

  private static let columns = """
    SELECT term.id, term.concept, concept.resource, term.status, term.flags,
      term.part_of_speech, term.gender, language.key, term.text
    FROM term CROSS JOIN concept ON concept.id = term.concept
      CROSS JOIN language ON language.id = term.language
    """

  private static let isLive = "concept.deleted_seq IS NULL"

  /// The live concepts of some ids, in the order of the ids; concepts that are gone are left out.
  ///
  /// - Parameters:
  ///   - ids: the ids.
  ///   - nameOfGlossary: the names of live glossaries that are known, by their ids; others are read.
  /// - Returns: the concepts.
  /// - Throws: `StoreError`.
  package func concepts(
    _ ids: [ConceptID], nameOfGlossary: (Int64) -> String? = { _ in nil }
  ) throws(StoreError) -> [StoredConcept] {
    try asking { db in
      var concepts = [StoredConcept]()
      for id in ids {
        if let concept = try Self.storedConcept(db, id: id, nameOfGlossary) {
          concepts.append(concept)
        }
      }
      return concepts
    }
  }

  static func storedConcept(
    _ db: Database, id: ConceptID, _ nameOfGlossary: (Int64) -> String? = { _ in nil }
  ) throws -> StoredConcept? {
    let sql = """
      SELECT \(ConceptReading.columns), concept.changed_seq FROM concept
      WHERE concept.id = ? AND concept.deleted_seq IS NULL
      """
    return try PlainRows.first(db, sql: sql, [id.rawValue]) { row in
      let resource: Int64 = try row.at(1)
      guard
        let glossary = try nameOfGlossary(resource)
          ?? ResourceTable.resource(db, id: resource)?.resource.name
      else { return nil }
      let (concept, terms) = try ConceptReading.whole(db, row)
      return try StoredConcept(
        id: id, resource: resource, glossary: glossary,
        sequence: row.at(ConceptReading.columnCount), concept: concept, terms: terms)
    }.flatMap(\.self)
  }
}

extension StoredConcept {
  /// The live concepts of a glossary that come after an id, in their order: the first `count`.
  static func batch(
    _ db: Database, of resource: Int64, after id: ConceptID?, count: Int
  ) throws -> [StoredConcept] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT id FROM concept WHERE resource = ? AND deleted_seq IS NULL AND id > ?
        ORDER BY id LIMIT ?
        """)
    let ids = try Int64.fetchAll(statement, arguments: [resource, id?.rawValue ?? 0, count])
    return try ids.compactMap { try Store.storedConcept(db, id: ConceptID($0)) }
  }
}
