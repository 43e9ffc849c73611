import CalqueModel
import CalqueText
import Testing

@Suite("The guess at a text's language")
struct LanguageGuessTests {
  private static let paragraphs: [(String, String)] = [
    (
      "fr",
      "Le gouvernement a annoncé jeudi que la réforme serait présentée au Parlement avant la fin de l'année, mais les syndicats n'ont pas été consultés et ils le disent."
    ),
    (
      "en",
      "The government announced on Thursday that the bill would be put before Parliament by the end of the year, but the unions have not been asked and they say so."
    ),
    (
      "de",
      "Die Regierung kündigte am Donnerstag an, dass die Reform noch vor dem Ende des Jahres im Parlament beraten werden soll, aber die Gewerkschaften sind nicht gefragt worden."
    ),
    (
      "es",
      "El Gobierno anunció el jueves que la reforma de las pensiones se presentará en el Congreso antes de fin de año, pero los sindicatos no han sido consultados y así lo dicen."
    ),
    (
      "it",
      "Il governo ha annunciato giovedì che la riforma delle pensioni sarà presentata alla Camera prima della fine dell'anno, ma i sindacati non sono stati consultati e lo dicono."
    ),
    (
      "nl",
      "De regering heeft donderdag bekendgemaakt dat de hervorming voor het einde van het jaar in het parlement wordt behandeld, maar de vakbonden zijn niet gevraagd."
    ),
    (
      "pt",
      "O governo anunciou na quinta-feira que a reforma das pensões será apresentada ao Parlamento antes do fim do ano, mas os sindicatos não foram consultados e dizem isso."
    ),
  ]

  @Test("is right for a paragraph, with and without accents and capitals")
  func paragraphs() {
    for (code, text) in Self.paragraphs {
      for text in [text, text.uppercased(), folded(text)] {
        #expect(LanguageGuess(of: text).language?.primary == code, "\(text)")
      }
    }
  }

  @Test("takes one language and no other, out of every pair")
  func pairs() {
    for (code, text) in Self.paragraphs {
      let (own, guess) = (Language(LanguageTag(code)), LanguageGuess(of: text))
      for (other, _) in Self.paragraphs where other != code {
        let other = Language(LanguageTag(other))
        #expect(guess.isIn(own, ratherThan: other))
        #expect(!guess.isIn(other, ratherThan: own))
      }
    }
  }

  @Test(
    "is none where there is little to go by",
    arguments: [
      "", " \n", "2023-11-02", "Le sommet de Paris", "The Paris summit", "on on on on on on on on",
      "a e i o u y n e a o i", "Emmanuel Macron, Joe Biden, Olaf Scholz, Pedro Sánchez, Mark Rutte",
      "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt",
      "政府周四宣布，改革将于年底前提交议会，但工会没有被征求意见，他们这样说。",
    ])
  func undecided(text: String) {
    #expect(LanguageGuess(of: text).language == nil)
  }

  @Test("is not led astray by quotations in another language")
  func quotations() {
    let (french, english) = (Self.paragraphs[0].1, Self.paragraphs[1].1)
    let quoting = LanguageGuess(of: french + " « " + english + " » " + french + " " + french)
    #expect(quoting.language == .french)
    #expect(!quoting.isIn(.english, ratherThan: .french))
    #expect(LanguageGuess(of: french + "\n" + english).language == nil)
  }

  @Test("looks at the beginning, the middle and the end of a long text")
  func longTexts() {
    let (french, english) = (Self.paragraphs[0].1 + " ", Self.paragraphs[1].1 + "\n")
    let long = String(repeating: french, count: 2_000)
    let guess = LanguageGuess(of: english + english + long)
    #expect(guess.language == .french)
    #expect(guess.words < 3_000)
    #expect(LanguageGuess(of: String(repeating: "é", count: 20_001)).language == nil)
  }

  @Test("says what speaks for a language and against another")
  func evidence() throws {
    let guess = LanguageGuess(of: "The minister of the Interior et la ministre de l'Intérieur")
    let english = try #require(guess.evidence(for: .english, against: .french))
    #expect(english.words == 3 && english.kinds == 2)
    let french = try #require(guess.evidence(for: .french, against: .english))
    #expect(french.words == 4 && french.kinds == 4)
    #expect(guess.words == 11)
    #expect(guess.evidence(for: .french, against: Language("ja")) == nil)
    #expect(!guess.isIn(.french, ratherThan: Language("ja")))
  }
}
