import CalqueModel
import Testing

@testable import CalqueAlign

@Suite("A bilingual lexicon")
struct BilingualLexiconTests {
  @Test("reads its table, and passes over lines that are none")
  func table() {
    let bytes = Array(
      "# x\n#a\tb\tc\td\nmaison\thouse\t70\t55\nbad\nx\ty\t101\t3\n\ty\t1\t1\n".utf8)
    let lexicon = BilingualLexicon(table: bytes.span)
    #expect(lexicon.count == 1)
    #expect(String(decoding: lexicon.table, as: UTF8.self) == "maison\thouse\t70\t55\n")
    #expect(
      String(decoding: lexicon.reversed.table, as: UTF8.self) == "house\tmaison\t55\t70\n")
  }

  @Test("comes with Calque for one pair of languages, in both directions")
  func shipped() throws {
    let pair = LanguagePair(source: LanguageTag("fr-CA"), target: LanguageTag("en"))
    let lexicon = try #require(BilingualLexicon.shipped(for: pair))
    #expect(lexicon.count > 5_000)
    let table = String(decoding: lexicon.table, as: UTF8.self)
    #expect(table.contains("\nmaison\thouse\t"))
    let other = try #require(BilingualLexicon.shipped(for: pair.reversed))
    #expect(other.count == lexicon.count)
    #expect(String(decoding: other.table, as: UTF8.self).contains("house\tmaison\t"))
    #expect(
      BilingualLexicon.shipped(
        for: LanguagePair(source: LanguageTag("de"), target: LanguageTag("en"))) == nil)
  }

  @Test("learns words from translated sentences, without numbers and words that look alike")
  func learned() {
    let nouns = [("maison", "house"), ("chien", "dog"), ("livre", "book"), ("pomme", "apple")]
    let verbs = [("voit", "sees"), ("mange", "eats"), ("prend", "takes"), ("accepte", "accepts")]
    var pairs: [(source: String, target: String)] = []
    for noun in nouns {
      for verb in verbs {
        pairs.append(("Paul \(verb.0) \(noun.0) 3", "Paul \(verb.1) \(noun.1) 3"))
      }
    }
    let lexicon = BilingualLexicon.learned(from: pairs)
    let best = lexicon.entries.filter { $0.forward > 0.3 }.map {
      String(decoding: lexicon.source($0), as: UTF8.self) + " "
        + String(decoding: lexicon.target($0), as: UTF8.self)
    }
    #expect(
      best == [
        "chien dog", "livre book", "maison house", "mange eats", "pomme apple", "prend takes",
        "voit sees",
      ])
    var selection = BilingualLexicon.Selection()
    selection.maxPairs = 3
    #expect(BilingualLexicon.learned(from: pairs, keeping: selection).count == 3)
  }
}
