import Testing

@Suite("A number")
struct NumberTests {
  @Test(
    "is grouped by each of four spaces before exactly three digits",
    arguments: [" ", "\u{A0}", "\u{202F}", "\u{2009}"])
  func grouping(space: String) {
    #expect(readTokens("12\(space)000 €") == "n:12\(space)000|p:€")
    #expect(readTokens("1\(space)000\(space)000") == "n:1\(space)000\(space)000")
    #expect(readTokens("12\(space)000,5") == "n:12\(space)000,5")
    #expect(readTokens("12\(space)00") == "n:12|n:00")
    #expect(readTokens("12\(space)0000") == "n:12|n:0000")
    #expect(readTokens("1234\(space)000") == "n:1234|n:000")
    #expect(readTokens("12\(space)\(space)000") == "n:12|n:000")
    #expect(readTokens("12\(space)000kg") == "n:12\(space)000|w:kg")
  }

  @Test(
    "is not grouped by another space",
    arguments: ["\u{2003}", "\u{3000}", "\t", "\n", "\u{2007}", "\u{2028}", "\u{1F}"])
  func otherSpaces(space: String) {
    #expect(readTokens("12\(space)000") == "n:12|n:000")
  }

  @Test(
    "ends where its groups end",
    arguments: [
      ("en 2023 300", "w:en|n:2023|n:300"), ("1 234 5678", "n:1 234|n:5678"),
      ("1 000 00", "n:1 000|n:00"), ("300 2023", "n:300|n:2023"), ("1,0 000", "n:1,0|n:000"),
      ("1.000 000", "n:1.000 000"), ("2,000 300", "n:2,000 300"), ("1.5 000", "n:1.5|n:000"),
      ("1'000 000", "n:1'000 000"), ("10 000 20 000", "n:10 000|n:20 000"),
      ("1 ٢٣٤", "n:1 ٢٣٤"),
    ])
  func groups(text: String, tokens: String) { #expect(readTokens(text) == tokens) }

  @Test(
    "goes on behind a full stop or a comma before digits",
    arguments: [
      ("3,5", "n:3,5"), ("3.5", "n:3.5"), ("1.234,56", "n:1.234,56"), ("1.2.3", "n:1.2.3"),
      ("3.", "n:3|p:."), ("3,", "n:3|p:,"), ("3, 5", "n:3|p:,|n:5"), ("1..2", "n:1|p:.|p:.|n:2"),
      ("3,x", "n:3|p:,|w:x"), (".5", "p:.|n:5"), ("12/11/2023", "n:12|p:/|n:11|p:/|n:2023"),
      ("1:30", "n:1|p::|n:30"), ("-5", "p:-|n:5"), ("−5", "p:−|n:5"),
      ("1,234,567.89", "n:1,234,567.89"),
    ])
  func decimals(text: String, tokens: String) { #expect(readTokens(text) == tokens) }

  @Test("goes on behind an apostrophe before exactly three digits", arguments: ["'", "’"])
  func apostrophes(mark: String) {
    #expect(readTokens("1\(mark)000") == "n:1\(mark)000")
    #expect(readTokens("1\(mark)000\(mark)000") == "n:1\(mark)000\(mark)000")
    #expect(readTokens("1234\(mark)000") == "n:1234\(mark)000")
    #expect(readTokens("1\(mark)30") == "n:1|p:\(mark)|n:30")
    #expect(readTokens("1\(mark)0000") == "n:1|p:\(mark)|n:0000")
    #expect(readTokens("1990\(mark)s") == "n:1990|p:\(mark)|w:s")
    #expect(readTokens("1\u{2BC}000") == "n:1|w:\u{2BC}|n:000")
  }

  @Test(
    "gives the letters that follow it to a word of their own",
    arguments: [
      ("1er", "n:1|w:er"), ("2e", "n:2|w:e"), ("1 er", "n:1|w:er"), ("10h30", "n:10|w:h|n:30"),
      ("10 h 30", "n:10|w:h|n:30"), ("5G", "n:5|w:G"), ("1990s", "n:1990|w:s"),
      ("22MnB5", "n:22|w:MnB|n:5"), ("3,5kg", "n:3,5|w:kg"), ("12e\u{301}", "n:12|w:e\u{301}"),
      ("1\u{301}", "n:1|w:\u{301}"), ("1l'an", "n:1|w:l|p:'|w:an"),
    ])
  func letters(text: String, tokens: String) { #expect(readTokens(text) == tokens) }

  @Test(
    "is made of decimal digits of any script, raised and lowered ones",
    arguments: [
      ("٣", "n:٣"), ("२३", "n:२३"), ("𝟏𝟐", "n:𝟏𝟐"), ("²", "n:²"), ("10⁻³", "n:10|p:⁻|n:³"),
      ("₂", "n:₂"), ("½", "p:½"), ("Ⅳ", "p:Ⅳ"), ("①", "p:①"), ("1½", "n:1|p:½"),
    ])
  func digits(text: String, tokens: String) { #expect(readTokens(text) == tokens) }

  @Test("reads on over characters that are skipped")
  func skipped() {
    #expect(readTokens("12\u{AD}000") == "n:12\u{AD}000")
    #expect(readTokens("12\u{200B} 000") == "n:12\u{200B} 000")
    #expect(readTokens("1\u{2060},\u{FEFF}5") == "n:1\u{2060},\u{FEFF}5")
  }
}
