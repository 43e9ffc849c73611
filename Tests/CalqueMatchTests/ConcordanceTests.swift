import CalqueText
import Testing

@testable import CalqueMatch

@Suite("A concordance")
struct ConcordanceTests {
  @Test(
    "finds a query without regard to case, accents and typography, and answers the text's bytes",
    arguments: [
      ("élysée", "À l’Elysée", ["Elysée"]),
      ("ELYSEE", "l'Élysée et l'élysée", ["Élysée", "élysée"]),
      ("l'IA", "l’IA, l'ia", ["l’IA", "l'ia"]),
      ("oeuvre", "Œuvre", ["Œuvre"]),
      ("œuvre", "main-d'oeuvre", ["oeuvre"]),
      ("12 000", "12\u{202F}000 et 12\u{A0}000", ["12\u{202F}000", "12\u{A0}000"]),
      ("prochain sommet", "le prochain \n\t sommet", ["prochain \n\t sommet"]),
      ("som\u{AD}met", "sommet", ["sommet"]),
      ("sommet", "som\u{AD}met", ["som\u{AD}met"]),
      ("e", "e\u{301}te\u{301}", ["e\u{301}", "e\u{301}"]),
      (" met ", "sommet", ["met"]),
      ("aa", "aaaaa", ["aa", "aa"]),
      ("...", "Eh bien…", ["…"]),
      ("o", "cœur", ["œ"]),
      ("strasse", "Straße", ["Straße"]),
      ("х", "x", []),
      ("sommets", "sommet", []),
      ("a", "", []),
    ])
  func folds(query: String, text: String, found: [String]) throws {
    #expect(try occurrences(Concordance(query), in: text) == found)
  }

  @Test(
    "tells accents apart when asked to, not case",
    arguments: [
      ("élysée", "ÉLYSÉE, Elysée, élysée", ["ÉLYSÉE", "élysée"]),
      ("E\u{301}", "É e", ["É"]),
      ("l'été", "L’Été", ["L’Été"]),
      ("ete", "été", []),
    ])
  func accents(query: String, text: String, found: [String]) throws {
    #expect(try occurrences(Concordance(query, keepsAccents: true), in: text) == found)
  }

  @Test(
    "searches for regular expressions, folded as well",
    arguments: [
      ("sommets?", "Sommet, SOMMETS", ["Sommet", "SOMMETS"]),
      ("élys[ée]e", "l’Elysée", ["Elysée"]),
      (#"\bIA\b"#, "l’IA, partial", ["IA"]),
      ("œ?uf", "œuf, uf", ["œuf", "uf"]),
      ("[œx]u", "xu", ["xu"]),
      (#"\d+ \d{3}"#, "12\u{202F}000", ["12\u{202F}000"]),
      ("x*", "axxb", ["xx"]),
      ("^le|fin$", "Le début, la fin", ["Le", "fin"]),
      (#"\W"#, "a, b", [",", " "]),
      ("a…", "a… abc", ["a…"]),
      ("[à-ÿ]", "Été déjà à Bruz", ["É", "é", "é", "à", "à"]),
      ("[À-ÿ]+", "bdt", []),
      (#"\u00e8"#, "mère, mere", ["è"]),
      (#"\x{e9}t|\0351"#, "été ete", ["ét", "é"]),
      (#"[a-zà-ÿ]+"#, "L’été", ["L", "été"]),
      (#"\\u00e8"#, #"\u00e8"#, [#"\u00e8"#]),
      (#"\x41"#, "a À", ["a", "À"]),
    ])
  func expressions(pattern: String, text: String, found: [String]) throws {
    #expect(try occurrences(Concordance(expression: pattern), in: text) == found)
  }

  @Test(
    "tells capitals from small letters when asked to",
    arguments: [
      ("IA", "ia IA Ia", false, ["IA"]), ("Élu", "élu Elu Élu", false, ["Elu", "Élu"]),
      ("[A-Z]+", "Le PIB", true, ["L", "PIB"]), ("É", "É é E", true, ["É", "E"]),
    ])
  func capitals(query: String, text: String, isExpression: Bool, found: [String]) throws {
    let concordance =
      try isExpression
      ? Concordance(expression: query, keepsCase: true) : Concordance(query, keepsCase: true)
    #expect(try occurrences(concordance, in: text) == found)
  }

  @Test(
    "refuses a query that folds to nothing", arguments: ["", "  ", "\u{A0}", "\u{AD}", "\u{301}"])
  func empty(query: String) {
    #expect(throws: Concordance.Failure.emptyQuery) { try Concordance(query) }
  }

  @Test("says where an expression is wrong", arguments: [("a(b", 3), ("é**+", 3), ("[a", 2)])
  func wrong(pattern: String, place: Int) {
    #expect(throws: Concordance.Failure.pattern(place: place)) {
      try Concordance(expression: pattern)
    }
  }

  @Test("gives up an expression that explodes", .timeLimit(.minutes(1)))
  func explosion() throws {
    let concordance = try Concordance(expression: "(a+)+$")
    #expect(throws: Concordance.Failure.effort) {
      try concordance.occurrences(in: String(repeating: "a", count: 40) + "b")
    }
  }

  @Test("has one budget for all texts of a walk", .timeLimit(.minutes(1)))
  func budget() throws {
    let concordance = try Concordance(expression: "oui|(a+)+$", budget: 150)
    let hard = String(repeating: "a", count: 40) + "b"
    #expect(try concordance.occurrences(in: "oui").count == 1)
    #expect(!concordance.isExhausted)
    var texts = 0
    while !concordance.isExhausted, texts < 100 {
      #expect(throws: Concordance.Failure.effort) { try concordance.occurrences(in: hard) }
      texts += 1
    }
    // A text takes no more than what is left, so one or two take it all.
    #expect(texts < 10)
    #expect(throws: Concordance.Failure.effort) { try concordance.occurrences(in: "oui") }
    concordance.begin()
    #expect(try concordance.occurrences(in: "oui").count == 1)
  }

  @Test("does not exhaust an ordinary expression, however many texts there are")
  func ordinary() throws {
    let concordance = try Concordance(expression: "sommets? (de|sur)", budget: 20)
    for number in 0..<3_000 {
      _ = try concordance.occurrences(
        in: "La France accueillera en \(number) le prochain sommet sur la sécurité de l'IA.")
    }
    #expect(!concordance.isExhausted)
  }

  private func occurrences(_ concordance: Concordance, in text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    return try concordance.occurrences(in: text).map { String(decoding: bytes[$0], as: UTF8.self) }
  }
}
