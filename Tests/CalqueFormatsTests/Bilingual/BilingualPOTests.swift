import CalqueModel
import Testing

@testable import CalqueFormats

@Suite("A bilingual file of gettext")
struct BilingualPOTests {
  private static let header = "msgid \"\"\nmsgstr \"\"\n\"Language: fr\\n\"\n\n"

  private func open(_ body: String, header: String = header) throws -> BilingualFile {
    try BilingualFile((header + body).utf8, name: "a.po", pair: LanguagePair("en-fr"))
  }

  /// The body of a file that is filled.
  private func filled(_ body: String, _ translations: [String: String]) throws -> String {
    let text = try open(body).text(translations)
    #expect(text.hasPrefix(Self.header))
    return String(text.dropFirst(Self.header.count))
  }

  @Test(
    "has a segment a text, open where no form is translated",
    arguments: [
      ("msgid \"a\"\nmsgstr \"\"\n", ["-|a?"]), ("msgid \"a\"\nmsgstr \"b\"\n", ["-|a+"]),
      ("msgctxt \"menu\"\nmsgid \"a\"\nmsgstr \"\"\n", ["menu|a?"]),
      ("#, fuzzy\nmsgid \"a\"\nmsgstr \"b\"\n", ["-|a+"]),
      ("msgid \"\"\n\"a \"\n\"b\"\nmsgstr \"\"\n\"\"\n", ["-|a b?"]),
      (
        "msgid \"day\"\nmsgid_plural \"days\"\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n",
        ["-|day?", "-|days?"]
      ),
      (
        "msgid \"day\"\nmsgid_plural \"days\"\nmsgstr[0] \"jour\"\nmsgstr[1] \"\"\n",
        ["-|day+", "-|days"]
      ),
      ("#~ msgid \"old\"\n#~ msgstr \"\"\n\nmsgid \"a\"\nmsgstr \"\"\n", ["-|a?"]),
      ("# msgid \"no\"\nmsgid \"a\\nb\\t\\\"\"\nmsgstr \"\"\n", ["-|a\nb\t\"?"]),
      ("domain \"x\"\nmsgid \"a\"\nmsgstr \"\"\nmsgid \"b\"\nmsgstr \"\"\n", ["-|a?", "-|b?"]),
    ])
  func segments(body: String, expected: [String]) throws {
    let file = try open(body)
    #expect(file.list == expected)
    #expect(file.format == .po)
    #expect(file.segments.allSatisfy { $0.codes == nil && $0.pair == LanguagePair("en-fr") })
  }

  @Test("gets a translation in its place, and the mark that somebody has to look at it")
  func entries() throws {
    for (before, after) in [
      ("msgid \"a\"\nmsgstr \"\"\n", "#, fuzzy\nmsgid \"a\"\nmsgstr \"A\"\n"),
      (
        "# note\n#: x.c:1\nmsgctxt \"m\"\nmsgid \"a\"\nmsgstr \"\"\n",
        "# note\n#: x.c:1\n#, fuzzy\nmsgctxt \"m\"\nmsgid \"a\"\nmsgstr \"A\"\n"
      ),
      (
        "#| msgctxt \"n\"\n#| msgid \"o\"\nmsgid \"a\"\nmsgstr \"\"\n",
        "#, fuzzy\n#| msgctxt \"n\"\n#| msgid \"o\"\nmsgid \"a\"\nmsgstr \"A\"\n"
      ),
      (
        "#, fuzzy, c-format\nmsgid \"a\"\nmsgstr \"\"\n",
        "#, fuzzy, c-format\nmsgid \"a\"\nmsgstr \"A\"\n"
      ),
      (
        "#, c-format\nmsgid \"a\"\nmsgstr   \"\"  \n\"\"\n\nmsgid \"b\"\nmsgstr \"\"\n",
        "#, c-format\n#, fuzzy\nmsgid \"a\"\nmsgstr   \"A\"\n\nmsgid \"b\"\nmsgstr \"\"\n"
      ),
      ("  msgid \"a\"\n  msgstr \"\"", "#, fuzzy\n  msgid \"a\"\n  msgstr \"A\""),
    ] {
      #expect(try filled(before, ["a": "A"]) == after)
    }
  }

