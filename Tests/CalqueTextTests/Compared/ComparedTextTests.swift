import CalqueText
import TestSupport
import Testing

@Suite("What is compared of a text")
struct ComparedTextTests {
  private static func compared(_ text: String, _ stemmer: Stemmer = .french) -> ComparedText {
    var scanner = TextScanner()
    return ComparedText(text, stemmer: stemmer, using: &scanner)
  }

  /// The weight is 10 · √n rounded: the w for which (w − ½)² ≤ 100 n < (w + ½)².
  @Test("a word weighs ten times the root of its stem's length, rounded")
  func weights() {
    for (letters, weight) in [
      (0, 0), (1, 1_000), (2, 1_400), (3, 1_700), (4, 2_000), (5, 2_200), (6, 2_400), (7, 2_600),
      (8, 2_800), (9, 3_000), (10, 3_200), (12, 3_500), (100, 10_000),
    ] {
      #expect(TokenForm.weight(letters: letters) == weight)
    }
    for letters in 1...2_000 {
      let weight = TokenForm.weight(letters: letters) / 100
      let (low, high) = (2 * weight - 1, 2 * weight + 1)
      #expect(low * low <= 400 * letters && 400 * letters < high * high, "\(letters)")
    }
  }

  @Test(
    "each kind of token has its weight",
    arguments: [
      ("sommet", 2_400), ("sommets", 2_400), ("l'IA", 1_000 + 1_400),
      ("12 000,5", 1_500),
      (".", 500), ("...", 500), ("<b>", 1_000), ("{x}", 1_000), ("http://a.fr", 1_000),
      ("a@b.fr", 1_000), ("U.S.", 1_400), ("œ", 1_400), ("aujourd'hui", 3_200), ("", 0), (" ", 0),
    ])
  func kinds(text: String, weight: Int) {
    #expect(Self.compared(text).totalWeight == weight)
  }

  @Test("typography is set aside in a token's plain form, case and accents are not")
  func plain() {
    for (a, b) in [
      ("l’", "l'"), ("aujourd’hui", "aujourd'hui"), ("CO₂", "CO2"), ("12 000", "12\u{202F}000"),
      ("12 000", "12000"), ("1'000", "1000"), ("«", "\""), ("‘", "»"), ("—", "-"), ("…", "...."),
      ("10²", "102"),
    ] {
      #expect(Self.compared(a).tokens[0].plain == Self.compared(b).tokens[0].plain, "\(a) \(b)")
    }
    for (a, b) in [
      ("Sommet", "sommet"), ("été", "ete"), ("12,000", "12.000"), ("12,000", "12000"), ("!", "?"),
      ("..", "…"), ("<b>", "<B>"), ("{x}", "{y}"), ("œ", "oe"),
    ] {
      #expect(Self.compared(a).tokens[0].plain != Self.compared(b).tokens[0].plain, "\(a) \(b)")
    }
  }

  @Test("the class of a word is its stem, of a sign the sign, of other tokens the kind")
  func classes() {
    func key(_ text: String) -> String { String(scalars: Self.compared(text).tokens[0].classKey) }
    #expect(key("Nationaux") == "national")
    #expect(key("L’IA") == "l'")
    #expect(key("O.N.U.") == "onu")
    #expect(key("“") == "\"")
    #expect(key("−") == "-")
    #expect(key("!") == "!")
    for text in ["12", "<b>", "%s", "www.a.fr", "a@b.fr"] { #expect(key(text) == "") }
    #expect(String(scalars: Self.compared("Ladies", .english).tokens[0].classKey) == "lady")
    #expect(String(scalars: Self.compared("Ladies", .none).tokens[0].classKey) == "ladies")
  }

  @Test("the folded form is a word's alone")
  func folded() {
    let tokens = Self.compared("Économie, 12 <b> {x} www.a.fr a@b.fr").tokens
    #expect(tokens.map { String(scalars: $0.folded) } == ["economie", "", "", "", "", "", ""])
  }

  @Test(
    "the normal form is NFC with its ends trimmed, skipped characters kept",
    arguments: [
      (" e\u{301}te\u{301} ", "\u{E9}t\u{E9}"), ("co\u{AD}op", "co\u{AD}op"),
      ("\u{A0}a  b\n", "a  b"),
      (" \u{AD}e\u{301} ", "\u{AD}\u{E9}"), ("", ""), (" ", ""), ("\u{FEFF}", "\u{FEFF}"),
    ])
  func normalForm(text: String, expected: String) {
    #expect(Self.compared(text).normalized == expected.scalarValues)
  }

  @Test("the places are those of the tokens, in bytes")
  func places() {
    #expect(Self.compared("L’été : 5 €").ranges == [0..<4, 4..<9, 10..<11, 12..<13, 14..<17])
  }
}
