import CalqueModel
import Testing

@testable import CalqueFormats

@Suite("A row of terms")
struct RowReaderTests {
  /// Reads a row under a header, cells apart by `|`.
  private func concept(
    _ header: String, _ row: String, splits: Bool = true, minimum: Int = 2,
    domain: String? = nil, isSpreadsheet: Bool = true, warnings: inout [String]
  ) throws -> Concept? {
    let columns = try #require(Columns(header: header.cut(at: "|"), pair: nil))
    let reader = RowReader(
      columns, splits: splits, isSpreadsheet: isSpreadsheet, minimum: minimum, domain: domain)
    return reader.concept(row.cut(at: "|")) { warnings.append("\($1 + 1): \($0)") }
  }

  private func concept(
    _ header: String, _ row: String, splits: Bool = true, minimum: Int = 2,
    domain: String? = nil, isSpreadsheet: Bool = true
  ) throws -> Concept? {
    var warnings = [String]()
    let concept = try concept(
      header, row, splits: splits, minimum: minimum, domain: domain,
      isSpreadsheet: isSpreadsheet, warnings: &warnings)
    #expect(warnings == [])
    return concept
  }

  @Test("needs terms in as many languages as it is asked for")
  func minimum() throws {
    #expect(try concept("fr|en", "loi|") == nil)
    #expect(try concept("fr|en", "loi|", minimum: 1)?.terms.map(\.text) == ["loi"])
    #expect(try concept("fr|en", " |\u{9}", minimum: 1) == nil)
    #expect(try concept("fr|fr|en", "loi|règle|") == nil, "two terms, one language")
    #expect(try concept("fr|en", "loi") == nil)
    #expect(try concept("fr|en|de", "loi||Gesetz")?.terms.map(\.language) == ["fr", "de"])
  }

  @Test("joins two notes of one row, and gives notes beside their terms to them")
  func notes() throws {
    let header = ["fr", "en", "note", "remarque"]
    let columns = Columns(
      roles: [.text(0), .text(1), .note, .note], names: header,
      pair: LanguagePair(source: "fr", target: "en"))
    let row = ["loi", "law", "one", "two"]
    #expect(RowReader(columns, splits: true).concept(row)?.note == "one\ntwo")
    let own = try concept("fr|note|en|note", "loi|a|law|b")
    #expect(own?.note == nil)
    #expect(own?.terms.map(\.note) == ["a", "b"])
  }

  @Test("has subject fields, of several columns each once, and else the one that was asked for")
  func domains() throws {
    #expect(try concept("fr|en|domain", "a|b|pol")?.domains == ["pol"])
    let columns = try #require(Columns(header: ["fr", "en", "domain", "category"], pair: nil))
    let reader = RowReader(columns, splits: true, domain: "standard")
    #expect(reader.concept(["a", "b", "pol| eco", "law|pol"])?.domains == ["pol", "eco", "law"])
    #expect(reader.concept(["a", "b", ""])?.domains == ["standard"])
    #expect(reader.concept(["a", "b", "|", ""])?.domains == ["standard"])
  }

  @Test(
    "gives the first term that nobody forbids the preference, and each what its cell says",
    arguments: [
      ("fr|en", "a;b|c;d", ["a +", "b ~", "c +", "d ~"]),
      ("fr|en|status", "a;b|c;d|admis", ["a +", "b ~", "c ~", "d ~"]),
      ("fr|en|status", "a|c;d|preferred", ["a +", "c +", "d ~"]),
      ("fr|en|status", "a|c;d|interdit", ["a +", "c !", "d !"]),
      ("fr|en|status", "a|c|strange", ["a +", "c ~"]),
      ("fr|status|en|status", "a|admitted|c|obsolete", ["a ~", "c !"]),
      ("fr|fr|en", "a|b|c", ["a +", "b ~", "c +"]), ("fr|en|forbidden", "a|c|oui", ["a +", "c !"]),
      ("fr|en|forbidden", "a|c|no", ["a +", "c +"]), ("fr|en|forbidden", "a|c|x", ["a +", "c !"]),
      ("fr|en|en_avoid", "a|b|c", ["a +", "b +", "c !"]),
      ("fr|en|fr_variants", "a|b|c", ["a +", "b +", "c ~"]),
      ("fr|en|en_forms", "a|b|c", ["a +", "b +", "c ~"]),
    ])
  func statuses(header: String, row: String, expected: [String]) throws {
    let signs: [TermStatus: String] = [.preferred: "+", .admitted: "~", .forbidden: "!"]
    var warnings = [String]()
    let concept = try concept(header, row, warnings: &warnings)
    #expect(concept?.terms.map { "\($0.text) \(signs[$0.status] ?? "")" } == expected)
    #expect(warnings.count == (row.contains("strange") ? 1 : 0))
  }

