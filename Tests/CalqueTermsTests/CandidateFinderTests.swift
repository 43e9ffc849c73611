import CalqueMorphology
import CalqueText
import TestSupport
import Testing

@testable import CalqueTerms

@Suite("Candidates")
struct CandidateFinderTests {
  private func candidates(_ text: String) -> [CandidateTerm] {
    var finder = CandidateFinder(Morphology(.french))
    finder.read(text, at: 0)
    return finder.candidates
  }

  @Test(
    "An acronym finds its long form beside it",
    arguments: [
      (
        "Le Bureau des enquêtes fluviales (BEF) a rendu un avis.", "BEF",
        "Bureau des enquêtes fluviales"
      ),
      (
        "Selon le BEF (Bureau des enquêtes fluviales), rien.", "BEF",
        "Bureau des enquêtes fluviales"
      ),
      (
        "La Caisse de garantie des dépôts (Cagade) ferme.", "Cagade",
        "Caisse de garantie des dépôts"
      ),
      ("Un véhicule poly-modal (VPM) arrive.", "VPM", "véhicule poly-modal"),
      ("La Ligue contre le bruit urbain (LBU) proteste.", "LBU", "Ligue contre le bruit urbain"),
    ])
  func expansion(text: String, acronym: String, long: String) {
    let found = candidates(text).first { $0.surface == acronym }
    #expect(found?.expansion == long)
    #expect(found?.kind == .acronym)
  }

  @Test(
    "What only stands in parentheses is no long form",
    arguments: [
      "La référence (RFR) change.", "Il est parti hier (QXZ) soir.", "Louis XIV (XIV) règne.",
    ])
  func noExpansion(text: String) {
    #expect(candidates(text).allSatisfy { $0.expansion == nil })
  }

  @Test(
    "The end of a number, a small letter and a verb with its pronoun are no nouns",
    arguments: [
      ("Le tarif change au 1er janvier prochain.", "er janvier"),
      ("Voir le bogue n° 12 du registre.", "bogue n"),
      ("Le maire arrive, salue-la vite.", "salue-la"),
      ("Le maire a-t-il un budget ?", "a-t-il"),
    ])
  func noNouns(text: String, absent: String) throws {
    var finder = CandidateFinder(Morphology(.french, lexicon: try SampleDictionary.lexicon()))
    finder.read(text, at: 0)
    #expect(finder.candidates.allSatisfy { !$0.surface.hasPrefix(absent) })
    #expect(!finder.candidates.isEmpty)
  }

  @Test("Places are bytes of the text, and every mention of a candidate is one of its spans")
  func places() {
    let text = "😀 Le réseau Ormélia ferme ; Ormélia rouvre."
    let found = candidates(text).first { $0.surface == "Ormélia" }
    let utf8 = Array(text.utf8)
    #expect(found?.spans.count == 2)
    for span in found?.spans ?? [] {
      #expect(String(decoding: utf8[span], as: UTF8.self) == "Ormélia")
    }
  }
}
