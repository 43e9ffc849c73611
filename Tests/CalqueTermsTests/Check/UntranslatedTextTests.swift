import CalqueModel
import CalqueTerms
import Testing

@Suite("Text that a translation left over")
struct UntranslatedTextTests {
  private func left(_ english: String, from french: String = "") -> String? {
    UntranslatedText(LanguagePair(source: "fr", target: "en")).stretch(of: english, from: french)
      .map { String(decoding: Array(english.utf8)[$0], as: UTF8.self) }
  }

  @Test("is a whole segment, also without its accents")
  func whole() {
    let french = "Le gouvernement a retiré le projet qui était contesté."
    #expect(left(french, from: french) == french)
    let plain = "Le gouvernement a retire le projet qui etait conteste."
    #expect(left(plain, from: french) == plain)
  }

  @Test("is a clause beside what is translated")
  func clause() {
    #expect(
      left("The minister spoke, mais les syndicats ne le croient pas.")
        == "mais les syndicats ne le croient pas.")
  }

  @Test(
    "is none where names and quotations stay as they are",
    arguments: [
      "Paris Match, Arte, Canal+", "E = mc²", "She said \"la vie est un long fleuve\" and left.",
      "Médecins sans frontières said on Monday that it would leave.",
    ])
  func kept(english: String) {
    #expect(left(english, from: english) == nil)
  }
}
