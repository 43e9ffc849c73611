import CalqueModel
import CalqueText
import Testing

@testable import CalqueMatch

@Suite("An adapted translation")
struct AdaptationTests {
  /// The query, the match, its translation, and what comes out; an empty text where nothing does.
  typealias Case = (query: String, match: String, target: String, adapted: String)

  private func adapted(
    _ item: Case, from source: Language, to target: Language
  ) -> Adaptation.Adapted? {
    var scanner = TextScanner()
    let query = ComparedText(item.query, stemmer: source.stemmer, using: &scanner)
    let match = ComparedText(item.match, stemmer: source.stemmer, using: &scanner)
    return Adaptation(from: source, to: target)
      .adapted(
        item.target, of: match, to: query, TextSlot.slots(of: query, in: source), using: &scanner)
  }

  private static let french: [Case] = [
    (
      "Il y a 12 000 agents.", "Il y a 3 000 agents.", "There are 3,000 officers.",
      "There are 12,000 officers."
    ),
    ("Une hausse de 3,4 %.", "Une hausse de 2,15 %.", "A rise of 2.15%.", "A rise of 3.4%."),
    ("Le 4 mai à Paris.", "Le 1er mars à Paris.", "On March 1 in Paris.", "On May 4 in Paris."),
    ("Le 1er mai à Paris.", "Le 2 mai à Paris.", "In Paris on 2 May.", "In Paris on 1 May."),
    ("Réunion mardi.", "Réunion lundi.", "Meeting on Monday.", "Meeting on Tuesday."),
    (
      "Il a 5 ans et 300 jours.", "Il a 7 ans et 200 jours.", "He is seven years and 200 days old.",
      "He is five years and 300 days old."
    ),
    (
      "Un coût de 3,5 milliards d'euros.", "Un coût de 2 milliards d'euros.",
      "It cost 2 billion euros.", "It cost 3.5 billion euros."
    ),
    (
      "Un coût de 3 millions d'euros.", "Un coût de 2 milliards d'euros.",
      "It cost 2 billion euros.", "It cost 3 million euros."
    ),
    (
      "deux millions d'habitants", "trois milliards d'habitants", "three billion people",
      "two million people"
    ),
    ("En 2024, à Paris", "En 1999, à Paris", "In 1999, in Paris", "In 2024, in Paris"),
    (
      "la 22e édition de la foire", "la 3e édition de la foire", "the fair's 3rd edition",
      "the fair's 22nd edition"
    ),
    (
      "Le paragraphe (1) suit.", "Le paragraphe (2) suit.", "Subsection (2) follows.",
      "Subsection (1) follows."
    ),
    ("Le paragraphe 142.011 suit.", "Le paragraphe 142 suit.", "Subsection 142 follows.", ""),
    // The number of a paragraph or a version stays as it is written.
    (
      "Le paragraphe 169.2(1) de la Loi", "Le paragraphe 169.1(1) de la Loi",
      "subsection 169.1(1) of the Act", "subsection 169.2(1) of the Act"
    ),
    (
      "La clause 138.01(1) suit.", "La clause 142.011(1) suit.", "Clause 142.011(1) follows.",
      "Clause 138.01(1) follows."
    ),
    ("le numéro 0406.10.20", "le numéro 0406.10.10", "item No. 0406.10.10", "item No. 0406.10.20"),
    (
      "corrigé dans la version 2.6.7-5.1", "corrigé dans la version 2.0.11-6",
      "fixed in version 2.0.11-6", "fixed in version 2.6.7-5.1"
    ),
    ("les articles 298 à 300", "les articles 307 à 316.1", "ss. 307 to 316.1", "ss. 298 to 300"),
    ("L'article 32 suit.", "L'article 21.1 suit.", "Section 21.1 follows.", "Section 32 follows."),
    ("Prix : 3,5", "Prix : 2.5", "Price: 2.5", ""),
    ("Prix : 2.500", "Prix : 2000", "Price: 2000", ""),
    ("Délai : 1 mois", "Délai : 2.5 mois", "Delay: 2.5 months", ""),
    ("Délai : 2.5 mois", "Délai : 1 mois", "Delay: 1 month", ""),
    ("Prix : 3.500", "Prix : 2.500", "Price: 2,500", ""),
    ("La réunion d'août.", "La réunion de mai.", "A May meeting.", ""),
    // Held as often as in the source, and one other number in all places, or told apart.
    ("4 sur 4 votes", "3 sur 3 votes", "3 of 3 votes", "4 of 4 votes"),
    (
      "le 1er janvier ou, si le 1er janvier tombe un samedi",
      "le 1er juillet ou, si le 1er juillet tombe un samedi",
      "July 1, or if July 1 falls on a Saturday", "January 1, or if January 1 falls on a Saturday"
    ),
    (
      "aux paragraphes 396(7) ou 401(1)", "aux paragraphes 402(1) ou 915(1)",
      "under subsection 402(1) or 915(1)", "under subsection 396(7) or 401(1)"
    ),
    ("à l'article 1-1.C.12.", "à l'article 1-1.C.1.", "in item 1-1.C.1.", "in item 1-1.C.12."),
    (
      "expiré le 31 décembre 2017, prorogé dès le 1er janvier 2018",
      "expiré le 31 janvier 2018, prorogé dès le 1er février 2018",
      "expired January 31, 2018, extended from February 1, 2018",
      "expired December 31, 2017, extended from January 1, 2018"
    ),
    ("3 sur 4 votes", "3 sur 3 votes", "3 of 3 votes", ""),
    ("5 hommes, 6 femmes", "5 hommes, 5 femmes", "5 women, 5 men", ""),
    ("en 2006, avant 2004", "en 2004, avant 2004", "in 2004, before 2004", ""),
    ("du 1er au 22 janvier", "du 1er au 24 février", "February 1 to February 24", ""),
    // The word behind the number is not what the number counts.
    ("6 pour chaque membre", "1 pour chaque membre", "1 for each member", ""),
    (
      "permis de catégorie 1 ;", "permis de catégorie 4 ;", "a class 4 licensee;",
      "a class 1 licensee;"
    ),
    ("Flacon de 2 mL", "Flacon de 1 mL", "1 mL vial", "2 mL vial"),
    ("Le Masque 1 est vide.", "Le Masque 2 est vide.", "Mask 2 is empty.", "Mask 1 is empty."),
    (
      "un composant de niveau 2 est vide", "un composant de niveau 1 est vide",
      "a Tier 1 component is empty", "a Tier 2 component is empty"
    ),
    (
      "vos paquets firebird2.1.", "vos paquets firebird2.5.", "your firebird2.5 packages",
      "your firebird2.1 packages"
    ),
    ("Il en reste 2.", "Il en reste 1.", "There is 1 left.", ""),
    ("Il en reste 1.", "Il en reste 2.", "2 months remain.", ""),
    ("Il y en a 2.", "Il y en a 1.", "There is 1 left.", ""),
    ("Il y en a 1.", "Il y en a 2.", "There are 2 left.", ""),
    (
      "Il faut 1 mois au niveau 1.", "Il faut 2 mois au niveau 2.",
      "At level 2, 2 months are needed.", ""
    ),
    (
      "En 2015, 4 hommes et 6 femmes", "En 2015, 3 hommes et 3 femmes",
      "In 2015, 3 women and 3 men", ""
    ),
    (
      "Le 4 mars, 4 hommes et 6 femmes", "Le 4 mars, 3 hommes et 3 femmes",
      "On March 4, 3 women and 3 men", ""
    ),
    ("1 fichier trouvé", "0 fichier trouvé", "0 files found", ""),
    ("1 mois", "1,5 mois", "1.5 months", ""),
    ("Nombre de mois : 2", "Nombre de mois : 1", "1 month", ""),
    ("Nombre de mois : 1", "Nombre de mois : 2", "2 months", ""),
    ("Nombre d'enfants : 1", "Nombre d'enfants : 2", "2 children", ""),
    // Nothing is adapted: not held as often, not held, another word, a singular, half days, signs.
    ("3 ans, 5 mois", "4 ans, 5 mois", "4 years, 4 months", ""),
    ("Il a 3 chats.", "Il a 5 chats.", "He has some cats.", ""),
    ("Il a 3 chiens.", "Il a 5 chats.", "He has 5 cats.", ""),
    ("dans 1 mois", "dans 2 mois", "in 2 months", ""),
    ("à 9 heures", "à 8 heures", "at 8 p.m.", ""),
    ("Il fait -3 degrés.", "Il fait 3 degrés.", "It is 3 degrees.", ""),
    ("la troisième fois", "la deuxième fois", "the 2 times", ""),
    ("Il y a 3 000 agents.", "Il y a 3000 agents.", "There are 3,000 officers.", ""),
    ("Le pont.", "Le pont.", "The bridge.", ""),
    // The article before a number is that of the number as it is spoken.
    (
      "Un homme de 18 ans est mort.", "Un homme de 17 ans est mort.", "A 17-year-old man died.",
      "An 18-year-old man died."
    ),
    (
      "Un rapport de 90 pages.", "Un rapport de 80 pages.", "An 80-page report.",
      "A 90-page report."
    ),
    (
      "un prêt de 11 000 euros", "un prêt de 9 000 euros", "a 9,000-euro loan",
      "an 11,000-euro loan"
    ),
    ("un prêt de 1 800 euros", "un prêt de 9 000 euros", "a 9,000-euro loan", "a 1,800-euro loan"),
    ("L'A 8 est fermée.", "L'A 7 est fermée.", "The A 7 is closed.", "The A 8 is closed."),
    ("un prêt de 800 euros", "un prêt de 110 euros", "a 110-euro loan", "an 800-euro loan"),
    (
      "une équipe de huit joueurs", "une équipe de neuf joueurs", "a nine-man team",
      "an eight-man team"
    ),
  ]

