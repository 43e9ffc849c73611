import CalqueModel
import CalqueText
import TestSupport
import Testing

@testable import CalqueMatch

@Suite("The lexicon of a memory")
struct LexiconRowTests {
  @Test("numbers the words of a text as it numbers each word alone", arguments: UInt64(0)..<20)
  func rows(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let stems = [
      "a", "A", "le", "l’", "été", "ministre", "ministres", "abcdefgh", "abcdefghi", "IA",
      "abcdefghijklmnop", "abcdefghijklmnopq", "e\u{301}te\u{301}", "co\u{AD}op", "東京",
    ]
    var rows = Lexicon(stemmer: Language("fr").stemmer)
    var words = Lexicon(stemmer: Language("fr").stemmer)
    var scanner = TextScanner()
    var row = [UInt32]()
    for _ in 0..<300 {
      let text = (0..<random.number(below: 12)).map { _ in
        let stem = stems[random.number(below: stems.count)]
        return random.number(below: 2) == 0 ? stem : stem + String(random.number(below: 4_000))
      }.joined(separator: [" ", ", ", "-"][random.number(below: 3)])
      scanner.scan(text)
      rows.enter(scanner.tokens, of: scanner.text, text.utf8Span.span, into: &row)
      let expected = scanner.tokens.map { token in
        words.enter(token.kind, plain: scanner.text.plain(token))
      }
      #expect(row == expected, "seed \(seed): \(text)")
    }
    #expect(rows.formCount == words.formCount)
  }

  @Test("packs words of up to sixteen bytes, and no two of them alike, wherever they stand")
  func packed() {
    let words = [
      "a", "aa", "b", "ab", "ba", "abcdefgh", "bcdefgha", "A", "é", "abcdefghi", "abcdefgé",
      "abcdefghijklmnop", "abcdefghijklmnoq", "bcdefghijklmnopa",
    ]
    var all = [RecentWords.Letters]()
    for word in words {
      let alone = RecentWords.Letters(word.utf8Span.span)
      #expect(!alone.isEmpty)
      #expect(!all.contains(alone))
      all.append(alone)
      for text in [word + " and sixteen bytes more", word + " ."] {
        let bytes = text.utf8Span.span
        #expect(RecentWords.Letters(bytes, from: 0, to: word.utf8.count) == alone)
      }
    }
    for word in ["abcdefghijklmnopq", ""] {
      #expect(RecentWords.Letters(word.utf8Span.span).isEmpty)
    }
  }
}
