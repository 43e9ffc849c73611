import Testing

@testable import CalqueDocuments

@Suite("Boilerplate of web pages")
struct BoilerplateTests {
  @Test(
    "is told by its beginning, or as a whole line",
    arguments: [
      ("Lire aussi : le sommet", true), ("Lire aussiGrâce aux milliards", true),
      ("À LIRE : le dossier", true), ("Déjà abonné ? Connectez-vous", true), ("Publicité", true),
      ("  Partager  ", true), ("Read more: the summit", true), ("Share", true),
      ("Il vous reste 63 % de cet article à lire.", true),
      ("Partager le pouvoir", false), ("Share the power", false), ("Lire, écrire, compter", false),
      ("", false), ("Le gouvernement", false),
      ("Lire aussi " + String(repeating: "a", count: 300), false),
    ])
  func lines(text: String, isLine: Bool) {
    #expect(Boilerplate.isLine(text) == isLine)
  }
}
