import Testing

@testable import CalqueCLI

@Suite("Text for a terminal")
struct TerminalTextTests {
  @Test(
    "shows what a terminal would obey",
    arguments: [
      ("\u{1B}]0;title\u{7}", #"\u{1B}]0;title\u{7}"#),
      ("a\u{202E}txt.exe", #"a\u{202E}txt.exe"#),
      ("a\nb\tc\rd", #"a\nb\tc\rd"#),
      ("a\r\nb", #"a\r\nb"#),
      ("\u{9B}2J", #"\u{9B}2J"#),
      ("e\u{301}t\u{E9} œuvre, 12\u{202F}000 «\u{A0}oui\u{A0}»", nil),
      ("👩‍💻 l’IA", nil),
      ("", nil),
    ] as [(String, String?)])
  func escapes(text: String, shown: String?) {
    #expect(Array(TerminalText.escaped(text).utf8) == Array((shown ?? text).utf8))
  }

  @Test("leaves the line feeds of a message")
  func keepsLines() {
    #expect(TerminalText.escaped("a\nb\u{7}", keepsLines: true) == "a\nb\\u{7}")
  }
}

@Suite("The nearest word")
struct NearestWordTests {
  @Test(
    "is the one that was meant, or none",
    arguments: [
      ("lokup", "lookup"), ("lookpu", "lookup"), ("LOOKUP", nil), ("rn", "rm"), ("sea", "search"),
      ("x", nil), ("convert", nil), ("lœkup", "lookup"), ("sé", nil),
    ] as [(String, String?)])
  func nearest(typed: String, meant: String?) {
    #expect(NearestWord.to(typed, among: ["lookup", "search", "rm"]) == meant)
  }
}
