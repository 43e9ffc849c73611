import CalqueText
import Testing

@testable import CalqueMorphology

@Suite("The ending of an English word")
struct SpeechEndingsTests {
  private let endings = Morphology(.english).phraseWords.endings

  @Test(
    "tells the better noun and the better verb",
    arguments: [
      ("operation", "operating", SpeechEndings.Speech.noun), ("cloning", "clone", .noun),
      ("maintainability", "maintainable", .noun), ("scan", "scanned", .noun),
      ("format", "formatted", .verb), ("float", "floating", .verb), ("form", "formation", .verb),
    ])
  func better(one: String, other: String, speech: SpeechEndings.Speech) {
    #expect(endings.fit(one, as: speech) > endings.fit(other, as: speech))
  }

  @Test("tells nothing of a short word or of two of a kind")
  func nothing() {
    #expect(endings.fit("red", as: .noun) == endings.fit("cat", as: .noun))
    #expect(endings.fit("ship", as: .verb) == endings.fit("Sail", as: .verb))
  }
}
