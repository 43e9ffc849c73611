import CalqueModel
import Testing

@testable import CalqueText

@Suite("Sentences by the rules of a file")
struct RuleSplitterTests {
  /// A rule as `+before/after` for a break, `-before/after` for none.
  private func rules(_ rules: String...) -> [SegmentationRule] {
    rules.enumerated().map { number, rule in
      let sides = rule.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
      return SegmentationRule(
        isBreak: rule.hasPrefix("+"), before: String(sides[0]), after: String(sides[1]),
        line: number + 1)
    }
  }

  private func cut(_ text: String, _ rules: [SegmentationRule]) throws -> [String] {
    let bytes = Array(text.utf8)
    return try RuleSplitter(rules).sentences(in: text).map {
      ($0.isDateline ? "# " : "") + String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)
    }
  }

  @Test("end where the first rule that fits says so, and nowhere else")
  func order() throws {
    let break_ = "+[.?!]+/\\s"
    #expect(try cut("M. Dupont part. Il rit.", rules(break_)) == ["M.", "Dupont part.", "Il rit."])
    #expect(
      try cut("M. Dupont part. Il rit.", rules("-\\bM\\./\\s", break_)) == [
        "M. Dupont part.", "Il rit.",
      ])
    #expect(
      try cut("M. Dupont part.", rules(break_, "-\\bM\\./\\s")) == ["M.", "Dupont part."],
      "too late")
    #expect(try cut("Un. Deux.", rules()) == ["Un. Deux."])
    #expect(try cut("", rules(break_)) == [])
  }

  @Test("may have a rule for one side alone")
  func sides() throws {
    #expect(try cut("a|b|c", rules("+\\|/")) == ["a|", "b|", "c"])
    #expect(try cut("a|b|c", rules("+/\\|")) == ["a", "|b", "|c"])
    #expect(try cut("un. deux", rules("+/")) == ["un. deux"], "no rule at all")
  }

  @Test("keep case apart, as the rules of files do")
  func cases() throws {
    #expect(try cut("a. B. c", rules("+\\./\\s[A-Z]")) == ["a.", "B. c"])
  }

  @Test("never cross a paragraph, and begin behind a dateline")
  func paragraphs() throws {
    let text = "PARIS, 4 mars (AFP) - Il pleut.\n\nUn. Deux.\n\n  \nTrois."
    let sentences = try RuleSplitter(rules("+\\./\\s")).sentences(in: text)
    #expect(
      try cut(text, rules("+\\./\\s")) == [
        "# PARIS, 4 mars (AFP) -", "Il pleut.", "Un.", "Deux.", "Trois.",
      ])
    #expect(sentences.map(\.paragraph) == [0, 0, 1, 1, 2])
  }

  @Test("have places in bytes, without the white space around them")
  func places() throws {
    let text = "\u{A0}Été 👩‍👩‍👧. \u{202F} Œuf. "
    let sentences = try RuleSplitter(rules("+\\./\\s")).sentences(in: text)
    let bytes = Array(text.utf8)
    #expect(
      sentences.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) } == [
        "Été 👩‍👩‍👧.", "Œuf.",
      ])
  }

  @Test(
    "with a wrong expression are refused with the rule's line", arguments: ["(", "[", "a)", "*"])
  func wrong(expression: String) throws {
    for rule in ["+\(expression)/a", "+a/\(expression)"] {
      let failure = try #require(throws: SegmentationFailure.self) {
        try RuleSplitter(rules("+x/y", rule))
      }
      #expect(failure.line == 2)
      #expect(failure.message.contains(expression))
    }
    #expect(throws: SegmentationFailure.self, "two halves repair nothing") {
      try RuleSplitter(rules("+(a/b)"))
    }
  }

  @Test("with a rule that takes too long end with an error", .timeLimit(.minutes(1)))
  func effort() throws {
    let text = String(repeating: "a", count: 40) + "!"
    let failure = try #require(throws: SegmentationFailure.self) {
      try RuleSplitter(rules("+(a+)+$/b")).sentences(in: text)
    }
    #expect(failure == SegmentationFailure(line: 1, message: "the rule takes too long"))
  }
}

@Suite("The blocks of plain text")
struct PlainBlockTests {
  @Test("say how they begin and end, and where they are in bytes")
  func signs() {
    let text =
      "Été 👩‍👩‍👧\n\n- un point\n\nPARIS (AFP) - Il pleut.\n\n  a)  deux :\n\nlong\nde deux lignes qui"
    let blocks = PlainBlock.blocks(of: text)
    let bytes = Array(text.utf8)
    #expect(
      blocks.map { String(decoding: bytes[$0.range], as: UTF8.self) }.prefix(4) == [
        "Été 👩‍👩‍👧", "- un point", "PARIS (AFP) - Il pleut.", "a)  deux :",
      ])
    #expect(blocks.prefix(4).map(\.beginsItem) == [false, true, false, true])
    #expect(blocks.prefix(4).map(\.isFinished) == [false, false, true, true])
    #expect(blocks.prefix(4).map(\.hasDateline) == [false, false, true, false])
    #expect(blocks.prefix(4).map(\.isOneLine) == [true, true, true, true])
    #expect(PlainBlock.blocks(of: " \n\n\u{A0}\n").isEmpty)
  }

  @Test("count bytes by UTF-16 units as UTF-8 does, for letters of any width")
  func offsets() {
    let text = "a\u{7F}é\u{7FF}€\u{FFFD}😀𝒳e\u{301}"
    let units = Array(text.utf16)
    var offsets = ByteOffsets(units)
    for place in 0...units.count {
      let isInsidePair =
        place > 0 && place < units.count && (0xDC00...0xDFFF).contains(units[place])
      let wanted = String(decoding: units[..<place], as: UTF16.self).utf8.count
      let found = offsets.offset(of: place)
      if !isInsidePair { #expect(found == wanted, "\(place)") }
    }
  }

  @Test(
    "have quotes that close behind a space, where spaces do not tell the direction",
    arguments: [
      ("\" Oui ! \" dit-il", [8]), ("\"Oui\" dit-il", []), ("a \"b\" c", []),
      ("\" a \" b \" c \"", [4, 12]),
      ("\"", []), ("", []), ("\" a", []), ("(\" a \")", []),
    ] as [(String, Set<Int>)])
  func detachedClosers(text: String, places: Set<Int>) {
    #expect(Quotations.detachedClosers(in: Array(text.utf16)) == places)
  }
}
