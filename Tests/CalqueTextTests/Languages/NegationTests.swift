import CalqueModel
import CalqueText
import Testing

@Suite("Negations")
struct NegationTests {
  private func count(_ text: String, _ language: Language) -> [String: Int] {
    var scanner = TextScanner()
    let compared = ComparedText(text, stemmer: language.stemmer, using: &scanner)
    let counts = language.rules.negation.count(compared)
    return Dictionary(uniqueKeysWithValues: counts.map { (String(scalars: $0.key), $0.value) })
  }

  @Test("are counted in French, an elided ne as a ne")
  func french() {
    #expect(
      count("Il n'a rien dit, il ne dira rien, et jamais.", .french)
        == ["ne": 2, "rien": 2, "jamais": 1])
    #expect(count("Guère de monde, sans elle", .french) == ["guere": 1, "sans": 1])
    #expect(count("Je sais. It is not so.", .french).isEmpty)
  }

  @Test("are counted in English, contracted or not")
  func english() {
    #expect(
      count("She didn't say no; nobody can’t.", .english) == ["n't": 2, "no": 1, "nobody": 1])
    #expect(count("Il ne dit pas", .english).isEmpty)
  }

  @Test("are counted in no other language")
  func others() {
    #expect(count("Nicht ohne not und ne", Language("de")).isEmpty)
  }
}
