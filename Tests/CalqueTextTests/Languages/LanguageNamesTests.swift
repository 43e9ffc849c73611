import CalqueModel
import CalqueText
import Testing

@Suite("The names of languages")
struct LanguageNamesTests {
  @Test(
    "are known in English, in French and in the language itself, whatever case and accents",
    arguments: [
      ("French", "fr"), ("français", "fr"), ("FRANCAIS", "fr"), ("Anglais", "en"),
      ("english", "en"), ("German", "de"), ("allemand", "de"), ("Deutsch", "de"),
      ("Spanish", "es"), ("espagnol", "es"), ("Español", "es"), ("Italian", "it"),
      ("italien", "it"), ("italiano", "it"), ("Dutch", "nl"), ("néerlandais", "nl"),
      ("Neerlandais", "nl"), ("Portuguese", "pt"), ("portugais", "pt"), ("português", "pt"),
      ("Japanese", "ja"), ("japonais", "ja"), ("日本語", "ja"), ("Русский", "ru"),
      (" Arabe ", "ar"), ("Bokmål", nil),
    ])
  func names(name: String, code: String?) {
    #expect(LanguageNames.language(named: name)?.written == code)
  }

  @Test(
    "are no other words",
    arguments: [
      "", "fr", "note", "source", "Term", "Bonjour", "domaine", "the", "Frenchman",
      String(repeating: "x", count: 1_000),
    ])
  func others(name: String) {
    #expect(LanguageNames.language(named: name) == nil)
  }

  @Test(
    "are said in English, or by the subtag",
    arguments: [("fr-CA", "French"), ("en", "English"), ("de", "German"), ("qqq", "qqq")])
  func english(tag: String, name: String) {
    #expect(LanguageNames.english(Language(LanguageTag(tag))) == name)
  }

  @Test(
    "have codes: all of two letters, and the longer ones in circulation",
    arguments: [
      ("fr", true), ("nb", true), ("zh", true), ("xx", false), ("in", false), ("iw", false),
      ("fra", true), ("fre", true), ("eng", true), ("ast", true), ("new", false), ("tel", false),
      ("men", false), ("old", false), ("", false), ("FR", false), ("french", false),
    ])
  func codes(code: String, isCode: Bool) {
    #expect(LanguageCodes.contains(code) == isCode)
  }
}
