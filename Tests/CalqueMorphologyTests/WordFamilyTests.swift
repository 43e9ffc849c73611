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

  @Test("finds the forms of a lemma that reading every entry of the lexicon finds")
  func formsOfALemma() throws {
    let lexicon = try #require(try LexiconTests.morphology().lexicon)
    var lemmas: Set<String> = []
    lexicon.forEach { entry in lemmas.formUnion(entry.readings.map(\.lemma)) }
    // Of a whole lexicon, some lemmas are enough.
    for lemma in lemmas.sorted().prefix(60) {
      for letters in 1...3 {
        let plain = LexiconLayout.plain(lemma.utf8).map { Array($0.prefix(letters)) }
        var truth: [String] = []
        lexicon.forEach { entry in
          let isAlike = LexiconLayout.plain(entry.form.utf8)?.starts(with: plain ?? []) ?? false
          if plain != nil, isAlike, entry.readings.contains(where: { $0.lemma == lemma }) {
            truth.append(entry.form)
          }
        }
        #expect(lexicon.forms(ofLemma: lemma, sharing: letters) == truth, "\(lemma), \(letters)")
      }
    }
  }
}
