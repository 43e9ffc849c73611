import CalqueModel
import CalqueMorphology
import CalqueTerms
import CalqueText
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

  static let phrases = [
    "mettre", "met", "mis", "mise", "mises", "en", "examen", "lever", "levé", "levée", "levées",
    "l'immunité", "une", "la", "motion", "motions", "de", "du", "d'", "censure", "déposer",
    "déposée", "a", "été", "est", "s'", "se", "féliciter", "félicitée", "félicite", "vivement",
    "alors", "nouvelle", "ministère", "français", "française", "l'économie", "article", "49",
    "alinéa", "3", "bulletins", "bulletin", "blancs", "nuls", "nul", "et", "ou", "redressements",
    "liquidations", "affaires", "courantes", "expédier", "pouvoir", "député", "députée",
    "députés", "cours", "cour", "marché", "marche", "marcher", "G20", "G", "20", "ex", "ministre",
  ]

  @Test("agree with a lexicon on random phrases", arguments: [21, 22, 23, 24, 25, 26] as [UInt64])
  func phrases(seed: UInt64) throws {
    let morphology = Morphology(.french, lexicon: try SampleDictionary.lexicon())
    var generator = SplitMix64(seed: seed)
    func text(_ count: Int) -> String {
      (0..<count).map { _ in
        (Self.phrases.randomElement(using: &generator) ?? "")
          + ([" ", " ", " ", " ", ", ", "-", "\n\n"].randomElement(using: &generator) ?? "")
      }.joined()
    }
    let known = [
      "mettre en examen", "lever l'immunité", "déposer une motion de censure", "se féliciter",
      "ministère de l'économie", "article 49 alinéa 3", "bulletin nul", "liquidation courante",
      "expédier les affaires courantes", "en cours de", "G20", "motion de censure/noun",
      "député/noun", "pouvoir", "lever", "nul",
    ]
    for round in 0..<12 {
      var terms = (0..<10).map { number in
        let kind = Self.kinds.randomElement(using: &generator) ?? ""
        return recogniserTerm(
          text(Int.random(in: 1...4, using: &generator)) + kind, number: number)
      }
      for term in known { terms.append(recogniserTerm(term, number: terms.count)) }
      let text = text(80)
      var builder = RecogniserBuilder(morphology)
      for term in terms { builder.add(term) }
      let fast = Set(builder.recogniser().terms(in: text))
      let slow = Set(ObviousRecogniser(terms: terms, morphology).terms(in: text))
      let more = fast.subtracting(slow).map { (surface(of: $0, in: text), terms[$0.term].text) }
      let less = slow.subtracting(fast).map { (surface(of: $0, in: text), terms[$0.term].text) }
      #expect(fast == slow, "seed \(seed), round \(round): +\(more) -\(less) in \(text)")
    }
  }
}
