import CalqueModel
import CalqueText
import Testing

@Suite("The rules of a language")
struct LanguageRulesTests {
  private static func rules(_ tag: LanguageTag) -> any LanguageRules.Type { Language(tag).rules }

  @Test(
    "are those of the tag's primary subtag",
    arguments: [
      ("fr", "fr"), ("FR-CA", "fr"), ("en_gb", "en"), ("de-AT", "de"), ("pt-BR", "pt"),
      ("ja", "und"), ("fra", "und"), ("x-fr", "und"), ("", "und"),
    ])
  func finding(tag: String, primary: String) {
    #expect(Self.rules(LanguageTag(tag)).primary == primary)
  }

  @Test("are neutral for a language that has none")
  func neutral() {
    let rules = Self.rules("ja")
    #expect(rules.articles.isEmpty && rules.particles.isEmpty && rules.signsOfVerbs.isEmpty)
    #expect(rules.functionWords.all.isEmpty && rules.yes.isEmpty)
    #expect(rules.calendar.months.isEmpty && !rules.webPhrases.holds("read more"))
    #expect(!rules.mayLackCircumflex("ile") && !rules.putsMonthFirst("en-US"))
    var word = "maisons".unicodeScalars.map(\.value)
    rules.stemmer.stem(&word)
    #expect(word.count == 7)
  }

  @Test("are of languages that differ, each by a code of two letters that ICU knows")
  func registry() {
    let codes = Language.all.map { $0.primary }
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { LanguageCodes.twoLetters.contains($0) })
    #expect(Language.french.rules.primary == "fr" && Language.english.rules.primary == "en")
  }

  @Test(
    "list words as texts are compared: folded",
    arguments: ["fr", "en", "de", "es", "it", "nl", "pt"] as [LanguageTag])
  func folding(tag: LanguageTag) {
    let rules = Self.rules(tag)
    let lists = [
      rules.functionWords.all, Array(rules.articles), Array(rules.signsOfVerbs),
      Array(rules.particles), rules.calendar.months.flatMap(\.self),
      Array(rules.calendar.ordinals), Array(rules.calendar.joiners), rules.webPhrases.beginnings,
      Array(rules.webPhrases.whole),
    ]
    for word in lists.flatMap(\.self) {
      #expect(folded(word) == word)
      #expect(!word.isEmpty)
    }
    #expect(Set(rules.functionWords.all).count == rules.functionWords.all.count)
    #expect(rules.functionWords.all.allSatisfy { $0.utf8.count > 1 })
  }

  @Test(
    "give a language its articles",
    arguments: [
      ("fr", "l'", true), ("fr", "the", false),
      ("en", "the", true), ("en", "la", false), ("de", "der", false),
    ])
  func articles(tag: String, word: String, isArticle: Bool) {
    #expect(Self.rules(LanguageTag(tag)).articles.contains(word) == isArticle)
  }

  @Test(
    "tell what follows a hyphen without making a compound, in French alone",
    arguments: [
      ("fr", "la", true), ("fr", "midi", false), ("en", "on", false), ("en", "la", false),
    ])
  func particles(tag: String, word: String, isParticle: Bool) {
    #expect(Self.rules(LanguageTag(tag)).particles.contains(word) == isParticle)
  }

  @Test(
    "tell where the word before shows a verb",
    arguments: [("fr", "il", true), ("fr", "to", false), ("en", "to", true), ("en", "il", false)])
  func verbs(tag: String, word: String, isSign: Bool) {
    #expect(Self.rules(LanguageTag(tag)).signsOfVerbs.contains(word) == isSign)
  }

  @Test(
    "forgive a missing circumflex in French, but where it tells two words apart",
    arguments: [
      ("fr", "ile", true), ("fr", "sur", false), ("fr", "mur", false), ("en", "ile", false),
    ]
  )
  func circumflex(tag: String, word: String, isForgiven: Bool) {
    #expect(Self.rules(LanguageTag(tag)).mayLackCircumflex(word) == isForgiven)
  }

  @Test(
    "put the month first in the United States alone",
    arguments: [
      ("en-US", true), ("en_us", true), ("en", false), ("en-GB", false), ("fr-US", false),
    ])
  func monthFirst(tag: String, isFirst: Bool) {
    let tag = LanguageTag(tag)
    #expect(Self.rules(tag).putsMonthFirst(tag) == isFirst)
  }

  @Test(
    "know twelve months", arguments: [("fr", "aout", 8), ("fr", "dec", 12), ("en", "may", 5)])
  func months(tag: String, name: String, number: Int) {
    let months = Self.rules(LanguageTag(tag)).calendar.months
    #expect(months.count == 12)
    #expect(months.firstIndex { $0.contains(name) } == number - 1)
  }

  @Test(
    "know what a web page adds",
    arguments: [
      ("fr", "lire aussigrace aux milliards", true), ("fr", "partager", true),
      ("fr", "partager le pouvoir", false), ("fr", "read more: x", false),
      ("en", "read more: x", true), ("en", "share", true), ("en", "share the power", false),
    ])
  func webPhrases(tag: String, line: String, isAdded: Bool) {
    #expect(Self.rules(LanguageTag(tag)).webPhrases.holds(line) == isAdded)
  }
}
