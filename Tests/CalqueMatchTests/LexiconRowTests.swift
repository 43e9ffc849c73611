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
      rows.enter(scanner.tokens, of: scanner.text, into: &row)
      let expected = scanner.tokens.map { token in
        words.enter(token.kind, plain: scanner.text.plain(token))
      }
      #expect(row == expected, "seed \(seed): \(text)")
    }
    #expect(rows.formCount == words.formCount)
  }

  @Test("packs short words of ASCII, and no two of them alike")
  func packed() {
    func packed(_ word: String) -> UInt64 {
      let scalars = word.unicodeScalars.map(\.value)
      return RecentWords.packed(scalars.span)
    }
    let words = ["a", "aa", "b", "ab", "ba", "abcdefgh", "bcdefgha", "A"]
    #expect(Set(words.map(packed)).count == words.count)
    for word in ["é", "abcdefghi", "abcdefgé", ""] { #expect(packed(word) == 0) }
  }
}