  @Test("keeps the word of a status beside the status, unless it is the model's own")
  func rawStatuses() throws {
    func raw(_ word: String) throws -> String?? {
      var warnings = [String]()
      return try concept("fr|en|status", "a|b|\(word)", warnings: &warnings)?.terms[1].rawStatus
    }
    #expect(try raw("admitted") == .some(nil))
    #expect(try raw("Admitted") == "Admitted")
    #expect(try raw("à éviter") == "à éviter")
    #expect(try raw("strange") == .some(nil), "the property has it")
    var warnings = [String]()
    let odd = try concept("fr|en|status", "a|b|strange", warnings: &warnings)
    #expect(odd?.meta.properties == [Meta.Property(type: "status", value: "strange")])
    #expect(warnings == ["3: " + StatusWords.unknown("strange")])
  }

  @Test("gives gender to the first language's terms, and a column beside a term to that term")
  func genders() throws {
    #expect(
      try concept("fr|en|gender", "loi;règle|law|féminin")?.terms.map(\.gender) == ["f", "f", nil])
    #expect(
      try concept("fr|en|gender", "loi nf;texte nm|law|m")?.terms.map(\.gender) == ["f", "m", nil],
      "a mark of the term's own comes first")
    #expect(
      try concept("fr|gender|de|gender", "loi|f|Gesetz|n")?.terms.map(\.gender) == ["f", "n"])
    #expect(
      try concept("fr|en|pos", "loi|law|noun")?.terms.map(\.partOfSpeech) == ["noun", "noun"])
  }

  @Test("gives an example to the first term alone")
  func examples() throws {
    #expect(
      try concept("fr|en|exemple", "loi;règle|law;rule|The law says so.")?.terms.map(\.example)
        == [nil, nil, "The law says so.", nil], "to the column before it")
    #expect(
      try concept("fr|exemple|en|exemple", "loi|Une loi.|law|A law.")?.terms.map(\.example)
        == ["Une loi.", "A law."])
  }

  @Test("is taken apart only where nobody says no and no column holds synonyms")
  func splitting() throws {
    #expect(try concept("fr|en", "a;b|c", splits: false)?.terms.map(\.text) == ["a;b", "c"])
    #expect(
      try concept("fr|en|fr_variants", "a;b|c|d")?.terms.map(\.text) == ["a;b", "c", "d"])
    #expect(try concept("fr|en", " a |\tb ", splits: false)?.terms.map(\.text) == ["a", "b"])
  }

  @Test("loses the apostrophe that disarms a formula, in a spreadsheet alone")
  func apostrophes() throws {
    let row = "'=a|'b"
    #expect(try concept("fr|en", row)?.terms.map(\.text) == ["=a", "'b"])
    #expect(try concept("fr|en", row, isSpreadsheet: false)?.terms.map(\.text) == ["'=a", "'b"])
    for (text, undisarmed) in [
      ("'=1", "=1"), ("'+1", "+1"), ("'-1", "-1"), ("'@a", "@a"), ("''=1", "'=1"), ("'a", "'a"),
      ("'", "'"), ("", ""), ("=1", "=1"), ("a'=", "a'="),
    ] {
      #expect(text.undisarmed == undisarmed)
      #expect(undisarmed.disarmed.undisarmed == undisarmed)
    }
  }

  @Test("keeps a cell as written where a writer would write it in another way")
  func cells() throws {
    func kept(_ row: String) throws -> [Int: String]? {
      try concept("fr|en|note", row)?.meta.cells
    }
    #expect(try kept("loi|law|n") == [:])
    #expect(try kept("loi n. f.|law|") == [0: "loi n. f."])
    #expect(try kept("loi ; règle| law|") == [0: "loi ; règle", 1: " law"])
    #expect(try kept("loi|law| ") == [:], "a blank cell says nothing")
    #expect(try concept("fr|en", "loi ;|law", isSpreadsheet: false)?.meta.cells == [:])
    #expect(Meta.cell(0) == "cell:1" && Meta.isCell("cell:12") && !Meta.isCell("cells"))
  }

  @Test("passes over the sign of an empty cell")
  func void() throws {
    var columns = try #require(Columns(header: ["fr", "en", "note"], pair: nil))
    columns.void = "-"
    let reader = RowReader(columns, splits: true, isSpreadsheet: false)
    #expect(reader.concept(["loi", "law", "-"])?.note == nil)
    #expect(reader.concept(["loi", "-", "n"]) == nil)
    #expect(reader.concept(["loi", "law", "--"])?.note == "--")
  }

  @Test("lists are joined by bars, without blanks and empty items")
  func lists() {
    #expect("a|b".listItems == ["a", "b"])
    #expect(" a ||\u{9}b | ".listItems == ["a", "b"])
    #expect("".listItems == [])
    #expect("|".listItems == [])
  }
}
