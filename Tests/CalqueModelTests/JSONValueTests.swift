import TestSupport
import Testing

@testable import CalqueModel

@Suite("A JSON value")
struct JSONValueTests {
  @Test(
    "is read from its text",
    arguments: [
      ("1", .number(1)), ("1.5", .decimal("1.5")), ("-2e10", .decimal("-2e10")),
      ("123456789012345678901", .decimal("123456789012345678901")),
      (#""\b\f""#, .string("\u{8}\u{C}")), (" -7 ", .number(-7)), ("\"a\"", .string("a")),
      ("true", .boolean(true)),
      ("false", .boolean(false)), ("null", .null), ("[]", .array([])), ("{}", .object([])),
      ("[1, \"b\" ,null]", .array([.number(1), .string("b"), .null])),
      (
        "{\"b\":1,\"a\":{\"c\":[]}}",
        .object([("b", .number(1)), ("a", .object([("c", .array([]))]))])
      ),
      (#""\"\\\/\n\r\t\u00e9""#, .string("\"\\/\n\r\té")), (#""\ud83d\ude00""#, .string("😀")),
      ("\"été 😀\"", .string("été 😀")),
    ] as [(String, JSONValue)])
  func read(text: String, value: JSONValue) {
    #expect(JSONValue(text) == value)
  }

  @Test(
    "is none where the text is no JSON, or more than one value",
    arguments: [
      "", " ", "1 2", "[1", "[1,]", "{\"a\"}", "{\"a\":}", "{a:1}", "\"a", "\"\\u12\"",
      "\"\\ud83d\"",
      "\"\\ud83dx\"", "\"\\ude00\"", "tru", "nul", "[1}", "--1", "1.", ".5", "+1", "1.5.2", "-",
      "e5", #""\x""#, "\"\\u+123\"", "]",
      String(repeating: "[", count: 20) + String(repeating: "]", count: 20),
    ])
  func none(text: String) {
    #expect(JSONValue(text) == nil)
  }

  @Test("is compared byte for byte")
  func bytes() {
    #expect(JSONValue.string("\u{E9}") != .string("e\u{301}"))
    #expect(
      JSONValue.object([("a", .null), ("b", .null)]) != .object([("b", .null), ("a", .null)]))
    #expect(JSONValue.number(1) != .string("1"))
  }

  @Test("of any text comes back from the writer's text", arguments: 0..<40)
  func roundTrip(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let text = (0..<60).map { _ -> String in
      let scalar = Unicode.Scalar(
        UInt32(random.number(below: [0x80, 0x800, 0x3000, 0x1F700][random.number(below: 4)])))
      return scalar.map { String($0) } ?? "x"
    }.joined()
    var json = JSONText()
    json.object { json in
      json.member("text", text)
      json.member("list", [text, "a"])
      json.member("number", random.number(below: 1_000) as Int?)
      json.member("none", nil as String?)
      json.member("yes", true)
    }
    guard case .object(let members)? = JSONValue(json.text) else {
      Issue.record("seed \(seed): \(json.text)")
      return
    }
    #expect(members.map(\.name) == ["text", "list", "number", "none", "yes"])
    #expect(members[0].value == .string(text), "seed \(seed)")
    #expect(members[1].value == .array([.string(text), .string("a")]), "seed \(seed)")
    #expect(members[3].value == .null)
    #expect(members[4].value == .boolean(true))
  }
}

@Suite("Blanks and case")
struct BlankTests {
  @Test(
    "are dropped at both ends, no-break spaces as well, and nowhere else",
    arguments: [
      (" a ", "a"), ("\u{A0}a b\u{202F}\n", "a b"), ("", ""), (" \t", ""), ("a", "a"),
      ("\u{2003}a", "\u{2003}a"), ("e\u{301} ", "e\u{301}"),
    ])
  func trimmed(text: String, trimmed: String) {
    #expect(text.trimmingBlanks.hasSameBytes(as: trimmed))
  }

  @Test(
    "of A to Z alone is lowered",
    arguments: [("FR-Ça ÉÎ", "fr-Ça ÉÎ"), (" Z[@", "z[@"), ("İ", "İ")])
  func lowered(text: String, lowered: String) {
    #expect(text.asciiLowercased.hasSameBytes(as: lowered))
  }
}
