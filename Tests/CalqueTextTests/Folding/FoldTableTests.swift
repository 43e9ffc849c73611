import TestSupport
import Testing

@testable import CalqueText

@Suite("A table that folds texts")
struct FoldTableTests {
  /// The folded text by the table; nil where the table leaves it to others.
  private func fold(_ text: String, _ table: inout FoldTable, _ properties: inout ScalarProperties)
    -> String?
  {
    guard let range = table.fold(text.utf8Span.span, &properties) else { return nil }
    return String(scalars: table.scalars[range])
  }

  @Test(
    "gives the folded text without white space at its ends, or leaves it to others",
    arguments: [
      ("", ""), ("Été", "ete"), (" \t a  b\n", "a b"), ("ŒUVRE…", "oeuvre..."), ("CO₂ ½", "co2 ½"),
      ("co\u{AD}op\u{200B}", "coop"), ("12\u{202F}000\u{A0}€", "12 000 €"),
      ("« L’IA »", "\" l'ia \""),
      ("A-Z[`{", "a-z[`{"), ("\u{7F}a", "\u{7F}a"), ("ǅ", "ǆ"), ("a\u{1F}b", "a b"),
      ("Straße", "strasse"),
      ("e\u{301}", nil), ("🙂", nil), ("日本", nil), ("한", nil), ("\u{0}", nil),
    ] as [(String, String?)])
  func folding(text: String, expected: String?) {
    var (table, properties) = (FoldTable(), ScalarProperties())
    let found = fold(text, &table, &properties)
    #expect(found?.scalarValues == expected?.scalarValues)
  }

  @Test("folds as every other text is folded, eight letters at a time or one", arguments: 0..<20)
  func twin(number: Int) {
    let seed = UInt64.random(in: 1...1_000_000)
    var random = SplitMix64(seed: seed)
    var (table, properties) = (FoldTable(), ScalarProperties())
    let pieces = [
      "a", "Z", "abcdefgh", "ABCDEFGHI", " ", "  ", "\t", "é", "Œ", "…", "’", "\u{A0}", "\u{AD}",
      "ß", "12", "-", "\u{7F}", "\n", "Ё", "@", "[", "`", "{",
    ]
    var count = 0
    for _ in 0..<200 {
      let text = (0..<random.number(below: 14)).map { _ in
        pieces[random.number(below: pieces.count)]
      }
      .joined()
      guard let found = fold(text, &table, &properties) else { continue }
      count += 1
      let wanted = String(trimmed(folded(text)))
      #expect(found.scalarValues == wanted.scalarValues, "seed \(seed): \(text.debugDescription)")
    }
    #expect(count == 200, "all of these fold by themselves")
  }

  @Test("keeps no text of before")
  func reuse() {
    var (table, properties) = (FoldTable(), ScalarProperties())
    let long = String(repeating: "Œuvre ", count: 2_000)
    #expect(fold(long, &table, &properties)?.utf8.count == 2_000 * 7 - 1)
    #expect(fold("a", &table, &properties) == "a")
    #expect(fold("", &table, &properties) == "")
  }
}

@Suite("Strings of scalars")
struct ScalarStringTests {
  @Test("hold the scalars, and a sign for what is none")
  func scalars() {
    for text in ["", "a", "fifteen letters", "sixteen letters!", "été 😀", "\u{0}\u{7F}\u{80}"] {
      #expect(String(scalars: text.scalarValues).scalarValues == text.scalarValues)
      #expect(String(scalars: text.scalarValues[...]).scalarValues == text.scalarValues)
    }
    #expect(String(scalars: [0xD800, 0x110000, 0x61]) == "\u{FFFD}\u{FFFD}a")
  }

  @Test("are as wide on a terminal as their scalars")
  func widths() {
    for (text, columns) in [
      ("a", 1), ("é", 1), ("\u{301}", 0), ("日", 2), ("ｱ", 1), ("Ａ", 2), ("😀", 2), ("\u{200B}", 0),
      ("\u{FEFF}", 0), ("한", 2), ("\u{1161}", 0), ("€", 1), ("—", 1),
    ] {
      let sum = text.scalarValues.reduce(0) { $0 + TerminalWidth.columns(of: $1) }
      #expect(sum == columns, "\(text)")
    }
  }
}
