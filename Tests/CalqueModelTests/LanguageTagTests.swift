import CalqueModel
import Testing

@Suite("A language tag")
struct LanguageTagTests {
  @Test("compares without case and underscore, and keeps what was written")
  func comparing() {
    #expect(LanguageTag("en_gb") == LanguageTag("EN-GB"))
    #expect(LanguageTag("en_gb").written == "en_gb")
    #expect(LanguageTag("fr-CA").primary == "fr")
  }

  @Test(
    "answers for another: exact, bare language, region, or not at all",
    arguments: [
      ("fr", "fr", LanguageTag.Fit.exact), ("fr", "fr-CA", .language), ("fr-CA", "fr", .region),
      ("en-GB", "en-US", .region), ("de", "fr", nil), ("fra", "fr", nil),
    ])
  func fit(tag: String, asked: String, fit: LanguageTag.Fit?) {
    #expect(LanguageTag(tag).fit(asked: LanguageTag(asked)) == fit)
  }

  @Test(
    "knows the shape of BCP 47",
    arguments: [
      ("fr", true), ("zh-Hant-TW", true), ("x-klingon", true), ("i-default", true), ("", false),
      ("french", false), ("f", false), ("fr--FR", false), ("fr FR", false), ("1a", false),
    ])
  func shape(tag: String, isWellFormed: Bool) {
    #expect(LanguageTag(tag).isWellFormed == isWellFormed)
  }
}
