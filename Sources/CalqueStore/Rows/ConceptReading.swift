import CalqueModel
import GRDB

/// Reads concepts as they were stored, or reports damage.
enum ConceptReading {
  static let columns = """
    concept.id, concept.resource, concept.external_id, concept.domains, concept.definition, \
    concept.note, concept.meta, concept.checksum
    """

  /// The number of `columns`; a statement that selects more columns has them behind these.
  static let columnCount = 8

  /// A concept with the ids of its terms' rows, in the order of the terms.
  typealias Whole = (concept: Concept, terms: [Int64])

  /// A live concept of the store; nil if no live concept has the id.
  static func concept(_ db: Database, id: Int64) throws -> Concept? {
    try PlainRows.first(
      db, sql: "SELECT \(columns) FROM concept WHERE id = ? AND deleted_seq IS NULL", [id]
    ) { row in try whole(db, row).concept }
  }

  /// The concept of a row of `columns`.
  ///
  /// - Throws: `DamagedContent` if the concept is not what was stored.
  static func whole(_ db: Database, _ row: PlainRow) throws -> Whole {
    let (concept, terms, sum) = try unchecked(db, row)
    guard try row.at(7) == sum.value else {
      throw DamagedContent(damage: .concept(ConceptID(try row.at(0))))
    }
    return (concept, terms)
  }

  /// The concept of a row of `columns`, with the checksum of the values that were read.
  static func unchecked(
    _ db: Database, _ row: PlainRow
  ) throws -> (concept: Concept, terms: [Int64], sum: ContentSum) {
    let (domains, meta): (String?, String?) = try (row.at(3), row.at(6))
    var concept = try Concept(
      externalID: row.at(2), domains: self.domains(domains), definition: row.at(4),
      note: row.at(5), meta: MetaText.read(meta), terms: [])
    var sum = try ContentSum(resource: row.at(1), concept: concept, domains: domains, meta: meta)
    var ids = [Int64]()
    let statement = try db.cachedStatement(
      sql: """
        SELECT term.id, language.written, text, status, flags, raw_status, type, part_of_speech,
          gender, number, register, region, valid_from, valid_to, example, note, source, meta
        FROM term JOIN language ON language.id = term.language
        WHERE concept = ? ORDER BY position
        """)
    let rows = PlainRows(db, statement, [try row.at(0)])
    while let row = try rows.next() {
      let meta: String? = try row.at(17)
      let term = try term(row, meta: meta)
      sum.add(term, meta: meta)
      concept.terms.append(term)
      ids.append(try row.at(0))
    }
    return (concept, ids, sum)
  }

  private static func term(_ row: PlainRow, meta: String?) throws -> Term {
    try Term(
      language: LanguageTag(row.at(1)), text: row.at(2),
      status: TermStatus(rawValue: row.at(3)) ?? .admitted, rawStatus: row.at(5),
      type: (row.at(6) as String?).flatMap { TermType(rawValue: $0) }, partOfSpeech: row.at(7),
      gender: row.at(8), number: row.at(9), register: row.at(10), region: row.at(11),
      flags: TermFlags(rawValue: row.at(4)),
      validity: Validity(
        from: (row.at(12) as String?).flatMap { PartialDate($0) },
        to: (row.at(13) as String?).flatMap { PartialDate($0) }),
      example: row.at(14), note: row.at(15), source: row.at(16), meta: MetaText.read(meta))
  }

  private static func domains(_ column: String?) -> [String] {
    guard let column, case .array(let items)? = JSONValue(column) else { return [] }
    return items.compactMap { item in
      guard case .string(let text) = item else { return nil }
      return text
    }
  }
}
