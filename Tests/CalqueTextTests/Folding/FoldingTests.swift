import CalqueText
import Foundation
import TestSupport
import Testing

@Suite("The folded form of a text")
struct FoldingTests {
  @Test(
    "sets case, accents, typography and kinds of white space aside",
    arguments: [
      ("Économie", "economie"), ("E\u{301}CONOMIE", "economie"), ("ÇA Ñ Å", "ca n a"),
      ("cœur Œuvre", "coeur oeuvre"), ("æ Æ ǽ", "ae ae ae"),
      ("Straße STRASSE straẞe", "strasse strasse strasse"),
      ("ﬁn ﬀ ﬃ", "fin ff ffi"), ("İSTANBUL ısı", "istanbul ısı"), ("ΟΔΥΣΣΕΎΣ ς", "οδυσσευσ σ"),
      ("Ё й", "е и"), ("ſ", "s"), ("ŉ", "'n"), ("ǆ Ǆ ǅ", "ǆ ǆ ǆ"),
      ("CO₂ m² 10³ x⁹ ₀", "co2 m2 103 x9 0"), ("½ ①", "½ ①"), ("…", "..."), ("a……", "a......"),
      ("l’IA l'IA l\u{2BC}IA", "l'ia l'ia l'ia"), ("‘a’ ‛ ‚", "\"a' \" \""),
      ("« a » “b” „c‟ ‹d› ″", "\" a \" \"b\" \"c\" \"d\" \""),
      ("a‐b‑c‒d–e—f―g−h-", "a-b-c-d-e-f-g-h-"), ("a\u{A0}b\u{202F}\u{2009}c\td\r\ne", "a b c d e"),
      ("  a  ", " a "), ("\u{3000}\u{1F}", " "),
      ("co\u{AD}op\u{200B}\u{FEFF}\u{2060}\u{200D}", "coop"),
      ("\u{300}\u{36F}", ""), ("a \u{301} b", "a b"), ("", ""), ("🙂\u{FE0F}", "🙂\u{FE0F}"),
      ("\u{1100}\u{1161}", "가"), ("가", "가"), ("Ａ", "ａ"), ("\u{212B}", "a"), ("\u{37E}", ";"),
      ("ᾳ", "αι"), ("नि", "नि"), ("שָׁ", "שָׁ"), ("مَ", "مَ"), ("K", "k"),
    ])
  func folding(text: String, folded expected: String) {
    #expect(
      folded(text).scalarValues == expected.precomposedStringWithCanonicalMapping.scalarValues)
  }

  @Test("is the same for the composed and the decomposed text", arguments: 0..<20 as Range<UInt64>)
  func normalForms(seed: UInt64) {
    var pairs = TwinPairs(seed: seed)
    for _ in 0..<30 {
      let text = pairs.next().query
      let composed = folded(text.precomposedStringWithCanonicalMapping)
      let decomposed = folded(text.decomposedStringWithCanonicalMapping)
      #expect(
        composed.scalarValues == decomposed.scalarValues, "seed \(seed): \(text.debugDescription)")
    }
  }

  @Test("is its own folded form", arguments: 0..<20 as Range<UInt64>)
  func idempotence(seed: UInt64) {
    var pairs = TwinPairs(seed: seed)
    for _ in 0..<30 {
      let text = pairs.next().query
      let once = folded(text)
      #expect(
        folded(once).scalarValues == once.scalarValues, "seed \(seed): \(text.debugDescription)")
    }
  }

  @Test("of a word lacks the dots of an acronym")
  func words() {
    var properties = ScalarProperties()
    for (word, expected) in [
      ("U.S.", "us"), ("O.N.U.", "onu"), ("É.", "e"), ("Œ", "oe"), ("l\u{2019}", "l'"),
      ("각.", "각"), ("a…", "a"), ("²", "2"),
    ] {
      let scalars = FoldedText.fold(word: word.scalarValues, &properties)
      #expect(String(scalars: scalars).scalarValues == expected.scalarValues)
    }
  }

  @Test("of a stretch of a text has no more than the stretch")
  func stretches() {
    var properties = ScalarProperties()
    var out: [UInt32] = [1, 2, 3]
    let scalars = "Été  à Œuf".scalarValues
    FoldedText.fold(scalars, from: 1, to: 8, &properties, into: &out)
    #expect(String(scalars: out) == "te a oe")
    FoldedText.fold(scalars, from: 4, to: 4, &properties, into: &out)
    #expect(out.isEmpty)
  }

  @Test(
    "is asked for without its ends",
    arguments: [
      (" a ", "a"), ("\u{A0}\u{202F}a b\n", "a b"), ("", ""), (" \u{3000}", ""), ("a", "a"),
      ("\u{200B} a", "\u{200B} a"),
    ])
  func trimming(text: String, expected: String) {
    #expect(trimmed(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }
}
