import CalqueModel
import CalqueText
import Testing

@Suite("Light stems")
struct StemmerTests {
  @Test(
    "join the forms of a word and little else",
    arguments: [
      ("fr", "chevaux", "cheval"), ("fr", "maisons", "maison"), ("fr", "heureuse", "heureu"),
      ("fr", "heureuses", "heureu"), ("fr", "nationales", "national"), ("fr", "premiere", "premi"),
      ("fr", "premier", "premi"), ("fr", "nationaux", "national"), ("fr", "des", "de"),
      ("fr", "un", "un"), ("fr", "es", "es"), ("en", "cities", "city"), ("en", "summits", "summit"),
      ("en", "glass", "glass"), ("en", "bus", "bus"), ("en", "heroes", "heroe"),
      ("en", "gas", "gas"),
      ("de", "haeuser", "haeuser"), ("ja", "x", "x"), ("fr", "", ""),
    ])
  func stems(tag: String, word: String, stem: String) {
    #expect(CalqueText.stem(word, in: Language(LanguageTag(tag))) == stem)
  }
}
