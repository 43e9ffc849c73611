import CalqueModel
import Testing

@testable import CalqueFormats

@Suite("A table with a row a term")
struct TermRowsTests {
  private static let header = [
    "E_ID", "E_DOMAINS", "L_CODE", "T_TERM", "T_TYPE", "T_EVALUATION", "T_REF",
  ]

  private func concept(
    _ rows: [[String]], domain: String? = nil, warnings: inout [String]
  ) throws -> Concept? {
    let columns = try #require(TermRows(header: Self.header))
    return columns.concept(rows, domain: domain) { warnings.append($0) }
  }

  @Test(
    "is known by the names of its entry, language and term, whatever their case and order",
    arguments: [
      (["E_ID", "L_CODE", "T_TERM"], true), (["t_term", "e_id", "x", "l_code"], true),
      (["E_ID", "L_CODE"], false), (["id", "lang", "term"], false), ([], false),
    ])
  func header(names: [String], isKnown: Bool) {
    #expect((TermRows(header: names) != nil) == isKnown)
  }

  @Test("joins the rows of an entry: terms by language, the first of each preferred")
  func entry() throws {
    var warnings = [String]()
    let read = try concept(
      [
        ["7", "law", "fr", "loi", "Term", "", "Journal"],
        ["7", "law", "fr", "L.", "Abbreviation", "Admitted", ""],
        ["7", "other", "en", "law", "Short form", "Preferred", ""],
        ["7", "", "en", "bill", "Phrase", "Deprecated", ""],
        ["7", "", "en", "act", "Formula", "", ""],
        ["7", "", "", "no language", "", "", ""], ["7", "", "de", " ", "", "", ""], ["7"],
      ], warnings: &warnings)
    let concept = try #require(read)
    #expect(concept.externalID == "7")
    #expect(concept.domains == ["law"])
    #expect(concept.terms.map(\.text) == ["loi", "L.", "law", "bill", "act"])
    #expect(
      concept.terms.map(\.status) == [.preferred, .admitted, .preferred, .forbidden, .admitted])
    #expect(concept.terms.map(\.type) == [.full, .acronym, .short, .phrase, nil])
    #expect(concept.terms.map(\.rawStatus) == [nil, "Admitted", "Preferred", "Deprecated", nil])
    #expect(concept.terms[0].meta.properties == [Meta.Property(type: "T_REF", value: "Journal")])
    #expect(concept.terms[4].meta.properties == [Meta.Property(type: "T_TYPE", value: "Formula")])
    #expect(warnings == [])
  }

  @Test("needs two languages, and gives a domain to an entry without one")
  func languages() throws {
    var warnings = [String]()
    let one = ["1", "", "fr", "loi", "", "", ""]
    #expect(try concept([one, one], warnings: &warnings) == nil)
    #expect(try concept([], warnings: &warnings) == nil)
    let pair = [one, ["1", "", "en", "law", "", "", ""]]
    #expect(try concept(pair, domain: "standard", warnings: &warnings)?.domains == ["standard"])
  }

  @Test("says which evaluations mean nothing, and admits their terms")
  func evaluations() throws {
    var warnings = [String]()
    let read = try concept(
      [["1", "", "fr", "loi", "", "Splendid", ""], ["1", "", "en", "law", "", "Proposed", ""]],
      warnings: &warnings)
    #expect(read?.terms.map(\.status) == [.admitted, .admitted])
    #expect(read?.terms.map(\.rawStatus) == ["Splendid", "Proposed"])
    #expect(warnings == [StatusWords.unknown("Splendid")])
  }

  @Test("in a file is cut where the entry's id changes; places are those of the first row")
  func file() throws {
    let text = """
      E_ID|L_CODE|T_TERM|T_EVALUATION
      1|fr|loi|
      1|en|law|odd

      2|fr|seul|
      1|fr|encore|
      1|en|again|

      """
    let reading = try Reading(text.utf8, name: "a.csv")
    #expect(reading.detected.kind == .glossary)
    #expect(reading.detected.said == "a row a term")
    #expect(reading.detected.understood == "a row a term, entries by their id")
    #expect(reading.texts == [["loi", "law"], ["encore", "again"]])
    #expect(reading.places.map(\.line) == [2, 6])
    #expect(reading.skipped == ["one language only"])
    #expect(reading.warnings.map(\.line) == [2])
  }

  @Test("with a row that ends before its term is refused with its place")
  func short() throws {
    let text = "E_ID|L_CODE|T_TERM\n1|fr|loi\n1|en\n1|en|law\n"
    let error = try #require(throws: FormatError.self) { try Reading(text.utf8, name: "a.csv") }
    #expect(error.message == "a row without a term")
    #expect(error.place.line == 3)
    let kept = try Reading(text.utf8, name: "a.csv", options: FormatOptions(keepGoing: true))
    #expect(kept.texts == [["loi", "law"]])
    #expect(kept.refused == ["3:1 a row without a term"])
  }
}
