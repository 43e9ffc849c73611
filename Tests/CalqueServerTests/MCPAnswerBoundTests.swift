import CalqueModel
import TestSupport
import Testing

@testable import CalqueServer

@Suite("The bound of an answer")
struct MCPAnswerBoundTests {
  private static func list(_ count: Int, of text: String) -> JSONValue {
    .array((0..<count).map { ["n": .number($0), "text": .string(text)] })
  }

  @Test("leaves an answer as it is that fits")
  func fits() {
    let answer: JSONValue = ["terms": Self.list(3, of: "é")]
    #expect(MCPAnswerBound.bounded(answer, maximum: 2_000) == answer)
  }

  @Test("leaves items out of the end of the longest list, and says how many are shown")
  func lists() throws {
    let answer: JSONValue = [
      "query": "q", "terms": Self.list(400, of: "terme"), "matches": Self.list(2, of: "match"),
    ]
    let bounded = MCPAnswerBound.bounded(answer, maximum: 4_000)
    #expect(bounded.json.utf8.count <= 4_000)
    #expect(bounded["query"] == "q")
    #expect(bounded["matches"] == answer["matches"])
    let kept = try #require(bounded["terms"]?.items)
    let all = try #require(answer["terms"]?.items)
    #expect(kept == Array(all.prefix(kept.count)))
    #expect(kept.count > 50)
    #expect(
      bounded["cut"]?.text?.contains("\(kept.count) of 400 terms are shown. Ask for less") == true)
  }

  @Test("fits whatever the answer is")
  func random() {
    for seed in UInt64(1)...40 {
      var random = SplitMix64(seed: seed)
      let members = (0..<1 + random.number(below: 4)).map { number -> (String, JSONValue) in
        let text = String(repeating: "é\"\n", count: random.number(below: 3_000))
        return (
          "m\(number)",
          random.number(below: 3) == 0
            ? .string(text) : Self.list(random.number(below: 60), of: text)
        )
      }
      let answer = JSONValue.object(members.map { (name: $0.0, value: $0.1) })
      let bounded = MCPAnswerBound.bounded(answer, maximum: 12_000)
      #expect(bounded.json.utf8.count <= 12_000, "seed \(seed)")
      #expect(JSONValue(bounded.json) == bounded, "seed \(seed)")
      #expect((bounded == answer) == (answer.json.utf8.count <= 12_000), "seed \(seed)")
    }
  }
}
