import CalqueModel
import CalqueTerms
import TestSupport
import Testing

@Suite("The recogniser and its twin")
struct TwinTests {
  static let words = [
    "ministre", "ministres", "délégué", "déléguée", "de", "d'", "l'", "l’", "la", "le",
    "l'Économie",
    "Economie", "économie", "IA", "ia", "sommet", "Sommets", "Sommet", "marché", "marche",
    "marchés",
    "Bercy", "bercy", "Quai", "d'Orsay", "intelligence", "artificielle", "artificielles", "UE",
    "se",
    "U.E.", "national", "nationaux", "nationale", "reprendre", "reprend", "flambeau", "œuvre",
    "oeuvre", "mai", "mais", "il", "porte", "après", "midi", "49.3", "2023", "cours", "cour", "ONG",
    "ONGs", "élue", "élu", "première", "premier", "Le", "Monde", "monde",
  ]
  static let gaps = [
    " ", " ", " ", " ", " ", "-", ", ", ". ", "\u{A0}", "\n", "\n\n", " 🎈 ", " – ", "‑",
  ]
  static let kinds = ["", "/noun", "/adjective", "/phrase", "/noun/mf", "//case", "/proper noun"]

  @Test("agree on random texts and glossaries", arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func random(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    func text(_ count: Int) -> String {
      var text = ""
      for _ in 0..<count {
        text += (Self.words.randomElement(using: &generator) ?? "")
        text += (Self.gaps.randomElement(using: &generator) ?? "")
      }
      return text
    }
    for round in 0..<12 {
      var terms = [RecogniserTerm]()
      for number in 0..<12 {
        let words = text(Int.random(in: 1...3, using: &generator))
        let kind = Self.kinds.randomElement(using: &generator) ?? ""
        terms.append(recogniserTerm(words + kind, number: number))
      }
      let language: LanguageTag = Bool.random(using: &generator) ? "fr" : "en"
      let text = text(60)
      let fast = Recogniser(terms: terms, language: language).terms(in: text)
      let slow = ObviousRecogniser(terms: terms, language: language).terms(in: text)
      let more = Set(fast).subtracting(slow).map { (surface(of: $0, in: text), terms[$0.term]) }
      let less = Set(slow).subtracting(fast).map { (surface(of: $0, in: text), terms[$0.term]) }
      #expect(
        fast == slow, "seed \(seed), round \(round), \(language): +\(more) -\(less) in \(text)")
    }
  }
}
