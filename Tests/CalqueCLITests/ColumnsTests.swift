import Testing

@testable import CalqueCLI

@Suite("Columns")
struct ColumnsTests {
  @Test(
    "are counted as a terminal shows them",
    arguments: [
      ("", 0), ("sommet", 6), ("été", 3), ("e\u{301}te\u{301}", 3), ("東京", 4), ("한국", 4),
      ("12\u{202F}000", 6), ("🙂", 2), ("ｈａ", 4), ("\u{AD}", 1), ("a\u{200B}b", 2),
      // Marks of scripts beyond Latin; a Hangul syllable in its parts.
      ("क\u{94D}ष", 2), ("ש\u{5C1}", 1), ("ก\u{E49}", 1), ("\u{1112}\u{1161}\u{11AB}", 2),
    ])
  func count(text: String, columns: Int) {
    #expect(Columns.count(text) == columns)
  }

  @Test(
    "fit a text by cutting its end or its beginning",
    arguments: [
      ("sommet", 6, "sommet", "sommet"), ("sommet", 5, "somm…", "…mmet"), ("東京都", 5, "東京…", "…京都"),
      ("東京都", 4, "東…", "…都"), ("ab", 1, "…", "…"),
      ("ab", 0, "", ""), ("e\u{301}te\u{301}", 2, "e\u{301}…", "…e\u{301}"),
      ("été e\u{301}", 1, "…", "…"),
    ])
  func clipped(text: String, width: Int, start: String, end: String) {
    #expect(Columns.clipped(text, to: width) == start)
    #expect(Columns.clippedStart(text, to: width) == end)
  }

  @Test("are filled with spaces")
  func filled() {
    #expect(Columns.right("été", 5) == "  été")
    #expect(Columns.left("東京", 5) == "東京 ")
    #expect(Columns.left("sommet", 3) == "sommet")
  }
}
