import Testing

@testable import Calque

@Suite("The segments of a document")
struct SegmentsTests {
  @Test(
    "are without the line breaks that only wrapped them",
    arguments: [
      ("un\ndeux", "un deux"), ("un \r\n deux", "un deux"), ("un  deux\ntrois", "un  deux trois"),
      ("e\u{301}te\u{301}\n🙂\u{A0}!", "e\u{301}te\u{301} 🙂\u{A0}!"), ("un  deux", "un  deux"),
      ("", ""),
    ])
  func unwrapped(sentence: String, text: String) {
    #expect(Array(Segments.unwrapped(sentence).utf8) == Array(text.utf8))
  }

  @Test("cost what their letters are, however long the sentence is", .timeLimit(.minutes(1)))
  func linear() {
    // Copied for each of its letters, two million letters would take many minutes.
    let letters = String(repeating: "é", count: 2_000_000)
    #expect(Segments.unwrapped("a\n" + letters).utf8.count == 2 + letters.utf8.count)
  }
}
