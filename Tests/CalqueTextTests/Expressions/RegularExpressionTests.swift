import CalqueText
import Testing

@Suite("A regular expression")
struct RegularExpressionTests {
  private static func found(_ pattern: String, in text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    return try RegularExpression(pattern).occurrences(in: bytes).map {
      String(decoding: bytes[$0], as: UTF8.self)
    }
  }

  @Test(
    "finds its occurrences from left to right, whatever their case",
    arguments: [
      ("sommet", "Le Sommet, un SOMMET", ["Sommet", "SOMMET"]), ("é+", "ÉÉ é", ["ÉÉ", "é"]),
      ("\\d{2}", "28 pays, 1234", ["28", "12", "34"]), ("x*", "ab", []), ("x*", "axxb", ["xx"]),
      ("^le|fin$", "le début, la fin", ["le", "fin"]), ("a|ab", "ab", ["a"]), ("a", "", []),
      ("\\p{So}", "a🙂b", ["🙂"]), (".", "é🙂", ["é", "🙂"]), ("l['’]", "l’IA l'IA", ["l’", "l'"]),
      ("aa", "aaaa", ["aa", "aa"]),
    ])
  func occurrences(pattern: String, text: String, found: [String]) throws {
    #expect(try Self.found(pattern, in: text) == found)
  }

  @Test("gives places in bytes")
  func places() throws {
    #expect(
      try RegularExpression("b").occurrences(in: Array("é🙂b\u{A0}b".utf8)) == [6..<7, 9..<10])
  }

  @Test("serves one text after the other")
  func reuse() throws {
    let expression = try RegularExpression("b+")
    #expect(try expression.occurrences(in: Array("abb".utf8)) == [1..<3])
    #expect(try expression.occurrences(in: []) == [])
    #expect(try expression.occurrences(in: Array("b".utf8)) == [0..<1])
  }

  @Test(
    "says where a pattern is wrong, in scalars",
    arguments: [
      ("(", 1), ("a)", 2), ("🙂🙂*)", 4), ("[a", 2), ("\\p{Nonsense}", 12), ("", 0), ("a\nbc)", 5),
      ("a\r\n🙂)", 5),
    ])
  func wrong(pattern: String, place: Int) {
    #expect(throws: RegularExpression.Failure.pattern(place: place)) {
      try RegularExpression(pattern)
    }
  }

  @Test("gives up a search that takes too long", .timeLimit(.minutes(1)))
  func effort() throws {
    let expression = try RegularExpression("(a+)+$")
    let text = Array((String(repeating: "a", count: 40) + "!").utf8)
    #expect(throws: RegularExpression.Failure.effort) { try expression.occurrences(in: text) }
    #expect(try expression.occurrences(in: Array("aaa".utf8)) == [0..<3])
  }
}