  @Test("writes lines, quotes and other characters as a catalogue writes them")
  func escapes() throws {
    #expect(
      try filled("msgid \"a\"\nmsgstr \"\"\n", ["a": "dit \"oui\"\\\t«\u{A0}é\u{A0}»\u{7}"])
        == "#, fuzzy\nmsgid \"a\"\nmsgstr \"dit \\\"oui\\\"\\\\\\t«\u{A0}é\u{A0}»\\a\"\n")
    #expect(
      try filled("msgid \"a\"\nmsgstr \"\"\n", ["a": "un\ndeux\n"])
        == "#, fuzzy\nmsgid \"a\"\nmsgstr \"\"\n\"un\\n\"\n\"deux\\n\"\n")
  }

  @Test("fills forms one by one, and marks the entry once whichever form comes")
  func plurals() throws {
    let entry = "msgid \"day\"\nmsgid_plural \"days\"\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n"
    for (translations, first, second) in [
      (["day": "jour"], "jour", ""), (["days": "jours"], "", "jours"),
      (["day": "jour", "days": "jours"], "jour", "jours"),
    ] {
      #expect(
        try filled(entry, translations)
          == """
          #, fuzzy\nmsgid "day"\nmsgid_plural "days"\nmsgstr[0] "\(first)"\n\
          msgstr[1] "\(second)"\n
          """)
    }
    // Gettext has languages with one form, which is that of the plural, too.
    let one = "msgid \"day\"\nmsgid_plural \"days\"\nmsgstr[0] \"\"\n"
    #expect(try open(one).list == ["-|days?"])
    #expect(try filled(one, ["days": "日"]).hasSuffix("msgstr[0] \"日\"\n"))
  }

  @Test("keeps the ends of its lines in what it adds", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) throws {
    let body = "#| msgid \"o\"\nmsgid \"a\"\nmsgstr \"\"\n\nmsgid \"b\"\nmsgstr \"\"\n"
    let text = (Self.header + body).replacing("\n", with: end)
    let file = try BilingualFile(text.utf8, name: "a.po", pair: LanguagePair("en-fr"))
    #expect(file.filled { _, _ in nil } == Array(text.utf8))
    let expected =
      Self.header + """
        #, fuzzy\n#| msgid "o"\nmsgid "a"\nmsgstr ""\n"x\\n"\n"y"\n\n\
        msgid "b"\nmsgstr ""\n
        """
    #expect(Array(file.text(["a": "x\ny"]).utf8) == Array(expected.replacing("\n", with: end).utf8))
  }

  @Test("takes its languages from the header, else from the pair, else is refused")
  func languages() throws {
    let body = "msgid \"a\"\nmsgstr \"\"\n"
    let named = try BilingualFile((Self.header + body).utf8, name: "a.po")
    #expect(named.namesLanguages)
    #expect(named.segments.first?.pair == LanguagePair("en-fr"))
    let told = try BilingualFile(body.utf8, name: "a.po", pair: LanguagePair("de-it"))
    #expect(!told.namesLanguages)
    #expect(told.segments.first?.pair == LanguagePair("de-it"))
    let error = try #require(throws: FormatError.self) {
      try BilingualFile(body.utf8, name: "a.po")
    }
    #expect(error.message == "the languages of the catalogue are not named")
    #expect(error.remedy == .namePair)
  }

  @Test("that is broken is refused with its line")
  func broken() throws {
    for (body, line) in [("msgid \"a\nmsgstr \"\"\n", 5), ("msgid \"a\"\n\nmsgid \"b\"\n", 5)] {
      let error = try #require(throws: FormatError.self) { try open(body) }
      #expect(error.place.line == line)
    }
  }
}
