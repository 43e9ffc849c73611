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
      ("sommet", 2_400), ("sommets", 2_400), ("l'", 1_000), ("l'IA", 1_000 + 1_400),
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
    #expect(key("L’") == "l'")
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

@Suite("The reading of a text and its independent twin")
struct TextTwinTests {
  @Test("agree on the texts that people write", arguments: TwinPairs.sentences)
  func sentences(text: String) {
    var scanner = TextScanner()
    for language in ["fr", "en", "de"] { expectAgreement(text, language, &scanner, "") }
  }

  @Test("agree on random texts", arguments: 0..<25 as Range<UInt64>)
  func random(seed: UInt64) {
    var pairs = TwinPairs(seed: 0x7E47_0000 + seed)
    var scanner = TextScanner()
    for number in 0..<40 {
      let language = ["fr", "fr", "en", "de"][number % 4]
      expectAgreement(pairs.next().query, language, &scanner, "seed \(seed), text \(number)")
    }
  }

  private func expectAgreement(
    _ text: String, _ language: String, _ scanner: inout TextScanner, _ place: String
  ) {
    let stemmer: Stemmer = language == "fr" ? .french : language == "en" ? .english : .none
    let twin = TwinText(text, language: language)
    let compared = ComparedText(text, stemmer: stemmer, using: &scanner)
    let comment: Comment = "\(place): \(text.debugDescription) in \(language)"
    #expect(compared.normalized == twin.text.scalarValues, comment)
    #expect(compared.folded == twin.folded.scalarValues, comment)
    #expect(compared.totalWeight == twin.totalWeight, comment)
    #expect(compared.tokens.count == twin.tokens.count, comment)
    let bytes = Array(text.utf8)
    for (place, (token, other)) in zip(compared.tokens, twin.tokens).enumerated() {
      #expect("\(token.kind)" == "\(other.kind)", comment)
      #expect(token.weight == other.weight, comment)
      #expect(token.plain == other.plain.scalarValues, comment)
      if token.kind == .word { #expect(token.folded == other.folded.scalarValues, comment) }
      #expect(key(of: token).scalarValues == other.classKey.scalarValues, comment)
      // The bytes at the token's place are the token, but for normal form and skipped characters.
      let written = String(decoding: bytes[compared.ranges[place]], as: UTF8.self)
      let kept = TwinFolding.string(written.unicodeScalars.filter { !TwinScalars.isSkipped($0) })
      #expect(kept == other.text, comment)
    }
  }

  /// The class as the twin writes it.
  private func key(of token: TokenForm) -> String {
    switch token.kind {
    case .word, .punctuation: "\(token.kind) " + String(scalars: token.classKey)
    default: "\(token.kind)"
    }
  }
}
