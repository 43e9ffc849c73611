import CalqueModel
import TestSupport
import Testing

@testable import CalqueFormats

@Suite("The plural of a catalogue")
struct PluralTests {
  private static let pair = LanguagePair(source: "en", target: "fr")
  private static let options = FormatOptions(pair: pair, keepsIncomplete: true)

  private func entry(_ forms: String...) -> String {
    "\nmsgid \"day\"\nmsgid_plural \"days\"\n"
      + forms.enumerated().map { "msgstr[\($0)] \"\($1)\"\n" }.joined() + "\n"
  }

  private func read(_ text: String, _ options: FormatOptions = options) throws -> Reading {
    try Reading(text.utf8, name: "a.po", options: options)
  }

  @Test("gives a unit a form: the singular with the first, the plural with each other")
  func units() throws {
    #expect(try read(entry("jour", "jours")).texts == [["day", "jour"], ["days", "jours"]])
    #expect(
      try read(entry("den", "dny", "dní")).texts == [
        ["day", "den"], ["days", "dny"], ["days", "dní"],
      ])
    #expect(try read(entry("日")).texts == [["days", "日"]], "one form stands for any number")
    #expect(try read(entry("jour", "")).texts == [["day", "jour"], ["days"]])
    let memory = try read(entry("jour", ""), FormatOptions(pair: Self.pair))
    #expect(memory.texts == [["day", "jour"]])
    #expect(memory.skipped == ["no translation"])
  }

  @Test("keeps its notes and flags with the first form")
  func meta() throws {
    let text = entry("jour", "jours").replacing(
      "\nmsgid \"day\"", with: "\n# note\n#, fuzzy\nmsgctxt \"c\"\nmsgid \"day\"")
    let units = try read(text).units
    #expect(units.map { $0.meta.notes.map(\.text) } == [["note"], []])
    #expect(units.map(\.externalID) == ["c", "c"])
    #expect(units.map(\.status) == [.draft, .draft])
  }

  @Test("comes back as one entry, also where a memory holds equal forms once", arguments: 0..<40)
  func random(number: Int) throws {
    let seed = UInt64.random(in: 1...1_000_000)
    var random = SplitMix64(seed: seed)
    let words = ["a", "b", "", "c d", "é\\n"]
    var text = ""
    for place in 0..<(1 + random.number(below: 5)) {
      let count = 1 + random.number(below: 4)
      var forms = (0..<count).map { _ in words[random.number(below: words.count)] }
      // A store takes no entry without a translation; it goes out with the next one.
      if forms.allSatisfy(\.isEmpty) { forms[0] = "x" }
      text += "\nmsgid \"\(place) day\"\nmsgid_plural \"\(place) days\"\n"
      text += forms.enumerated().map { "msgstr[\($0)] \"\($1)\"\n" }.joined()
    }
    text += "\n"
    let read = try read(text)
    let written = try Writing(back: read).text
    #expect(written == text, "seed \(seed)")
    let stored = try self.read(text, FormatOptions(pair: Self.pair))
    let again = try self.read(Writing(back: stored).text, FormatOptions(pair: Self.pair))
    #expect(again.texts == stored.texts, "seed \(seed)")
  }

  @Test("of a catalogue that Calque writes is made of the units of other formats")
  func fromTMX() throws {
    let units = try read(entry("jour", "jours")).units
    let tmx = try Writing(.tmx, units: units).text
    let back = try Reading(tmx.utf8, name: "a.tmx", options: FormatOptions(keepsIncomplete: true))
    let po = try Writing(.po, options: WriterOptions(pair: Self.pair), units: back.units).text
    #expect(po.hasSuffix(String(entry("jour", "jours").dropFirst())))
  }
}

@Suite("A new catalogue")
struct NewCatalogueTests {
  private func unit(
    _ source: String, _ target: String?, status: UnitStatus = .translated, id: String? = nil
  ) -> TranslationUnit {
    TranslationUnit(
      externalID: id, status: status,
      variants: [Variant(language: "en", text: source)]
        + (target.map { [Variant(language: "fr-CA", text: $0)] } ?? []))
  }

  @Test("has a header that gettext understands, with both languages")
  func header() throws {
    let text = try Writing(
      .po, options: WriterOptions(toolVersion: "9", title: "desk"), units: [unit("a", "b")]
    ).text
    #expect(
      text == """
        msgid ""
        msgstr ""
        "Project-Id-Version: desk\\n"
        "MIME-Version: 1.0\\n"
        "Content-Type: text/plain; charset=UTF-8\\n"
        "Content-Transfer-Encoding: 8bit\\n"
        "Language: fr_CA\\n"
        "X-Source-Language: en\\n"
        "X-Generator: calque 9\\n"

        msgid "a"
        msgstr "b"


        """)
  }

  @Test("marks what nobody has confirmed, and what is not translated at all is not marked")
  func statuses() throws {
    for (status, isFuzzy) in [
      (UnitStatus.draft, true), (.rejected, true), (.translated, false), (.reviewed, false),
      (.approved, false),
    ] {
      let text = try Writing(.po, units: [unit("a", "b", status: status)]).text
      #expect(text.contains("#, fuzzy\nmsgid \"a\"") == isFuzzy, "\(status)")
    }
    #expect(try !Writing(.po, units: [unit("a", nil, status: .draft)]).text.contains("fuzzy"))
  }

  @Test("has notes of translators and programs in comments of their own")
  func notes() throws {
    var unit = unit("a", "b")
    unit.meta.notes = [
      Meta.Note("one\ntwo\r"), Meta.Note("", attributes: []),
      Meta.Note("dev", attributes: [Meta.Attribute(name: "from", value: "developer")]),
    ]
    unit.meta.properties = [
      Meta.Property(type: "references", value: "a.c:1\nb.c:2"),
      Meta.Property(type: "flags", value: "c-format"),
      Meta.Property(type: "previous-msgid", value: "old"),
      Meta.Property(type: "other", value: "x"),
    ]
    let written = try Writing(.po, units: [unit])
    #expect(
      written.text.hasSuffix(
        """
        # one
        # two
        #
        #. dev
        #: a.c:1
        #: b.c:2
        #, c-format
        #| msgid "old"
        msgid "a"
        msgstr "b"


        """))
    #expect(written.losses == ["prop": 1])
  }

  @Test("has each text once; a second one gets a context of its own")
  func unique() throws {
    let units = [unit("a", "b"), unit("a", "c"), unit("a", "d", id: "k"), unit("a", "e", id: "k")]
    let reading = try Reading(
      Writing(.po, units: units).text.utf8, name: "a.po",
      options: FormatOptions(keepsIncomplete: true))
    #expect(reading.units.map(\.externalID) == [nil, "(2)", "k", "k (2)"])
    #expect(reading.texts.map { $0[1] } == ["b", "c", "d", "e"])
  }
}
