import CalqueText
import TestSupport
import Testing

@testable import CalqueMatch

@Suite("The edit script of a query and a match")
struct EditScriptTests {
  private func script(_ query: String, _ match: String) -> EditScript {
    var scanner = TextScanner()
    return EditScript(
      ComparedText(query, stemmer: .french, using: &scanner),
      ComparedText(match, stemmer: .french, using: &scanner))
  }

  /// What is wrong with a script; empty where nothing is.
  private func faults(of script: EditScript) -> [String] {
    var faults = [String]()
    let (query, match) = (script.query.tokens, script.match.tokens)
    if script.steps.compactMap(\.query) != Array(query.indices) {
      faults.append("the steps are not the query's tokens in order")
    }
    if script.steps.compactMap(\.match) != Array(match.indices) {
      faults.append("the steps are not the match's tokens in order")
    }
    for step in script.steps {
      let (a, b) = (step.query.map { query[$0] }, step.match.map { match[$0] })
      let cost: Int
      switch (step.kind, a, b) {
      case (.keep, let a?, let b?):
        if a.kind != b.kind || a.plain != b.plain { faults.append("\(step) keeps what differs") }
        cost = 0
      case (.exchange, let a?, let b?):
        if a.kind == b.kind, a.plain == b.plain { faults.append("\(step) exchanges equal tokens") }
        cost =
          a.kind == b.kind && a.classKey == b.classKey
          ? Int(SubstitutionCost.cost(a.kind, weight: a.weight, folded: a.folded, folded: b.folded))
          : max(a.weight, b.weight)
      case (.delete, let a?, nil): cost = a.weight
      case (.insert, nil, let b?): cost = b.weight
      default:
        faults.append("\(step) has tokens of another kind of step")
        continue
      }
      if cost != step.cost { faults.append("\(step) costs \(cost)") }
    }
    let score = Score.of(script.query, script.match)
    if let score, score.distance != script.cost {
      faults.append("the script costs \(script.cost), the distance is \(score.distance)")
    }
    if script.score() != score {
      faults.append("the script scores \(script.score() as Any), the texts \(score as Any)")
    }
    return faults
  }

  @Test("costs the distance and tells every token once", arguments: 0..<40)
  func random(seed: UInt64) {
    var random = RandomText(seed: seed)
    for _ in 0..<25 {
      let query = random.segment(words: 0...14)
      let match = random.number(0...2) > 0 ? random.edited(query) : random.segment(words: 0...14)
      let script = script(query, match)
      #expect(faults(of: script).isEmpty, "seed \(seed): “\(query)” and “\(match)”")
      #expect(script.isCheapest)
    }
  }

  @Test("costs the distance of every row of the score's vectors")
  func vectors() throws {
    for row in try Fixture.rows("score-vectors.tsv") {
      #expect(faults(of: script(row[1], row[2])).isEmpty, "“\(row[1])” and “\(row[2])”")
    }
  }

  @Test("is the one that reads best, as trying all of them finds", arguments: 0..<60)
  func twin(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let words = ["le", "sommet", ",", "a", "sommets", "12", "13", "Paris"]
    func text(_ end: String) -> String {
      ((0..<random.number(below: 5)).map { _ in words[random.number(below: words.count)] } + [end])
        .joined(separator: " ")
    }
    // Different ends: equal ones are always kept, so they are no choice.
    let (query, match) = ("x " + text("y"), "z " + text("w"))
    let script = script(query, match)
    let best = ObviousScript(script.query, script.match).best()
    #expect(script.cost == best.cost, "“\(query)” and “\(match)”")
    #expect(ObviousScript.burden(of: script) == best.burden, "“\(query)” and “\(match)”")
  }

  @Test("replaces the rest of two texts that are too long to compare")
  func long() {
    let size = 2_100
    let query = (["même"] + (0..<size).map { "q\($0)" } + ["fin"]).joined(separator: " ")
    let match = (["même"] + (0..<size).map { "m\($0)" } + ["fin"]).joined(separator: " ")
    let script = script(query, match)
    #expect(!script.isCheapest)
    #expect(script.differences.map(\.kind) == [.same, .changed, .same])
    // Equal but for a few words they are compared, whatever their length.
    let edited = query + " encore"
    #expect(self.script(query, edited).isCheapest)
    #expect(self.script(query, edited).differences.map(\.kind) == [.same, .added])
  }
}

/// The best edit script, by trying all of them: slow and obvious.
private struct ObviousScript {
  let query: [TokenForm]
  let match: [TokenForm]

  init(_ query: ComparedText, _ match: ComparedText) {
    (self.query, self.match) = (query.tokens, match.tokens)
  }

  /// The smallest cost, and the smallest burden at that cost.
  func best(_ i: Int = 0, _ j: Int = 0, inRun: Bool = false) -> (cost: Int, burden: Int) {
    if i == query.count, j == match.count { return (0, 0) }
    var found = [(cost: Int, burden: Int)]()
    func change(_ cost: Int, _ i: Int, _ j: Int) {
      let rest = best(i, j, inRun: true)
      found.append((cost + rest.cost, (inRun ? 0 : EditTable.run) + rest.burden))
    }
    if i < query.count { change(query[i].weight, i + 1, j) }
    if j < match.count { change(match[j].weight, i, j + 1) }
    if i < query.count, j < match.count {
      let (a, b) = (query[i], match[j])
      if a.kind == b.kind, a.plain == b.plain {
        let rest = best(i + 1, j + 1)
        found.append((rest.cost, rest.burden - a.weight))
      } else if a.kind == b.kind, a.classKey == b.classKey {
        change(
          Int(
            SubstitutionCost.cost(a.kind, weight: a.weight, folded: a.folded, folded: b.folded)),
          i + 1, j + 1)
      } else {
        change(max(a.weight, b.weight), i + 1, j + 1)
      }
    }
    return found.min { $0.cost != $1.cost ? $0.cost < $1.cost : $0.burden < $1.burden } ?? (0, 0)
  }

  static func burden(of script: EditScript) -> Int {
    var (burden, inRun) = (0, false)
    for step in script.steps {
      if step.kind == .keep {
        burden -= step.query.map { script.query.tokens[$0].weight } ?? 0
      } else if !inRun {
        burden += EditTable.run
      }
      inRun = step.kind != .keep
    }
    return burden
  }
}
