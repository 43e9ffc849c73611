import CalqueModel
import CalqueTerms
import Testing

@Suite("Phrases in running text")
struct PhraseTests {
  typealias Case = RecogniserTests.Case

  static let byLexicon: [Case] = [
    Case(
      ["mettre en examen"], "Elle est mise en examen. Le juge met en examen le député.",
      ["mise en examen", "met en examen"]),
    Case(
      ["mettre en examen"], "Le juge a mis l'élu en examen, puis mis Jean Petit en examen",
      ["mis l'élu en examen", "mis Jean Petit en examen"]),
    Case(
      ["lever l'immunité"], "L'immunité a été levée. Il lève son immunité.",
      ["L'immunité a été levée"]),
    Case(["lever l'immunité"], "L'immunité est vivement levé.", []),
    Case(
      ["déposer une motion de censure"],
      "Ils déposent la motion de censure, déposent une nouvelle motion de censure",
      ["déposent la motion de censure", "déposent une nouvelle motion de censure"]),
    Case(
      ["se féliciter"], "Elle s'est félicitée; on se félicite; il se sont vivement félicités",
      ["s'est félicitée", "se félicite", "se sont vivement félicités"]),
    Case(["se féliciter"], "Elle félicite le ministre; le ministre est félicité", []),
    Case(
      ["ministère de l'Économie"], "le ministère français de l'Économie",
      ["ministère français de l'Économie"]),
    Case(["ministère de l'Économie"], "le ministère française de l'Économie", []),
    Case(["marché national"], "un marché judiciaire national", []),
    Case(
      ["bulletin salué"], "les bulletins français salués", ["bulletins français salués"]),
    Case(["article 49 alinéa 3"], "l'article 49, alinéa 3", ["article 49, alinéa 3"]),
    Case(
      ["liquidation judiciaire", "redressement judiciaire"],
      "redressements et liquidations judiciaires",
      ["redressements et liquidations judiciaires", "liquidations judiciaires"]),
    Case(["bulletin nul"], "bulletins blancs ou nuls", ["bulletins blancs ou nuls"]),
    Case(
      ["expédier les affaires courantes"], "il expédiera alors les affaires courantes",
      ["expédiera alors les affaires courantes"]),
    Case(["cour"], "au cours de la cour, des cours", ["cour"]),
    Case(["député"], "une députée et des députées", ["députée", "députées"]),
    Case(["pouvoir"], "des pouvoirs; il peut pouvoir", ["pouvoirs", "pouvoir"]),
    Case(["boîte"], "des boites", ["boites"]),
    Case(["lancer"], "Il lance et lança, lancée", ["lance", "lança", "lancée"]),
    Case(
      ["ministère de l'économie"], "ministères des économies", ["ministères des économies"]),
    Case(["motion(s)", "motion"], "MOTION(S) de censure", ["MOTION(S)", "MOTION(S)"]),
    Case(["bulletins", "bulletin"], "des bulletins", ["bulletins", "bulletins"]),
    Case(["marché"], "il marche aux marchés", ["marchés"]),
    // Only a noun is an object without an article: the adjective of *tenir bon* is none.
    Case(["saluer motion"], "motions saluées", ["motions saluées"]),
    Case(["saluer national"], "Il salue national; les nationaux salués", ["salue national"]),
    // A negation behind *ne* denies the verb, any other what is behind it.
    Case(
      ["mettre en examen"], "Le juge ne met pas en examen l'élu; il met pas en examen",
      ["met pas en examen"]),
    // No verb stands behind *au*.
    Case(["saluer"], "contraire au salué; il a salué", ["salué"]),
    // A pronoun stands for the preposition and what would follow.
    Case(
      ["se saluer de"], "qu'il s'en salue, s'en est saluée; en saluant la motion",
      ["s'en salue", "s'en est saluée"]),
    Case(
      ["mettre fin à"], "pour y mettre fin; ils y ont mis fin; il met fin à la motion",
      ["y mettre fin", "y ont mis fin", "met fin à"]),
  ]

  @Test("are found in the forms that the lexicon knows", arguments: byLexicon)
  func lexicon(_ item: Case) throws {
    #expect(try foundByLexicon(item.terms, in: item.text) == item.found)
  }

  static let byRules: [Case] = [
    Case(
      ["en marge de"], "en marge du sommet, en marge d'un sommet, en marge des débats",
      ["en marge du", "en marge d'", "en marge des"]),
    Case(["faire barrage à/verb"], "il fait barrage au projet", ["fait barrage au"]),
    Case(["sommet du G20"], "le sommet du G 20", ["sommet du G 20"]),
    Case(["COP 28"], "la COP28, la Cop28 et la COP 28", ["COP28", "Cop28", "COP 28"]),
    Case(
      ["monsieur/noun", "docteur"], "M. Petit, MM. Petit, un M et le Dr Noir, le Dr. Blanc",
      ["M.", "Dr", "Dr."]),
    Case(["kilomètre", "mètres/noun"], "à 3 km, soit 3 000 m, un m, 5 M", ["km", "m"]),
    Case(["docteur/noun"], "docteurs et DR Congo", ["docteurs"]),
    Case(
      ["président du conseil/noun"],
      "la vice-présidente du conseil, l'ex-président du conseil, le président du conseil-exécutif",
      ["président du conseil"]),
    Case(["SNCF", "RATP"], "Hier la Sncf et la Ratp. Ratp.", ["Sncf", "Ratp", "Ratp"]),
    Case(["OMC"], "Omc. Il dit omc.", []),
    Case(["PDG"], "le P.-D.G. et le P.D.G.", ["P.-D.G.", "P.D.G."]),
    Case(["ministre"], "l'ex-ministre, le vice-ministre", ["ministre"]),
    Case(["quelqu'un", "m²"], "quelqu’un et 3 m2", ["quelqu’un", "m2"]),
    Case(["MP"], "two MPs", ["MPs"], language: "en"),
    Case(["WHO"], "A man Who said so", [], language: "en"),
    Case(["UNESCO"], "It said Unesco agreed", ["Unesco"], language: "en"),
    Case(["swear in/verb"], "They swore her in", ["swore her in"], language: "en"),
    Case(
      ["drop the charges/verb"], "All charges were finally dropped. They dropped their charges.",
      ["charges were finally dropped", "dropped their charges"], language: "en"),
    Case(
      ["plead guilty/verb"],
      "He pleaded not guilty, pleads openly not guilty, pleads openly guilty",
      ["pleads openly guilty"], language: "en"),
    Case(["breach"], "breaching the law", ["breaching"], language: "en"),
    Case(["stress-test"], "They stress-tested it", ["stress-tested"], language: "en"),
    Case(["minister"], "the ex-minister", ["minister"], language: "en"),
  ]

  @Test("are found by rules alone", arguments: byRules)
  func rules(_ item: Case) {
    #expect(found(item.terms, in: item.text, item.language) == item.found)
  }
}