  private static let english: [Case] = [
    (
      "There are 12,000 officers.", "There are 3,000 officers.", "Il y a 3 000 agents.",
      "Il y a 12 000 agents."
    ),
    (
      "There are 12,000 officers.", "There are 30 officers.", "Il y a 30 agents.",
      "Il y a 12\u{A0}000 agents."
    ),
    ("A rise of 3.4%.", "A rise of 2%.", "Une hausse de 2 %.", "Une hausse de 3,4 %."),
    ("On March 1 in Paris.", "On May 4 in Paris.", "Le 4 mai à Paris.", "Le 1er mars à Paris."),
    ("On May 4 in Paris.", "On March 1 in Paris.", "Le 1er mars à Paris.", "Le 4 mai à Paris."),
    (
      "It cost 1 million euros.", "It cost 2 million euros.", "Cela a coûté 2 millions d'euros.",
      "Cela a coûté 1 million d'euros."
    ),
    (
      "It cost 3.5 billion euros.", "It cost 2 million euros.", "Cela a coûté 2 millions d'euros.",
      "Cela a coûté 3,5 milliards d'euros."
    ),
    ("The June session.", "The May session.", "Le mois de mai.", "Le mois de juin."),
    ("The August session.", "The May session.", "Le mois de mai.", ""),
    ("The May session.", "The August session.", "Le mois d’août.", ""),
    ("In August, a row.", "In May, a row.", "En mai, une rangée.", "En août, une rangée."),
    ("in version 2.4", "in version 2.3", "dans la version 2.3", "dans la version 2.4"),
    ("a 3 year period", "a 1 year period", "une période de 1 an", ""),
    ("a 1 year period", "a 3 year period", "une période de 3 ans", ""),
    ("1 aircraft", "2 aircraft", "2 avions", ""),
    ("twenty-one dogs", "eighty dogs", "quatre-vingts chiens", "vingt et un chiens"),
  ]

  @Test("has the query's numbers and dates by the conventions of its language")
  func inBothDirections() {
    for item in Self.french {
      #expect(adapted(item, from: .french, to: .english)?.text ?? "" == item.adapted, "\(item)")
    }
    for item in Self.english {
      #expect(adapted(item, from: .english, to: .french)?.text ?? "" == item.adapted, "\(item)")
    }
  }

  @Test("says whether a number in words differs")
  func words() {
    #expect(adapted(Self.french[8], from: .french, to: .english)?.changesWords == true)
    #expect(adapted(Self.french[0], from: .french, to: .english)?.changesWords == false)
  }

  @Test("is none in languages without conventions")
  func others() {
    #expect(adapted(Self.french[0], from: .french, to: Language("de")) == nil)
  }
}
