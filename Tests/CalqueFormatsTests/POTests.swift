import CalqueModel
import Testing

@testable import CalqueFormats

@Suite("A gettext catalogue")
struct POTests {
  private static let header = """
    # Newsroom
    msgid ""
    msgstr ""
    "Content-Type: text/plain; charset=UTF-8\\n"
    "Language: fr\\n"


    """

  private static let sample =
    header
      + """
      # by the desk
      #. a button
      #: a.c:1 b.c:2
      #: c.c:3
      #, fuzzy, c-format
      #| msgid "Sumit"
      msgctxt "menu"
      msgid "Summit \\"%s\\"\\n"
      msgstr "Sommet «\\u{A0}%s\\u{A0}»\\n"

      msgid "%d day"
      msgid_plural "%d days"
      msgstr[0] "%d jour"
      msgstr[1] "%d jours"

      msgid ""
      "two "
      "lines"
      msgstr ""

      # a comment that stands alone

      #~ msgid "old"
      #~ msgstr "vieux"

      """
    .replacing("\\u{A0}", with: "\u{A0}")

  private static let conversion = FormatOptions(keepsIncomplete: true)

  @Test("gives a unit an entry, and a unit a form of a plural")
  func reading() throws {
    let reading = try Reading(Self.sample.utf8, name: "a.po", options: Self.conversion)
    #expect(reading.detected.format == .po)
    #expect(reading.detected.languages == ["en", "fr"])
    #expect(
      reading.texts == [
        ["Summit \"%s\"\n", "Sommet «\u{A0}%s\u{A0}»\n"], ["%d day", "%d jour"],
        ["%d days", "%d jours"], ["two lines"], ["old", "vieux"],
      ])
    let unit = reading.units[0]
    #expect(unit.externalID == "menu")
    #expect(unit.status == .draft)
    #expect(unit.meta.notes.map(\.text) == ["by the desk", "a button"])
    #expect(
      unit.meta.properties.map { "\($0.type)=\($0.value)" } == [
        "references=a.c:1 b.c:2\nc.c:3", "flags=fuzzy, c-format", "previous-msgid=Sumit",
      ])
    #expect(reading.places.map(\.line) == [7, 17, 17, 22, 29])
    #expect(try Reading(Self.sample.utf8, name: "a.po").skipped == ["no translation"])
  }

  @Test("comes back as it was")
  func roundTrip() throws {
    let reading = try Reading(Self.sample.utf8, name: "a.po", options: Self.conversion)
    let written = try Writing(back: reading)
    #expect(
      written.text
        == Self.sample.replacing("\"\"\n\"two \"\n\"lines\"", with: "\"two lines\"") + "\n")
    #expect(written.losses == [:])
  }

  @Test("in Windows-1251 comes back in Windows-1251")
  func encoding() throws {
    let text = Self.header.replacing("UTF-8", with: "CP1251") + "msgid \"a\"\nmsgstr \"?\"\n\n"
    let bytes = text.utf8.map { $0 == UInt8(ascii: "?") ? 0xE0 : $0 }
    let reading = try Reading(bytes, name: "a.po")
    #expect(reading.texts == [["a", "а"]])
    var written = [UInt8]()
    var writer = FileWriter(format: .po, header: reading.header) { written += $0 }
    for unit in reading.units { try writer.write(unit) }
    try writer.finish()
    #expect(written == bytes)
  }

  @Test("keeps the forms of a plural that have one text", arguments: [false, true])
  func equalForms(isStored: Bool) throws {
    let text =
      Self.header + """
        msgid "sheep"
        msgid_plural "sheep"
        msgstr[0] "a"
        msgstr[1] "b"
        msgstr[2] "b"


        """
    var reading = try Reading(text.utf8, name: "a.po")
    #expect(reading.texts == [["sheep", "a"], ["sheep", "b"], ["sheep", "b"]])
    // A memory holds two equal units once.
    if isStored { reading.units.remove(at: 2) }
    #expect(try Writing(back: reading).text == text)
  }

  @Test("of units from elsewhere has each entry once, and agrees in line breaks")
  func fresh() throws {
    func unit(_ source: String, _ target: String) -> TranslationUnit {
      TranslationUnit(
        variants: [
          Variant(language: "fr", text: source), Variant(language: "en-GB", text: target),
        ])
    }
    let units = [unit("a", "b"), unit("a", "c\u{1}"), unit("d\n", "e"), unit("", "f")]
    let written = try Writing(.po, units: units)
    #expect(written.losses == ["status": 1, "unit without a text": 1])
    let reading = try Reading(written.text.utf8, name: "a.po", options: Self.conversion)
    #expect(reading.detected.languages == ["fr", "en_GB"])
    #expect(reading.texts == [["a", "b"], ["a", "c\u{1}"], ["d\n", "e"]])
    #expect(reading.units.map(\.externalID) == [nil, "(2)", nil])
    #expect(reading.units.map(\.status) == [.translated, .translated, .draft])
  }

  @Test(
    "may have a joiner or an accent behind a quote, which make one character of both",
    arguments: ["\u{200D}Le ministre", "\u{301}a", "a\u{301}"])
  func joiner(text: String) throws {
    let body = "#\u{301}: a.c:1\nmsgid \"\(text)\"\nmsgstr \"\(text)b\"\n"
    let reading = try Reading((Self.header + body).utf8, name: "a.po")
    #expect(
      reading.texts.map { $0.map { Array($0.utf8) } } == [
        [Array(text.utf8), Array("\(text)b".utf8)]
      ])
  }

  @Test(
    "that is broken is refused with its line",
    arguments: [
      ("msgid \"a\nmsgstr \"b\"\n", 7, "in quotes"),
      ("msgid \"a\"\n\nmsgid \"b\"\n", 7, "no msgstr"),
      ("msgstr \"b\"\n", 7, "out of place"), ("\"a\"\n", 7, "stands alone"),
      ("msgid \"a\"\nmsgstr \"b\u{0}\"\n", 8, "NUL"), ("hello\n", 7, "expected"),
    ])
  func broken(body: String, line: Int, reason: String) throws {
    let error = try #require(throws: FormatError.self) {
      try Reading((Self.header + body).utf8, name: "a.po")
    }
    #expect(error.message.contains(reason), "\(error)")
    #expect(error.place.line == line)
  }

  @Test("without a language is refused, unless the user names it")
  func language() throws {
    let text = "msgid \"a\"\nmsgstr \"b\"\n"
    let error = try #require(throws: FormatError.self) { try Reading(text.utf8, name: "a.po") }
    #expect(error.message.contains("languages"))
    #expect(error.remedy == .namePair)
    let options = FormatOptions(pair: LanguagePair("de-fr"))
    let reading = try Reading(text.utf8, name: "a.po", options: options)
    #expect(reading.units[0].variants.map(\.language) == ["de", "fr"])
    #expect(try Writing(back: reading).text == "\nmsgid \"a\"\nmsgstr \"b\"\n\n")
    #expect(try Reading("msgid \"a\"\nmsgstr \"\"\n".utf8, name: "a.pot").skipped.count == 1)
  }

  @Test(
    "keeps the forms in their order, and numbered translations of a text without plural",
    arguments: [
      "msgid \"foo\"\nmsgid_plural \"foos\"\nmsgstr[3] \"bars\"\nmsgstr[1] \"bar\"\n",
      "msgid \"Cow\"\nmsgstr[0] \"Koei\"\nmsgstr[1] \"Koeie\"\n",
      "msgid \"a\"\nmsgid_plural \"a\"\nmsgstr[1] \"b\"\nmsgstr[0] \"b\"\n",
    ])
  func formOrder(entry: String) throws {
    let text = "\n" + entry + "\n"
    for keepsIncomplete in [true, false] {
      let options = FormatOptions(
        pair: LanguagePair(source: "en", target: "fr"), keepsIncomplete: keepsIncomplete)
      let reading = try Reading(text.utf8, name: "a.po", options: options)
      #expect(try Writing(back: reading).text == text)
    }
  }

  @Test("passes over an obsolete entry that says what a form of another says, and writes it again")
  func obsoleteForm() throws {
    let text = """

      msgid "Name"
      msgid_plural "Names"
      msgstr[0] "Nom"
      msgstr[1] "Noms"

      #~ msgid "Names"
      #~ msgstr "Noms"


      """
    let reading = try Reading(
      text.utf8, name: "a.po",
      options: FormatOptions(pair: LanguagePair(source: "en", target: "fr")))
    #expect(reading.texts == [["Name", "Nom"], ["Names", "Noms"]])
    #expect(reading.skipped == ["obsolete"])
    #expect(try Writing(back: reading).text == text)
  }

  @Test("that is written in another encoding than its header names says so in the header")
  func otherEncoding() throws {
    let text =
      "msgid \"\"\nmsgstr \"Language: fr\\nContent-Type: text/plain; charset=@\\n\"\n\n"
      + "msgid \"a\"\nmsgstr \"é\"\n\n"
    for (name, bytes, isKept) in [
      ("SHIFT_JIS", Array(text.replacing("é", with: "e").utf8), false),
      ("UT", [0xEF, 0xBB, 0xBF] + Array(text.utf8), false),
      ("ISO-8859-1", text.utf8.map { $0 == 0xC3 ? 0xE9 : $0 }.filter { $0 != 0xA9 }, true),
      ("utf-8", Array(text.utf8), true),
    ] {
      let named = bytes.split(separator: UInt8(ascii: "@")).joined(separator: Array(name.utf8))
      let reading = try Reading(Array(named), name: "a.po")
      let written = try Writing(back: reading)
      let again = try Reading(written.bytes, name: "a.po")
      #expect(again.texts == reading.texts, "\(name)")
      #expect(
        String(decoding: written.bytes, as: UTF8.self).contains(
          "charset=\(isKept ? name : "UTF-8")"))
    }
  }

  @Test("is in the encoding that its header names, and not in one of which an entry speaks")
  func spokenEncoding() throws {
    let spoken =
      "msgid \"\"\n\"Say Content-Type: text/plain; charset=latin1 é\"\nmsgstr \"Dites-le é\"\n"
    let options = FormatOptions(pair: LanguagePair(source: "en", target: "fr"))
    for header in [
      "", "msgid \"\"\nmsgstr \"\"\n\"Language: fr\\n\"\n\n",
      "msgid \"\"\nmsgstr \"\"\n  \"Content-Type: text/plain; charset=utf-8\\n\"\n",
    ] {
      let reading = try Reading((header + spoken).utf8, name: "a.po", options: options)
      #expect(reading.texts.map(\.last) == ["Dites-le é"], "\(header)")
      let again = try Reading(Writing(back: reading).bytes, name: "a.po", options: options)
      #expect(again.texts == reading.texts, "\(header)")
    }
    // The header's name is found behind an id of several lines, too.
    let header = "\"Content-Type: text/plain; charset=ISO-8859-1\\n\"\n"
    let latin = spoken + "\nmsgid \"\"\nmsgstr \"\"\n" + header
    for latin in [latin, latin.replacing("msgid \"\"\nmsgstr", with: "msgid \"\"\n\"\"\nmsgstr")] {
      let bytes = latin.utf8.map { $0 == 0xC3 ? 0xE9 : $0 }.filter { $0 != 0xA9 }
      let reading = try Reading(bytes, name: "a.po", options: options)
      #expect(reading.texts.map(\.last) == ["Dites-le é"])
    }
  }

  @Test("keeps texts and comments that begin with a mark over nothing")
  func loneMark() throws {
    let text =
      "\n#\u{301} a\n#.\u{301} b\nmsgid \"\u{301}\"\nmsgstr \"\"\n\"\u{301}\\n\"\n\"\u{308}x\"\n\n"
    let reading = try Reading(
      text.utf8, name: "a.po",
      options: FormatOptions(pair: LanguagePair(source: "en", target: "fr")))
    #expect(
      reading.texts.map { $0.map { Array($0.utf8) } } == [
        [Array("\u{301}".utf8), Array("\u{301}\n\u{308}x".utf8)]
      ])
    #expect(reading.units[0].meta.notes.map(\.text.utf8.count) == [4, 4])
  }

  @Test(
    "reads the whole name of the encoding, wherever the header's line has it", arguments: 30...70)
  func distantEncoding(spaces: Int) throws {
    let text =
      "msgid \"\"\nmsgstr \"Content-Type:\(String(repeating: " ", count: spaces))charset=UTF-8\\n\"\n\n"
      + "msgid \"one é\"\nmsgstr \"un é\"\n"
    let options = FormatOptions(pair: LanguagePair(source: "en", target: "fr"))
    let reading = try Reading(text.utf8, name: "a.po", options: options)
    #expect(reading.texts == [["one é", "un é"]])
    let again = try Reading(Writing(back: reading).bytes, name: "a.po", options: options)
    #expect(again.texts == reading.texts)
  }
}
