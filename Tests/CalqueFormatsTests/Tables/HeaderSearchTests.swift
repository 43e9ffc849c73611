import CalqueInput
import CalqueModel
import Testing

@testable import CalqueFormats

@Suite("The search for a header")
struct HeaderSearchTests {
  private static let pair = LanguagePair(source: "fr", target: "en")

  /// Searches rows that are written a line each, cells apart by `|`.
  private func search(
    _ table: String, from first: Int = 0, _ question: TableQuestion = TableQuestion()
  ) throws -> HeaderSearch {
    var search = HeaderSearch(
      table.cut(at: "\n").map { $0.cut(at: "|") }, from: first, question)
    try search.run()
    return search
  }

  private func message(_ table: String, _ question: TableQuestion) throws -> String {
    try #require(throws: InputError.self) { try search(table, question) }.message
  }

  @Test(
    "finds the first row that names two languages, below titles at most",
    arguments: [
      ("fr|en\nloi|law", 0), ("Glossaire|\nfr|en\nloi|law", 1), ("|\n|\nfr|en\nloi|law", 2),
      ("Glossaire du Sénat|2023\nfr|en|note\nloi|law|", 1), ("loi|law\nrègle|rule", nil),
      ("Loi|Law\nfr|en\nrègle|rule", 1), ("un|deux|trois\nfr|en|machin\nloi|law|", nil),
      (String(repeating: "|\n", count: 9) + "fr|en", 9),
      (String(repeating: "|\n", count: 10) + "fr|en", nil),
    ] as [(String, Int?)])
  func place(table: String, row: Int?) throws {
    let found = try search(table, TableQuestion(fallback: Self.pair))
    #expect(found.headerRow == row)
    #expect(found.columns?.languages == ["fr", "en"])
    #expect(!found.hasCodes)
    #expect(found.warnings == [])
  }

  @Test("begins behind a line that only tells the delimiter")
  func first() throws {
    let found = try search("sep=;\nfr|en\nloi|law", from: 1)
    #expect(found.headerRow == 1)
    #expect(try search("fr|en\nloi|law", from: 1, TableQuestion(pair: Self.pair)).headerRow == nil)
  }

  @Test("takes the languages of a table without a header from whoever states them, or from nobody")
  func noHeader() throws {
    let other = LanguagePair(source: "de", target: "it")
    for (question, languages) in [
      (TableQuestion(pair: Self.pair, fallback: other), ["fr", "en"]),
      (TableQuestion(fallback: other), ["de", "it"]), (TableQuestion(), nil),
    ] as [(TableQuestion, [LanguageTag]?)] {
      let found = try search("loi|law", question)
      #expect(found.columns?.languages == languages)
      #expect(found.asksForPair == nil)
    }
  }

  @Test("of a header that names sides only asks for the pair, unless codes in the rows tell it")
  func sides() throws {
    let open = try search("source|target|note\nloi|law|")
    #expect(open.columns == nil)
    #expect(open.asksForPair?.needsPair == true)
    #expect(open.headerRow == 0)
    let told = try search("source|target|note\nloi|law|", TableQuestion(fallback: Self.pair))
    #expect(told.columns?.languages == ["fr", "en"])
    #expect(told.asksForPair == nil)
    let coded = try search("source|target|x|y\nloi|law|FR|EN\nrègle|rule|fr|en")
    #expect(coded.columns?.languages == ["fr", "en"])
    #expect(coded.columns?.roles == [.text(0), .text(1), .property, .property])
    #expect(!coded.hasCodes, "a header is there")
  }

