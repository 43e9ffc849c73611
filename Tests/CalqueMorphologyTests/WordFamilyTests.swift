import CalqueText
import Testing

@testable import CalqueMorphology

@Suite("The family of a word")
struct WordFamilyTests {
  @Test(
    "holds the forms by the rules of English, from any of them",
    arguments: [
      ("summit", ["summit", "summits"]), ("summits", ["summit", "summits"]),
      ("led", ["lead", "leads", "leading", "led"]), ("stopped", ["stop", "stops", "stopping"]),
      ("parties", ["party", "parties"]), ("children", ["child", "children"]),
      ("votes", ["vote", "voted", "voting"]), ("making", ["make", "made", "makes"]),
    ])
  func english(word: String, forms: [String]) {
    let family = Morphology(.english).family(of: word)
    #expect(family.isSuperset(of: forms), "\(family.sorted())")
  }

  @Test("does not join words that only begin alike")
  func strangers() {
    #expect(!Morphology(.english).family(of: "accord").contains("accordance"))
    #expect(!Morphology(.english).family(of: "news").contains("new"))
    #expect(!Morphology(.french).family(of: "mais").contains("mai"))
  }

  @Test("of an acronym is empty")
  func acronym() {
    #expect(Morphology(.french).family(of: "IA").isEmpty)
    #expect(Morphology(.english).family(of: "USA").isEmpty)
  }

  @Test("holds the forms of the lexicon's lemmas, with or without the accents of the word")
  func lexicon() throws {
    let morphology = try LexiconTests.morphology()
    var families = 0
    morphology.lexicon?.forEach { entry in
      families += 1
      // The scanner cuts words at hyphens.
      for reading in entry.readings where families < 200 && !entry.form.contains("-") {
        let forms = morphology.family(of: reading.lemma)
        let isAlike = folded(entry.form).prefix(2) == folded(reading.lemma).prefix(2)
        #expect(forms.contains(entry.form) || !isAlike, "\(entry.form) of \(reading.lemma)")
      }
    }
    #expect(families > 10)
  }
}
