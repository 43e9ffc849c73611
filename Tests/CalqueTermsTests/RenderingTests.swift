import CalqueModel
import CalqueTerms
import Testing

@Suite("Translations of a term")
struct RenderingTests {
  private func texts(_ terms: [Term], _ language: LanguageTag = "en", at date: String = "2023-11")
    throws -> [String]
  {
    try texts(terms, language, of: nil, at: date)
  }

  private func texts(
    _ terms: [Term], _ language: LanguageTag = "en", of source: String?, at date: String = "2023-11"
  ) throws -> [String] {
    let date = try #require(PartialDate(date))
    return Concept(terms: terms).renderings(in: language, at: date, of: source).map(\.term.text)
  }

  @Test("come preferred, admitted, forbidden")
  func status() throws {
    let terms = [
      Term(language: "fr", text: "sommet"),
      Term(language: "en", text: "top", status: .forbidden),
      Term(language: "en", text: "summit meeting", status: .admitted),
      Term(language: "en", text: "summit"),
    ]
    #expect(try texts(terms) == ["summit", "summit meeting", "top"])
    #expect(try texts(terms, "fr") == ["sommet"])
  }

  @Test("come plain before metonym")
  func metonym() throws {
    let terms = [
      Term(language: "fr", text: "Bercy", flags: .metonym),
      Term(language: "fr", text: "ministère de l'Économie"),
      Term(language: "fr", text: "Économie", status: .admitted),
    ]
    #expect(try texts(terms, "fr") == ["ministère de l'Économie", "Bercy", "Économie"])
  }

  @Test("that do not hold at the date come behind those that do, before what is forbidden")
  func validity() throws {
    let terms = [
      Term(language: "en", text: "wrong", status: .forbidden),
      Term(language: "en", text: "old", validity: try #require(Validity("..2022"))),
      Term(language: "en", text: "new", status: .admitted),
    ]
    #expect(try texts(terms) == ["new", "old", "wrong"])
    #expect(try texts(terms, at: "2021") == ["old", "new", "wrong"])
  }

  @Test("come in the language asked for, then in its regions; another region's come last")
  func regions() throws {
    let terms = [
      Term(language: "en-US", text: "defense", status: .admitted),
      Term(language: "en-GB", text: "defence"), Term(language: "en", text: "defence ministry"),
      Term(language: "en", text: "ministry", status: .admitted),
    ]
    #expect(try texts(terms, "en-GB") == ["defence", "defence ministry", "ministry", "defense"])
    #expect(try texts(terms, "en-US") == ["defense", "defence ministry", "ministry", "defence"])
    #expect(try texts(terms, "en") == ["defence ministry", "ministry", "defence", "defense"])
  }

  @Test("of an acronym are the acronyms of the other language first, of its long form the long one")
  func acronyms() throws {
    let terms = [
      Term(language: "fr", text: "produit intérieur brut"),
      Term(language: "en", text: "gross domestic product"),
      Term(language: "en", text: "output", status: .admitted),
      Term(language: "en", text: "GDP", status: .admitted),
      Term(language: "en", text: "PIB", status: .forbidden),
    ]
    #expect(
      try texts(terms, of: "PIB") == ["GDP", "gross domestic product", "output", "PIB"])
    #expect(
      try texts(terms, of: "produit intérieur brut") == [
        "gross domestic product", "output", "GDP", "PIB",
      ])
    let agency = [
      Term(language: "fr", text: "DGSI"), Term(language: "en", text: "domestic intelligence"),
      Term(language: "en", text: "DGSI", status: .admitted),
    ]
    #expect(try texts(agency, of: "DGSI") == ["DGSI", "domestic intelligence"])
  }

  @Test("leave out what is only recognised")
  func recognisedOnly() throws {
    let terms = [
      Term(language: "fr", text: "Sénat"), Term(language: "en", text: "upper house", type: .form),
      Term(language: "en", text: "Senate"), Term(language: "en", text: "Sen", flags: .sourceOnly),
    ]
    #expect(try texts(terms) == ["Senate"])
  }
}
