import ArgumentParser
import TestSupport
import Testing

@testable import CalqueCLI

@Suite("The arguments of a lookup")
struct LookupRequestTests {
  @Test(
    "mean the same whether ArgumentParser reads them or not",
    arguments: [
      [], ["sommet"], ["le", "sommet"], ["-"], ["--json", "sommet"], ["sommet", "--json"],
      ["--", "--json", "-5"], ["a", "--", "b"], ["--pair", "en-fr", "x"], ["--pair=en-fr", "x"],
      ["--min-score", "60", "--limit=3", "x"], ["--limit", "3", "--limit", "4", "x"],
      ["--memory", "a:-5", "--memory", "b", "x"], ["--glossary", "a", "--glossary=b", "x"],
      ["--penalty", "draft=3", "--penalty=region=2", "--explain", "x"],
      ["--exact", "--closest", "--scan", "--timing", "--ids", "--json", "x"],
      ["--jobs", "2", "-"], ["--context", "-"],
      ["--previous", "a b", "--next=c", "--key", "k", "x"],
      ["--store", "a b.db", "--color", "never", "x"],
      ["a=b"], [""], ["--memory", "a=b", "x"],
    ])
  func agree(arguments: [String]) throws {
    let parsed = try LookupVerb.parse(arguments).request
    #expect(LookupRequest(arguments: arguments) == parsed)
  }

  @Test(
    "are left to ArgumentParser where it has something to say",
    arguments: [
      ["--help"], ["-h", "x"], ["--version"], ["--jsom", "x"], ["--pair", "french", "x"],
      ["--limit", "0", "x"], ["--limit", "-1", "x"], ["--limit"], ["--min-score=all", "x"],
      ["--color", "blue", "x"], ["--memory", "", "x"], ["-x"], ["--penalty", "a=1", "x"],
      ["--json=yes", "x"],
      ["--store=", "x"],
      ["--generate-completion-script", "bash"],
    ])
  func leftAlone(arguments: [String]) {
    #expect(LookupRequest(arguments: arguments) == nil)
  }

  @Test("mean the same in any order and number", arguments: 0..<200)
  func random(seed: Int) throws {
    let words = [
      "sommet", "-", "--", "--json", "--exact", "--pair", "en-fr", "--pair=fr-en", "--limit", "3",
      "--limit=x", "--memory", "a:-5", "--store", "s.db", "--color=always", "--x", "",
    ]
    var random = SplitMix64(seed: UInt64(seed))
    let arguments = (0..<random.number(below: 7)).map { _ in
      words[random.number(below: words.count)]
    }
    guard let request = LookupRequest(arguments: arguments) else { return }
    let parsed = try LookupVerb.parse(arguments).request
    #expect(request == parsed, "seed \(seed): \(arguments)")
  }
}
