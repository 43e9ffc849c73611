import CalqueText
import Testing

@testable import CalqueMatch

@Suite("The flags of a match")
struct MatchFlagTests {
  private func flags(_ query: String, _ match: String, _ language: Language) -> Set<MatchFlag> {
    var scanner = TextScanner()
    let query = ComparedText(query, stemmer: language.stemmer, using: &scanner)
    let match = ComparedText(match, stemmer: language.stemmer, using: &scanner)
    let score = Score(points: 90, distance: 1, weight: 10)
    return Set(
      MatchFlag.between(
        MarkedText(query, language), and: MarkedText(match, language), score: score))
  }

  private static let french: [(String, String, Set<MatchFlag>)] = [
    ("deux millions", "deux milliards", [.numbers]), ("dix ans", "six ans", [.numbers]),
    ("12 000 agents", "12000 agents", []), ("-3 degrés", "3 degrés", [.numbers]),
    ("ce lundi", "ce mardi", [.dates]), ("le 3 mars", "le 3 mai", [.dates]),
    ("le 3 sept. 2023", "le 3 septembre 2023", []), ("3 euros", "3 dollars", [.currencies]),
    ("3 €", "3 euros", []), ("trois livres", "trois euros", [.currencies]),
    ("le livre", "la livre", []), ("3 % de plus", "3 points de plus", [.percent]),
    ("3 % de plus", "3 pour cent de plus", []), ("il ne dit rien", "il ne dit pas", []),
    ("il ne dit que cela", "il dit cela", []), ("il dit cela", "il ne dit pas cela", [.negation]),
    ("deux pommes", "deux poires", []), ("au premier tour", "au second tour", [.numbers]),
    ("au deuxième tour", "au second tour", []), ("au premier tour", "au dernier tour", [.numbers]),
    ("le premier ministre", "le ministre", []),
    ("les prix ont doublé", "ils ont triplé", [.numbers]),
    ("la moitié des élus", "le quart des élus", [.numbers]),
    ("les 3 premiers mois", "les premiers 3 mois", []),
    ("premier candidat", "1 candidat", [.numbers]),
    ("30 secondes", "30 secondes puis", []),
    ("un tiers des élus", "deux tiers des élus", [.numbers]),
  ]

  private static let english: [(String, String, Set<MatchFlag>)] = [
    ("two million", "two billion", [.numbers]), ("in May", "in June", [.dates]),
    ("it may", "it might", []), ("on Monday", "on Friday", [.dates]),
    ("3 percentage points", "3 percent", [.percent]), ("$3", "£3", [.currencies]),
    ("the first round", "the second round", [.numbers]),
    ("he won once", "he won twice", [.numbers]),
    ("prices doubled", "prices tripled", [.numbers]), ("last year", "this year", []),
    ("he pounds on", "he runs on", []), ("it is not", "it is", [.negation]),
  ]

  @Test("tell what a reader of French must not confuse")
  func inFrench() {
    for (query, match, expected) in Self.french {
      #expect(flags(query, match, .french) == expected, "\(query) / \(match)")
      #expect(flags(match, query, .french) == expected, "\(match) / \(query)")
    }
  }

  @Test("tell what a reader of English must not confuse")
  func inEnglish() {
    for (query, match, expected) in Self.english {
      #expect(flags(query, match, .english) == expected, "\(query) / \(match)")
    }
  }
}
