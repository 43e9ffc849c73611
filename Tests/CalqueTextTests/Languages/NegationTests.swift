import CalqueModel
import CalqueText
import Testing

@Suite("Negations")
struct NegationTests {
  private func count(_ text: String, _ language: Language) -> Int {
    var scanner = TextScanner()
    let compared = ComparedText(text, stemmer: language.stemmer, using: &scanner)
    return language.rules.negation.count(compared)
  }

  @Test(
    "are counted in French, the two words of one negation as one",
    arguments: [
      ("Il ne dit rien.", 1), ("Il ne dit pas.", 1), ("Il n’a jamais dit.", 1),
      ("Il n'a dit que cela.", 0), ("Il ne dit plus que cela.", 1), ("Personne ne dit mot.", 1),
      ("Il ne saurait dire.", 1), ("Il ne dit rien, il ne fait rien.", 2),
      ("Pas de réponse, sans elle", 2), ("Il dit que c'est plus.", 0), ("Non, ni lui.", 2),
      ("Il le dit.", 0), ("It is not so.", 0), ("", 0),
    ])
  func french(text: String, count: Int) { #expect(self.count(text, .french) == count) }

  @Test(
    "are counted in English, contracted or not",
    arguments: [
      ("She didn't say no; nobody can’t.", 4), ("She did not say.", 1), ("Il ne dit pas", 0),
    ])
  func english(text: String, count: Int) { #expect(self.count(text, .english) == count) }

  @Test("are counted in no other language")
  func others() { #expect(count("Nicht ohne not und ne", Language("de")) == 0) }
}
