import Testing

@testable import CalqueAlign

@Suite("What is known of words")
struct WordFactsTests {
  /// The certainty of each source word of a text, beside a translation.
  private func certainties(_ source: String, _ target: String) -> [String: Float] {
    var lexicon = BilingualLexicon()
    for (french, english) in [("maison", "house"), ("jardin", "garden")] {
      lexicon.add(
        Array(french.utf8)[...], Array(english.utf8)[...], forward: 0.8, backward: 0.7)
    }
    var (first, second) = (Vocabulary(), Vocabulary())
    _ = first.read(source)
    _ = second.read(target)
    let model = LexicalModel(WordPrior(first, second, lexicons: [lexicon]), first, second)
    return Dictionary(
      uniqueKeysWithValues: first.counts.indices.map { word in
        (String(decoding: first.stems[word], as: UTF8.self), model.source.certainties[word])
      })
  }

  @Test("is most for words whose translations the other text holds, and nothing for unknown words")
  func certainty() throws {
    let found = certainties("maison jardin xyzzy 1954 7", "house 12")
    let (house, garden) = try (#require(found["maison"]), #require(found["jardin"]))
    #expect(house >= 0.8)
    #expect(garden < house)
    #expect(garden > 0.5)
    #expect(found["xyzzy"] == 0)
    #expect(try #require(found["1954"]) > 0.5)
    #expect(found["7"] == 0)
  }

  @Test("weighs a translation that is nowhere in a long text less")
  func longText() throws {
    let long = String(repeating: "jardin ", count: 6_000)
    let found = try #require(certainties(long, "house")["jardin"])
    #expect(found > 0)
    #expect(found < 0.2)
  }
}
