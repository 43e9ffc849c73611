import CalqueModel
import TestSupport
import Testing

@testable import CalqueFormats

@Suite("A concept as a row")
struct RowWritingTests {
  /// The cells of a concept under a header, joined by `|`, and what they lose.
  private func row(
    _ header: String, _ concept: Concept, isSpreadsheet: Bool = false
  ) throws -> (cells: String, losses: [String: Int]) {
    let columns = try #require(Columns(header: header.cut(at: "|"), pair: nil))
    var output = Output()
    let cells = columns.row(of: concept, isSpreadsheet: isSpreadsheet, losses: &output)
    return (cells.joined(separator: "#"), output.losses)
  }

  private func term(
    _ language: LanguageTag, _ text: String, _ status: TermStatus = .preferred,
    type: TermType? = nil
  ) -> Term {
    Term(language: language, text: text, status: status, type: type)
  }

  private var concept: Concept {
    Concept(terms: [
      term("fr", "loi"), term("fr", "texte", .admitted), term("en", "law"),
      term("en", "act", .admitted), term("en", "bill", .forbidden),
      term("en", "laws", .admitted, type: .form),
    ])
  }

  @Test("has every term of a language in its cell where no column takes synonyms")
  func joined() throws {
    let (cells, losses) = try row("fr|en", concept)
    #expect(cells == "loi|texte#law|act")
    #expect(losses == ["forbidden term": 1, "term in en": 1])
  }

  @Test("has synonyms, forms and forbidden terms in the columns that are named after them")
  func ownLayout() throws {
    let (cells, losses) = try row("fr|en|fr_variants|en_variants|en_forms|en_avoid", concept)
    #expect(cells == "loi#law#texte#act#laws#bill")
    #expect(losses == [:])
    let (some, lost) = try row("fr|en|en_avoid", concept)
    #expect(some == "loi#law#bill")
    #expect(lost == ["term in fr": 1, "term in en": 2])
  }

  @Test("puts one term into each of several columns of a language, the rest into the last")
  func repeated() throws {
    let terms = Concept(terms: [
      term("fr", "a", .admitted), term("fr", "b"), term("fr", "c", .admitted),
      term("fr", "d", .admitted), term("en", "x"),
    ])
    #expect(try row("fr|fr|en", terms).cells == "b#a|c|d#x", "the preferred one comes first")
  }

