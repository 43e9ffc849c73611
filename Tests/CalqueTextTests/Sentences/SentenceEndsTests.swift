import CalqueModel
import TestSupport
import Testing

@testable import CalqueText

@Suite("The judge of sentences")
struct SentenceEndsTests {
  private func judge(_ text: String) -> SentenceEnds {
    SentenceEnds(Array(text.utf16), rules: French.sentences)
  }

  @Test(
    "proposes what ICU passes over",
    arguments: [
      ("Oui… puis", [5]), ("Oui. 30 pays", [5]), ("Fin.[1] Oui", [8]), ("Fin.[a] Oui", []),
      ("a. b", [3]),
      ("Oui.Non", []), ("« Oui. » Non", [7]), ("Oui.", []), ("Oui. ", [5]), ("?! Oui", [3]),
      ("", []),
    ])
  func proposals(text: String, places: [Int]) {
    #expect(judge(text).proposals(with: []) == places)
  }

  @Test("puts its own proposals among those of ICU, each once")
  func merging() {
    #expect(judge("Oui… puis. Non").proposals(with: [11, 14]) == [5, 11, 14])
    #expect(judge("a").proposals(with: [3, 1, 3, 2, 1]) == [1, 2, 3])
  }

  @Test("finds words in a stretch")
  func words() {
    let judge = judge("« » a … 1")
    #expect(!judge.hasWord(0..<4))
    #expect(judge.hasWord(0..<5))
    #expect(!judge.hasWord(5..<8))
    #expect(judge.hasWord(5..<9))
    #expect(!judge.hasWord(9..<9))
  }

  @Test(
    "cuts where a sentence ends, past closing marks",
    arguments: [
      ("Oui. Non", 5, 5), ("Oui. » Non", 5, 7), ("Oui.  » ) Non", 6, 10), ("Oui. non", 5, nil),
      ("Oui. , Non", 5, nil), ("Oui.", 4, nil), ("M. Non", 3, nil), ("1. Non", 3, nil),
      ("IV. Non", 4, nil), ("A. Non", 3, nil), ("… Non", 2, nil), ("Oui. … Puis", 5, 5),
      ("Oui. [...] ce", 5, 5), ("Oui Non", 4, 4),
    ] as [(String, Int, Int?)])
  func cutting(text: String, proposal: Int, place: Int?) {
    #expect(judge(text).cut(at: proposal, after: 0) == place)
  }

  @Test("does not cut before the place where the sentence begins")
  func start() {
    #expect(judge("Oui. Non. Si").cut(at: 5, after: 5) == nil)
    #expect(judge("Oui. Non. Si").cut(at: 10, after: 5) == 10)
  }
}
