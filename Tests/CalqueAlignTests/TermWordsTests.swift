import Testing

@testable import CalqueAlign

@Suite("The words of a glossary's terms")
struct TermWordsTests {
  @Test("are those of short terms that the texts hold; the more frequent translation is likelier")
  func words() throws {
    var (source, target) = (Vocabulary(), Vocabulary())
    let summit = source.read("le sommet")[1]
    let words = target.read("summit summit summit summit peak meeting")
    let terms = [
      TermPair(source: "sommet", target: "summit"), TermPair(source: "Sommet", target: "peak"),
      TermPair(source: "sommet", target: "peak"), TermPair(source: "sommet", target: "apex"),
      TermPair(source: "sommet de haut niveau", target: "meeting"),
    ]
    let found = TermWords(terms, source, target)
    #expect(found.source == [summit])
    #expect(found.forward.count == 2)
    let probability = Dictionary(uniqueKeysWithValues: found.forward.map { ($0.second, $0.value) })
    let (likely, other) = try (
      #require(probability[words[0]]), #require(probability[words[4]])
    )
    #expect(abs(likely + other - 0.7) < 1e-5)
    #expect(likely > other)
    #expect(found.backward.allSatisfy { $0.second == summit && $0.value == 0.7 })
  }
}
