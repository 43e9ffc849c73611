import CalqueModel
import CalqueTerms
import Testing

@Suite("The recogniser")
struct RecogniserTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let terms: [String]
    let text: String
    let found: [String]
    let language: LanguageTag

    init(
      _ terms: [String], _ text: String, _ found: [String], language: LanguageTag = "fr"
    ) {
      (self.terms, self.text, self.found, self.language) = (terms, text, found, language)
    }

    var testDescription: String { "\(terms) in \(text)" }
  }

  static let spelling: [Case] = [
    Case(["sommet"], "Ce Sommet, le SOMMET.", ["Sommet", "SOMMET"]),
    Case(["ministre de l'Économie"], "le ministre de l'Economie", ["ministre de l'Economie"]),
    Case(["ministre de l'Économie"], "le ministre de l’économie", ["ministre de l’économie"]),
    Case(["ministre de l’Economie"], "le ministre de l'Économie", ["ministre de l'Économie"]),
    Case(["à défaut"], "A défaut de régulation", ["A défaut"]),
    Case(["état"], "Etat, ÉTAT, état, etat", ["Etat", "ÉTAT", "état"]),
    Case(["marché"], "la marche, le marché, les marchés, il marche", ["marché", "marchés"]),
    Case(["pêche"], "le péché, la pêche", ["pêche"]),
    Case(["événement"], "un évènement", ["évènement"]),
    Case(["entraîneur"], "son entraineur", ["entraineur"]),
    Case(["jeûne"], "un jeune", []),
    Case(["œuvre"], "une oeuvre, l'Œuvre", ["oeuvre", "Œuvre"]),
    Case(["manœuvre"], "la manoeuvre", ["manoeuvre"]),
    Case(
      ["coopération internationale"], "cooperation internationale", ["cooperation internationale"]),
    Case(
      ["Palais-Bourbon"], "Palais Bourbon, Palais‑Bourbon", ["Palais Bourbon", "Palais‑Bourbon"]),
    Case(["cessez le feu"], "un cessez-le-feu", ["cessez-le-feu"]),
    Case(
      ["intelligence artificielle"], "l'intelligence\nartificielle", ["intelligence\nartificielle"]),
    Case(["intelligence artificielle"], "intelligence\n\nartificielle", []),
    Case(["intelligence artificielle"], "intelligence, artificielle", []),
    Case(
      ["intelligence artificielle"], "l'intelligence\u{A0}artificielle",
      ["intelligence\u{A0}artificielle"]),
    Case(
      ["intelligence artificielle"], "Lire aussiIntelligence artificielle :",
      ["Intelligence artificielle"]),
    Case(
      ["intelligence artificielle"], "aussiL'intelligence artificielle",
      ["intelligence artificielle"]),
    Case(["tube", "phone"], "YouTube, iPhone, MacTube", []),
    Case(["sommet"], "som\u{AD}met", ["som\u{AD}met"]),
    Case(["Élysée"], "l'E\u{301}lyse\u{301}e", ["E\u{301}lyse\u{301}e"]),
    Case(["U.E."], "l'UE, l'U.E.", ["UE", "U.E."]),
    Case(["ONU"], "à l'O.N.U.", ["O.N.U."]),
    Case(["49.3"], "le 49.3", ["49.3"]),
    Case(["C++"], "en C++.", ["C++"]),
  ]

  static let capitals: [Case] = [
    Case(["IA"], "l'IA, OpenAI, ia, Ia, LIA, IA générative", ["IA", "IA"]),
    Case(["AI"], "OpenAI and AI", ["AI"], language: "en"),
    Case(["WHO"], "who said WHO?", ["WHO"], language: "en"),
    Case(["ONG"], "les ONG, des ONGs, ONGS, ong", ["ONG", "ONGs"]),
    Case(["IA générative"], "l'IA Générative, ia générative", ["IA Générative"]),
    Case(["G7"], "le G7, le g7", ["G7"]),
    Case(["Bercy//case"], "Bercy, bercy, BERCY", ["Bercy"]),
    Case(["Élysée//case"], "Elysée, élysée", ["Elysée"]),
    Case(["UE"], "le sommet UE-Chine", ["UE"]),
  ]

  static let articles: [Case] = [
    Case(["l'Élysée"], "L'Elysée, à l’Élysée", ["L'Elysée", "l’Élysée"]),
    Case(["l'Élysée"], "palais Élysée", ["Élysée"]),
    Case(["Élysée"], "à l'Élysée", ["Élysée"]),
    Case(
      ["le Quai d'Orsay"], "du Quai d’Orsay, le quai d'Orsay",
      ["Quai d’Orsay", "le quai d'Orsay"]),
    Case(["Quai d'Orsay"], "le Quai d'Orsay", ["Quai d'Orsay"]),
    Case(["Le Monde"], "le monde entier lit le Monde, tout le monde", ["le Monde"]),
    Case(
      ["the French presidency"], "French presidency; The French Presidency",
      ["French presidency", "The French Presidency"], language: "en"),
  ]

  static let forms: [Case] = [
    Case(["sommet/noun"], "des sommets", ["sommets"]),
    Case(
      ["journal/noun", "bureau/noun", "travail/noun"], "journaux, bureaux, travaux",
      ["journaux", "bureaux", "travaux"]),
    Case(
      ["mai/noun", "franc/noun", "danse/noun", "commune/noun", "fil", "ver"],
      "mais la France dans la communication, son fils vers", []),
    Case(
      ["ministre délégué/noun/mf"], "la ministre déléguée, les ministres déléguées",
      ["ministre déléguée", "ministres déléguées"]),
    Case(["député/noun/mf"], "députée, députées, députés", ["députée", "députées", "députés"]),
    Case(["Premier ministre/noun/mf"], "la Première ministre", ["Première ministre"]),
    Case(
      ["national/adjective"], "nationaux, nationale, nationales, national",
      ["nationaux", "nationale", "nationales", "national"]),
    Case(
      ["prélèvements obligatoires/noun"], "un prélèvement obligatoire",
      ["prélèvement obligatoire"]),
    Case(["environs/noun"], "il est environ midi", []),
    Case(
      ["après-midi", "midi/noun"], "cet après-midi, ce midi-là, à midi",
      ["après-midi", "midi", "midi"]),
    Case(["porte/noun"], "il porte la porte, elles se porte", ["porte"]),
    Case(
      ["reprendre le flambeau/phrase"], "elle reprend le flambeau, a repris le flambeau",
      ["reprend le flambeau", "repris le flambeau"]),
    Case(
      ["convoquer l'ambassadeur/phrase"],
      "Paris a convoqué l'ambassadeur, convoquant l’ambassadeur",
      ["convoqué l'ambassadeur", "convoquant l’ambassadeur"]),
    Case(["convoquer l'ambassadeur"], "a convoqué l'ambassadeur", ["convoqué l'ambassadeur"]),
    Case(["lancer un appel/verb"], "lançait un appel", ["lançait un appel"]),
    Case(["cour", "cours"], "le cours", ["cours"]),
    Case(
      ["policy/noun", "country/noun", "person/noun"], "policies of countries and people",
      ["policies", "countries", "people"], language: "en"),
    Case(
      ["news", "play/noun", "chairman"], "new plays want to play, chairmen", ["plays", "chairmen"],
      language: "en"),
    Case(
      ["take up the torch/phrase"], "took up the torch, taking up the torch",
      ["took up the torch", "taking up the torch"], language: "en"),
    Case(["summit/noun"], "the summit's host", ["summit"], language: "en"),
  ]

  static let lengths: [Case] = [
    Case(
      ["sécurité", "intelligence artificielle", "sécurité de l'intelligence artificielle"],
      "la sécurité de l'intelligence artificielle",
      ["sécurité de l'intelligence artificielle", "sécurité", "intelligence artificielle"]),
    Case(["a b c", "b c d"], "a b c d", ["a b c", "b c d"]),
    Case(["non non"], "non non non", ["non non", "non non"]),
    Case([" ", "", "-"], "l' - l'", []),
  ]

  @Test(
    "finds what a reader would and nothing else",
    arguments: spelling + capitals + articles + forms + lengths)
  func cases(_ item: Case) {
    #expect(found(item.terms, in: item.text, item.language) == item.found)
  }

  @Test("counts offsets in the bytes of the original")
  func offsets() {
    let text = "😀 «\u{A0}L’E\u{301}lyse\u{301}e\u{A0}» et l’IA 👩‍🚀"
    let recogniser = Recogniser(
      terms: [recogniserTerm("Élysée", number: 3), recogniserTerm("IA", number: 5)],
      language: "fr")
    let found = recogniser.terms(in: text)
    #expect(found.map { surface(of: $0, in: text) } == ["E\u{301}lyse\u{301}e", "IA"])
    #expect(found.map(\.term) == [3, 5])
    #expect(found[0].start == "😀 «\u{A0}L’".utf8.count)
  }

  @Test("tells the longest from what lies in it or across it")
  func winners() {
    let text = "la sécurité de l'intelligence artificielle"
    let recogniser = Recogniser(
      terms: ["sécurité", "sécurité de l'intelligence artificielle", "intelligence artificielle"]
        .enumerated().map { recogniserTerm($1, number: $0) },
      language: "fr")
    let whole = 3..<text.utf8.count
    #expect(recogniser.terms(in: text).winners() == [nil, whole, whole])
  }

  @Test("keeps every term of one surface, in the order they were entered")
  func homographs() {
    let recogniser = Recogniser(
      terms: (0..<3).map { RecogniserTerm(number: 9 - $0, text: "sommet") }, language: "fr")
    #expect(recogniser.terms(in: "un sommet").map(\.term) == [7, 8, 9])
  }
}