  @Test("writes a forbidden term only where a column says that it is one")
  func forbidden() throws {
    let terms = Concept(terms: [term("fr", "loi"), term("en", "bill", .forbidden)])
    for (header, cells) in [
      ("fr|en", "loi#"), ("fr|en|status", "loi#bill#forbidden"),
      ("fr|en|forbidden", "loi#bill#TRUE"), ("fr|status|en|status", "loi#preferred#bill#forbidden"),
      ("fr|en|en_avoid", "loi##bill"),
    ] {
      #expect(try row(header, terms).cells == cells, "\(header)")
    }
    let raw = Concept(terms: [
      term("fr", "loi"),
      Term(language: "en", text: "act", status: .admitted, rawStatus: "toléré"),
    ])
    #expect(try row("fr|en|statut", raw).cells == "loi#act#toléré")
    var stale = raw
    stale.terms[1].status = .preferred
    #expect(
      try row("fr|en|statut", stale).cells == "loi#act#preferred", "the word says less by now")
  }

  @Test("has the fields of the row, of its first term, and of each term")
  func fields() throws {
    var concept = Concept(
      externalID: "7", domains: ["pol", "eco"], definition: "d", note: "n",
      terms: [
        Term(
          language: "fr", text: "loi", partOfSpeech: "noun", gender: "f",
          flags: [.metonym, .caseSensitive], validity: Validity("2020..") ?? Validity(),
          example: "Une loi."),
        Term(language: "en", text: "law", example: "A law.", note: "m"),
      ])
    let (cells, losses) = try row(
      "id|fr|en|note|domain|definition|pos|gender|flags|valid|example_fr|example_en", concept)
    #expect(cells == "7#loi#law#n#pol|eco#d#noun#f#metonym|case#2020..#Une loi.#A law.")
    #expect(losses == [:])
    let (bare, lost) = try row("fr|en", concept)
    #expect(bare == "loi#law")
    #expect(lost == ["id": 1, "domain": 1, "definition": 1, "note": 1])
    let (own, _) = try row("fr|note|en|note", concept)
    #expect(own == "loi##law#m")
    concept.addNote("for the English", from: "en")
    #expect(try row("fr|en|note|note_en", concept).cells == "loi#law#n#for the English")
  }

  @Test("keeps a value as its file wrote it while that is still true")
  func asWritten() throws {
    let columns = try #require(Columns(header: "fr|en|flags|valid".cut(at: "|"), pair: nil))
    let cells = ["loi", "law", "case|metonym|shiny", "2020-01-01..2020-01-01"]
    var concept = try #require(
      RowReader(columns, splits: true, isSpreadsheet: false).concept(cells))
    var output = Output()
    #expect(columns.row(of: concept, isSpreadsheet: false, losses: &output) == cells)
    concept.terms[0].flags.remove(.metonym)
    concept.terms[0].validity = Validity()
    let changed = columns.row(of: concept, isSpreadsheet: false, losses: &output)
    #expect(changed == ["loi", "law", "case", ""])
  }

  @Test("of a spreadsheet is the row that was read until the concept says something else")
  func keptCells() throws {
    let columns = try #require(Columns(header: "fr|en|note".cut(at: "|"), pair: nil))
    let cells = ["loi n. f. ; texte", " law", "n", "beyond"]
    let read = try #require(RowReader(columns, splits: true).concept(cells))
    var output = Output()
    #expect(columns.row(of: read, isSpreadsheet: true, losses: &output) == cells)
    var changed = read
    changed.terms[0].text = "règle"
    #expect(
      columns.row(of: changed, isSpreadsheet: true, losses: &output)[..<3]
        == ["règle|texte", "law", "n"])
    var noted = read
    noted.note = "m"
    #expect(columns.row(of: noted, isSpreadsheet: true, losses: &output)[2] == "m")
  }

  @Test("comes back from any table of terms, whatever the cells hold", arguments: 0..<40)
  func random(number: Int) throws {
    let seed = UInt64.random(in: 1...1_000_000)
    var random = SplitMix64(seed: seed)
    let headers = [
      "fr|en", "fr|en|note|status", "id|fr|gender|en|status|note", "en|fr|fr|domain",
      "fr|en|de|definition|flags|valid", "fr|en|fr_variants|en_avoid|en_forms|pos",
      "forbidden|fr|en|example", "fr|status|en|status|x",
    ]
    let pieces = [
      "loi", "law", "n. m.", ";", " / ", "|", "(PIB)", "(e)", "'=1", "", " ", "metonym", "2020..",
      "interdit", "x", "\n", "é", "-", "fr-en", "admis", "[a", "m", "\"", "état",
    ]
    let header = headers[random.number(below: headers.count)].cut(at: "|")
    let columns = try #require(Columns(header: header, pair: nil))
    for _ in 0..<40 {
      let cells = (0..<(header.count + random.number(below: 2))).map { _ in
        (0..<random.number(below: 4)).map { _ in pieces[random.number(below: pieces.count)] }
          .joined(separator: random.number(below: 2) == 0 ? " " : "")
      }
      let reader = RowReader(columns, splits: true, minimum: 1)
      guard let concept = reader.concept(cells) else { continue }
      var output = Output()
      let written = columns.row(of: concept, isSpreadsheet: true, losses: &output)
      // A blank cell says nothing, and cells behind the last column that are empty need not be.
      func plain(_ row: [String]) -> [String] {
        var row = row.map { $0.isBlank ? "" : $0 }
        while row.last == "" { row.removeLast() }
        return row
      }
      #expect(plain(written) == plain(cells), "seed \(seed), \(header)")
    }
  }
}
