import CalqueFormats
import CalqueModel
import Testing

/// UTX 1.11: the second field of the first line names the languages, the line of names begins with
/// `#src`, and a hyphen alone is an empty cell.
@Suite("The cells of a glossary in UTX")
struct UTXCellTests {
  private let fallback = FormatOptions(fallbackPair: LanguagePair("de-it"))

  @Test(
    "are in the languages of the first line; without them the user's pair stands",
    arguments: [
      ("#UTX 1.11; fr/en", "fr en"), ("#UTX 1.11;fr-CA / en-US ;2020;x", "fr-CA en-US"),
      ("#UTX 1.20; en/ja; 2018-01-01T00:00:00Z+09:00; CC BY", "en ja"),
      ("#UTX 1.11", "de it"), ("#UTX 1.11; fr", "de it"), ("#UTX 1.11; fr/en/it", "de it"),
      ("#UTX 1.11; français/en", "de it"),
    ])
  func languages(first: String, expected: String) throws {
    let text = "\(first)\n#src\ttgt\nun\tone\n"
    let reading = try Reading(text.utf8, name: "a.utx", options: fallback)
    #expect(reading.detected.format == .utx)
    #expect(reading.detected.languages.map(\.written).joined(separator: " ") == expected)
    #expect(reading.texts == [["un", "one"]])
  }

  @Test("are two texts where no line names the columns, and lines with # are comments anywhere")
  func unnamed() throws {
    let text = "#UTX 1.11; fr/en\n# no names\nun\tone\n#deux\ttwo\n\ntrois\tthree\n"
    let reading = try Reading(text.utf8, name: "a.utx")
    #expect(reading.texts == [["un", "one"], ["trois", "three"]])
    #expect(reading.places.map(\.line) == [3, 6])
  }

  @Test("are known by the columns' names, in any case and any order behind the two texts")
  func names() throws {
    let text = """
      #UTX 1.11; fr/en
      #src\ttgt\tComment\tTgt:Gender\tSRC:gender\ttgt:pos\tsrc:comment\tTerm Status\tteam
      loi\tlaw\tboth\tn\tfém.\tverb\tfirst\tprovisional\tdesk

      """
    let concept = try #require(try Reading(text.utf8, name: "a.utx").concepts.first)
    #expect(concept.note == "both")
    #expect(concept.terms.map(\.gender) == ["f", "n"])
    #expect(concept.terms.map(\.partOfSpeech) == [nil, "verb"])
    #expect(concept.terms.map(\.note) == ["first", nil])
    #expect(concept.terms.map(\.status) == [.preferred, .admitted])
    #expect(concept.meta.properties.map { [$0.type, $0.value] } == [["team", "desk"]])
  }

  @Test(
    "hold each status in UTX's word for it, and come back with it",
    arguments: [
      (TermStatus.preferred, "approved"), (.admitted, "provisional"), (.forbidden, "forbidden"),
    ])
  func status(_ status: TermStatus, word: String) throws {
    let concept = Concept(terms: [
      Term(language: "fr", text: "loi"), Term(language: "en", text: "law", status: status),
    ])
    let written = try Writing(.utx, concepts: [concept])
    #expect(written.text.hasSuffix("\nloi\tlaw\t\t\t\(word)\t\n"))
    let again = try Reading(written.text.utf8, name: "a.utx")
    #expect(again.concepts.map { $0.terms.map(\.status) } == [[.preferred, status]])
  }

  @Test("are empty where a hyphen stands alone, and no other sign is nothing")
  func hyphen() throws {
    let text = """
      #UTX 1.11; fr/en
      #src\ttgt\tsrc:pos\tcomment
      tiret\t-\t-\t-
      -\thyphen\t\t
      tiret\t–\t--\t- a

      """
    let reading = try Reading(
      text.utf8, name: "a.utx", options: FormatOptions(keepsIncomplete: true))
    #expect(reading.texts == [["tiret"], ["hyphen"], ["tiret", "–"]])
    #expect(reading.concepts.map(\.note) == [nil, nil, "- a"])
    #expect(reading.concepts.map { $0.terms[0].partOfSpeech } == [nil, nil, "--"])
    #expect(try Writing(back: reading).text == text)
  }

  @Test(
    "hold a term that looks like a comment, a formula, a quote or an empty cell",
    arguments: ["#MeToo", "# a", "=1+1", "\"a\" b", "'Ndrangheta", "-", "'-", "- a", "a;b", "a|b"])
  func odd(text: String) throws {
    let concept = Concept(terms: [
      Term(language: "fr", text: text), Term(language: "en", text: text),
    ])
    let written = try Writing(.utx, concepts: [concept])
    #expect(written.losses == [:])
    #expect(
      try Reading(written.text.utf8, name: "a.utx").texts == [[text, text]], "\(written.text)")
  }

  @Test("make a title that holds no semicolon and no line break, which end a field of the header")
  func title() throws {
    let concept = Concept(terms: [
      Term(language: "fr-FR", text: "loi"), Term(language: "en", text: "law"),
    ])
    let written = try Writing(
      .utx, options: WriterOptions(title: "a;b\nc"), concepts: [concept])
    let lines = written.text.split(separator: "\n")
    #expect(lines[0] == "#UTX 1.11; fr-FR/en; Dictionary ID: a,b c;")
    #expect(lines[1] == "#src\ttgt\tsrc:pos\ttgt:pos\tterm status\tcomment")
    #expect(lines.count == 3)
  }

  @Test("cannot hold a tab or a line break, which become a blank and are counted")
  func breaks() throws {
    var concept = Concept(terms: [
      Term(language: "fr", text: "loi"), Term(language: "en", text: "law"),
    ])
    concept.note = "a\tb\nc"
    let written = try Writing(.utx, concepts: [concept])
    #expect(written.text.hasSuffix("\tapproved\ta b c\n"))
    #expect(written.losses == ["tab": 1, "line break": 1])
  }
}
