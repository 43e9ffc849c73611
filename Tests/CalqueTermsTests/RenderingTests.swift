import CalqueModel
import CalqueTerms
import Testing

@Suite("Translations of a term")
struct RenderingTests {
  private func texts(_ terms: [Term], _ language: LanguageTag = "en", at date: String = "2023-11")
    throws -> [String]
  {
    let date = try #require(PartialDate(date))
    return Concept(terms: terms).renderings(in: language, at: date).map(\.term.text)
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

  @Test("come in the language asked for before its regions")
  func regions() throws {
    let terms = [
      Term(language: "en-US", text: "defense"), Term(language: "en-GB", text: "defence"),
      Term(language: "en", text: "defence ministry"),
    ]
    #expect(try texts(terms, "en-GB") == ["defence", "defence ministry", "defense"])
    #expect(try texts(terms, "en") == ["defence ministry", "defense", "defence"])
  }
}
