import CalqueModel
import TestSupport
import Testing

@Suite("A language tag")
struct LanguageTagTests {
  @Test("compares without case and underscore, and keeps what was written")
  func comparing() {
    #expect(LanguageTag("en_gb") == LanguageTag("EN-GB"))
    #expect(LanguageTag("en_gb").hashValue == LanguageTag("EN-GB").hashValue)
    #expect(LanguageTag("en_gb").written == "en_gb")
    #expect(LanguageTag("en_gb").description == "en_gb")
    #expect(LanguageTag("en_GB").key == "en-gb")
    #expect(LanguageTag("fr") != LanguageTag("fr-FR"))
    #expect(LanguageTag("É") != LanguageTag("é"), "only A to Z are lowered")
  }

  @Test(
    "has a primary language",
    arguments: [
      ("fr-CA", "fr"), ("FR", "fr"), ("zh_Hant_TW", "zh"), ("", ""), ("-fr", ""), ("x-a", "x"),
    ])
  func primary(tag: String, primary: String) {
    #expect(LanguageTag(tag).primary == primary)
  }

  @Test(
    "answers for another: exact, bare language, region, or not at all",
    arguments: [
      ("fr", "fr", LanguageTag.Fit.exact), ("fr_ca", "FR-CA", .exact), ("fr", "fr-CA", .language),
      ("fr-CA", "fr", .region), ("en-GB", "en-US", .region), ("en-GB", "en-GB-oed", .region),
      ("de", "fr", nil), ("fra", "fr", nil), ("fr", "fra", nil), ("fr-CA", "frc", nil),
    ])
  func fit(tag: String, asked: String, fit: LanguageTag.Fit?) {
    #expect(LanguageTag(tag).fit(asked: LanguageTag(asked)) == fit)
  }

  @Test("orders its answers best first")
  func order() {
    let fits: [LanguageTag.Fit] = [.region, .exact, .language]
    #expect(fits.sorted() == [.exact, .language, .region])
    let tags: [LanguageTag] = ["en-GB", "en", "en-US"]
    let best = tags.min {
      ($0.fit(asked: "en-US") ?? .region) < ($1.fit(asked: "en-US") ?? .region)
    }
    #expect(best == "en-US")
  }

  @Test(
    "knows the shape of BCP 47",
    arguments: [
      ("fr", true), ("fra", true), ("zh-Hant-TW", true), ("x-klingon", true), ("i-default", true),
      ("sl-rozaj-biske-1994", true), ("de-1996", true), ("EN_gb", true), ("en-12345678", true),
      ("", false), ("french", false), ("f", false), ("x", false), ("a-b", false), ("fr--FR", false),
      ("fr-", false), ("-fr", false), ("fr FR", false), ("1a", false), ("é", false),
      ("fr-é", false), ("en-123456789", false), ("f1", false), ("fr.FR", false),
    ])
  func shape(tag: String, isWellFormed: Bool) {
    #expect(LanguageTag(tag).isWellFormed == isWellFormed)
  }
}
