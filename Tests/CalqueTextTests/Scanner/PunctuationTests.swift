import Testing

@Suite("Punctuation")
struct PunctuationTests {
  @Test(
    "is one character each",
    arguments: [
      ("!?", "p:!|p:?"), ("« Oui »", "p:«|w:Oui|p:»"), ("(x)", "p:(|w:x|p:)"),
      ("C++", "w:C|p:+|p:+"),
      ("#tag", "p:#|w:tag"), ("€100", "p:€|n:100"), ("a—b", "w:a|p:—|w:b"), ("--", "p:-|p:-"),
      ("5 %", "n:5|p:%"), ("§ 4", "p:§|n:4"), ("n° 12", "w:n|p:°|n:12"), ("nº", "w:nº"),
      ("\u{0}", "p:\u{0}"), ("\u{E000}", "p:\u{E000}"),
    ])
  func signs(text: String, tokens: String) { #expect(readTokens(text) == tokens) }

  @Test(
    "three full stops or more are one token, fewer are not",
    arguments: [
      ("...", "p:..."), (".....", "p:....."), ("..", "p:.|p:."), ("…", "p:…"), ("……", "p:…|p:…"),
      ("Et...", "w:Et|p:..."), ("... oui", "p:...|w:oui"), (". . .", "p:.|p:.|p:."),
    ])
  func ellipses(text: String, tokens: String) { #expect(readTokens(text) == tokens) }

  @Test(
    "takes the marks and variation selectors that follow it",
    arguments: [
      ("!\u{301}", "p:!\u{301}"), ("!\u{FE0F}\u{FE0E}x", "p:!\u{FE0F}\u{FE0E}|w:x"),
      ("❤\u{FE0F}", "p:❤\u{FE0F}"), ("\u{301}", "p:\u{301}"),
      ("\u{301}\u{300}a", "p:\u{301}\u{300}|w:a"),
      ("=\u{338}", "p:=\u{338}"), ("..\u{301}.", "p:.|p:.\u{301}|p:."),
    ])
  func marks(text: String, tokens: String) { #expect(readTokens(text) == tokens) }

  @Test(
    "is each part of an emoji that is a character of its own",
    arguments: [
      ("🙂", "p:🙂"), ("🙂🙂", "p:🙂|p:🙂"), ("👍🏽", "p:👍|p:🏽"), ("🇫🇷", "p:🇫|p:🇷"),
      ("👩\u{200D}💻", "p:👩\u{200D}|p:💻"), ("1\u{FE0F}\u{20E3}", "n:1|w:\u{FE0F}\u{20E3}"),
      ("bravo👏", "w:bravo|p:👏"),
    ])
  func emoji(text: String, tokens: String) { #expect(readTokens(text) == tokens) }

  @Test("white space separates and is never a token")
  func space() {
    let spaces =
      " \t\n\r\u{B}\u{C}\u{1C}\u{1F}\u{85}\u{A0}\u{1680}\u{2000}\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}"
    #expect(readTokens(spaces) == "")
    for space in spaces.unicodeScalars { #expect(readTokens("a\(space)b") == "w:a|w:b") }
    #expect(readTokens("") == "")
  }
}
