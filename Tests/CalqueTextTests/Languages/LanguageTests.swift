import CalqueModel
import CalqueText
import TestSupport
import Testing

@Suite("A language")
struct LanguageTests {
  @Test("is the primary subtag of a tag")
  func primary() {
    #expect(Language("fr-CA") == .french)
    #expect(Language("EN_gb") == .english)
    #expect(Language("de").primary == "de")
    #expect(Language("fra") != .french)
  }

  @Test(
    "is known to ICU, or not",
    arguments: [
      ("fr", true), ("gsw", true), ("en-GB", true), ("md", false), ("txt", false), ("", false),
    ])
  func known(tag: String, isKnown: Bool) {
    #expect(Language(LanguageTag(tag)).isKnown == isKnown)
  }

  @Test("has its own stemmer")
  func stemmers() {
    #expect(Language("fr-BE").stemmer == .french)
    #expect(Language("en-US").stemmer == .english)
    #expect(Language("es").stemmer == .none)
  }
}