  @Test(
    "takes two codes that stand in every row for the languages of the two other columns",
    arguments: [
      ("Bercy|Treasury|FR|EN\nloi|law|fr|en", [.text(0), .text(1), .property, .property]),
      ("FR|loi|EN|law\nFR|règle|EN|rule", [.property, .text(0), .property, .text(1)]),
      ("loi|law|fr|en", [.text(0), .text(1), .property, .property]),
      ("a|b|fr|en|x\n\nc|d|fr|en|", [.text(0), .text(1), .property, .property, .property]),
      ("loi|law|fr|en\nrègle|rule|fr|de", nil), ("loi|law|fr|fr", nil), ("loi|fr|en", nil),
      ("loi|law|fr|en|de", nil), ("loi|law|fr|en\nrègle|rule|fr", nil),
    ] as [(String, [ColumnRole]?)])
  func codes(table: String, roles: [ColumnRole]?) throws {
    let columns = LanguageCodeColumns(table.cut(at: "\n").map { $0.cut(at: "|") })?.columns
    #expect(columns?.roles == roles)
    if roles != nil { #expect(columns?.languages == ["fr", "en"]) }
  }

  @Test("never takes a header of one row for codes")
  func codesOfHeader() throws {
    let header = try search("fr|en|note|domain", TableQuestion(fallback: Self.pair))
    #expect(header.headerRow == 0)
    #expect(!header.hasCodes)
    let codes = try search("loi|law|FR|EN")
    #expect(codes.hasCodes && codes.headerRow == nil)
  }

  @Test("refuses a header that names one language, and a row that looks like a header of none")
  func refused() throws {
    #expect(
      try message("fr|note\nloi|x", TableQuestion(pair: Self.pair))
        == "its header names one language only: fr, note")
    #expect(
      try message("Begriff|Bedeutung|Notes\na|b|c", TableQuestion(pair: Self.pair))
        == "its first row looks like a header, but names no languages: Begriff, Bedeutung, Notes")
    for table in ["Begriff|Notes\na|b", "loi|law|a note of the desk on this law", "un|deux|trois"] {
      #expect(try search(table, TableQuestion(pair: Self.pair)).headerRow == nil, "\(table)")
    }
  }

  @Test("takes the row that the user states, and refuses one that is none")
  func asked() throws {
    let table = "x|y\nfr|en\nloi|law"
    #expect(try search(table, TableQuestion(headerRow: 2)).headerRow == 1)
    let none = try search(table, TableQuestion(fallback: Self.pair, headerRow: 0))
    #expect(none.headerRow == nil)
    #expect(none.columns?.languages == ["fr", "en"])
    #expect(try message(table, TableQuestion(headerRow: 4)) == "there is no row 4 for a header")
    let error = try #require(throws: InputError.self) {
      try search(table, TableQuestion(headerRow: 1))
    }
    #expect(error.message == "row 1 names fewer than two languages: x, y")
    #expect(error.line == 1)
  }

  /// The choices `fr=2`, `en=3`.
  private func choices(_ texts: String...) throws -> [ColumnChoice] {
    try texts.map { try #require(ColumnChoice($0)) }
  }

  @Test("gives columns what the user says, and looks for a header among those columns")
  func chosen() throws {
    let named = try search(
      "id|terme|word|remark\n1|loi|law|x",
      TableQuestion(columns: choices("fr=2", "en=C", "note=4")))
    #expect(named.headerRow == nil, "'word' is the name of no column")
    #expect(named.columns?.roles == [.property, .text(0), .text(1), .note])
    #expect(named.columns?.languages == ["fr", "en"])
    let headed = try search(
      "source|x|target\nloi||law", TableQuestion(columns: choices("fr=1", "en=3")))
    #expect(headed.headerRow == 0)
    #expect(headed.columns?.roles == [.text(0), .property, .text(1)])
    let wide = try search("loi|law", TableQuestion(columns: choices("fr=1", "en=2", "de=9")))
    #expect(wide.columns?.roles.count == 9)
    let asked = try search(
      "a|b\nloi|law", TableQuestion(columns: choices("fr=2", "en=1"), headerRow: 1))
    #expect(asked.headerRow == 0)
    #expect(asked.columns?.roles == [.text(1), .text(0)])
    #expect(
      try message("loi|law", TableQuestion(columns: choices("fr=1", "note=2")))
        == "--columns names fewer than two languages")
  }

  @Test("compares the header with the pair that the user or the file's name states")
  func compared() throws {
    let german = "fr|de\nloi|Gesetz"
    let error = try #require(throws: InputError.self) {
      try search(german, TableQuestion(pair: Self.pair, isPairAsked: true))
    }
    #expect(error.message == "the header names fr, de, not fr-en")
    #expect(error.line == 1)
    let named = try search(german, TableQuestion(pair: Self.pair))
    #expect(
      named.warnings == ["the header names fr, de, the file's name says fr-en; the header counts"])
    #expect(named.columns?.languages == ["fr", "de"])
    for header in ["fr|en", "en|fr", "fr-CA|en-GB", "fr|de|en"] {
      let found = try search(header, TableQuestion(pair: Self.pair, isPairAsked: true))
      #expect(found.warnings == [], "\(header)")
    }
  }

  @Test("takes two words of the pair for a row, although they are codes of languages as well")
  func wordsThatAreCodes() throws {
    let first = try search("la|it\nle|the", TableQuestion(pair: Self.pair, isPairAsked: true))
    #expect(first.headerRow == nil)
    #expect(first.columns?.languages == ["fr", "en"])
    #expect(
      first.warnings == ["the first row, la, it, is read as a row of fr-en, not as a header"])
    let later = try search(
      "le|the\nla|it\nun|one", TableQuestion(pair: Self.pair, isPairAsked: true))
    #expect(later.headerRow == nil)
    #expect(later.columns?.languages == ["fr", "en"])
    #expect(later.warnings == [])
    let third = try search("Titre|\nda|sv\nlov|lag", TableQuestion(pair: Self.pair))
    #expect(third.headerRow == 1, "no word of the pair")
  }
}
