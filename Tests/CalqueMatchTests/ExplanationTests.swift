import CalqueMatch
import CalqueModel
import CalqueText
import TestSupport
import Testing

@Suite("An explanation")
struct ExplanationTests {
  private func compared(_ text: String, _ language: Language = .french) -> ComparedText {
    var scanner = TextScanner()
    return ComparedText(text, stemmer: language.stemmer, using: &scanner)
  }

  private func explained(_ query: String, _ match: String) -> Explanation? {
    let (query, match) = (compared(query), compared(match))
    guard let score = Score.of(query, match) else { return nil }
    return Explanation(
      EditScript(query, match),
      ranked: RankedSegment(
        variant: 1, unit: 1, resource: 1, status: .translated, changed: 1, score: score,
        points: score.points, missing: 0))
  }

  @Test("has steps that cost the distance in all", arguments: 0..<40)
  func sums(seed: UInt64) throws {
    var random = RandomText(seed: seed)
    for _ in 0..<20 {
      let query = random.segment(words: 1...12)
      let match = random.number(0...1) == 0 ? random.edited(query) : random.segment(words: 1...12)
      guard let explanation = explained(query, match) else { continue }
      #expect(
        explanation.steps.reduce(0) { $0 + $1.cost } == explanation.score.distance,
        "seed \(seed): “\(query)” and “\(match)”")
      let best = max(explanation.base, explanation.short ?? 0)
      #expect(explanation.score.points >= min(99, best), "“\(query)” and “\(match)”")
    }
  }

  @Test("names the tokens as they are written")
  func tokens() throws {
    let explanation = try #require(
      explained("La France accueillera 12 sommets.", "La France accueillera un Sommet, 13."))
    #expect(
      explanation.steps.map { [$0.kind.rawValue, $0.query ?? "", $0.match ?? ""] } == [
        ["exchange", "12", "un"], ["exchange", "sommets", "Sommet"], ["insert", "", ","],
        ["insert", "", "13"],
      ])
  }

  @Test(
    "flags names that one side alone has",
    arguments: [
      ("Il a rencontré Macron.", "Il a rencontré Scholz.", true),
      ("Il a rencontré Macron.", "Il a rencontré Macron hier.", false),
      ("Macron est arrivé.", "Hier, Macron est arrivé.", false),
      ("Le premier ministre est là.", "Le Premier ministre est là.", false),
      ("Les Français votent.", "La Française vote.", false),
      ("Hier, il a voté. Demain, il part.", "Hier, il a voté.", false),
      ("Il dit : « Nous partons »", "Il dit : « nous restons »", false),
      ("Le sommet de Nice s’ouvre.", "Le sommet s’ouvre.", true),
      ("Une équipe de l’ONU est là.", "Une équipe est là.", true),
    ])
  func names(query: String, match: String, areDifferent: Bool) throws {
    let (query, match) = (compared(query), compared(match))
    let score = try #require(Score.of(query, match))
    let flags = MatchFlag.between(
      MarkedText(query, .french), and: MarkedText(match, .french), score: score)
    #expect(flags.contains(.names) == areDifferent)
  }
}
