import CalqueModel
import Testing

@testable import CalqueFormats

@Suite("A new XLIFF file")
struct NewXLIFFTests {
  private func unit(
    _ source: String, _ target: String?, status: UnitStatus = .translated, id: String? = nil,
    languages: (LanguageTag, LanguageTag) = ("fr", "en")
  ) -> TranslationUnit {
    TranslationUnit(
      externalID: id, sourceLanguage: languages.0, status: status,
      variants: [Variant(language: languages.0, text: source)]
        + (target.map { [Variant(language: languages.1, text: $0)] } ?? []))
  }

  @Test("of version 1.2 has a file for each pair of languages, one after the other")
  func versionOne() throws {
    let units = [
      unit("a & b", "c", id: "7"), unit("d", nil), unit("e", "f", languages: ("de", "it")),
    ]
    let text = try Writing(.xliff, options: WriterOptions(title: "t"), units: units).text
    #expect(
      text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
        <file original="t" source-language="fr" target-language="en" datatype="plaintext"><body>
        <trans-unit id="7" xml:space="preserve">
          <source>a &amp; b</source>
          <target state="translated">c</target>
        </trans-unit>
        <trans-unit id="1" xml:space="preserve">
          <source>d</source>
        </trans-unit>
        </body></file><file original="t" source-language="de" target-language="it" \
        datatype="plaintext"><body>
        <trans-unit id="2" xml:space="preserve">
          <source>e</source>
          <target state="translated">f</target>
        </trans-unit>
        </body></file></xliff>

        """)
  }

  @Test("of version 2 has a unit a unit, whose ids are the file's own and names the units'")
  func versionTwo() throws {
    var first = unit("a", "b", id: "menu <1>")
    first.meta.notes = [
      Meta.Note(
        "n",
        attributes: [
          Meta.Attribute(name: "priority", value: "1"), Meta.Attribute(name: "from", value: "x"),
        ])
    ]
    let written = try Writing(
      .xliff, options: WriterOptions(version: "2.0"), units: [first, unit("c", nil)])
    #expect(
      written.text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="fr" trgLang="en">
        <file id="f1">
        <unit id="u2" name="menu &lt;1&gt;" xml:space="preserve">
          <notes><note priority="1">n</note></notes>
          <segment state="translated"><source>a</source><target>b</target></segment>
        </unit>
        <unit id="u3" xml:space="preserve">
          <segment><source>c</source></segment>
        </unit>
        </file></xliff>

        """)
    #expect(written.losses == ["note's from": 1])
  }

  @Test("tells how far a translation is in the words of each version, and reads them back")
  func states() throws {
    for (status, first, second, read) in [
      (UnitStatus.draft, "needs-review-translation", "initial", UnitStatus.draft),
      (.translated, "translated", "translated", .translated),
      (.reviewed, "signed-off", "reviewed", .reviewed), (.approved, "final", "final", .approved),
      (.rejected, "needs-review-translation", "initial", .draft),
    ] {
      for (version, state) in [("1.2", first), ("2.0", second), ("2.1", second), ("2.2", second)] {
        let written = try Writing(
          .xliff, options: WriterOptions(version: version), units: [unit("a", "b", status: status)])
        #expect(written.text.contains(" state=\"\(state)\""), "\(version)")
        #expect(
          written.text.contains("approved=\"yes\"") == (version == "1.2" && status == .approved))
        #expect(try Reading(written.bytes, name: "a.xlf").units.map(\.status) == [read])
      }
    }
  }

  @Test(
    "has the namespace of its version's core: 2.1 that of 2.0", arguments: ["2.0", "2.1", "2.2"])
  func namespaces(version: String) throws {
    let text = try Writing(
      .xliff, options: WriterOptions(version: version), units: [unit("a", "b")]
    ).text
    let core = version == "2.2" ? "2.2" : "2.0"
    #expect(
      text.contains(
        "<xliff version=\"\(version)\" xmlns=\"urn:oasis:names:tc:xliff:document:\(core)\""))
  }

  @Test("takes the pair that was asked for, and counts the texts in other languages")
  func pairs() throws {
    let unit = TranslationUnit(variants: [
      Variant(language: "de", text: "d"), Variant(language: "en-GB", text: "e"),
      Variant(language: "fr", text: "f"),
    ])
    let written = try Writing(
      .xliff, options: WriterOptions(pair: LanguagePair("fr-en")), units: [unit])
    #expect(written.losses == ["variant in de": 1])
    #expect(written.text.contains("source-language=\"fr\" target-language=\"en-GB\""))
    let none = try Writing(
      .xliff, options: WriterOptions(pair: LanguagePair("it-en")), units: [unit])
    #expect(none.losses == ["unit without a text": 1])
  }

  @Test("puts a character for each that XML does not allow, and counts it")
  func characters() throws {
    let written = try Writing(.xliff, units: [unit("a\u{1}b", "\u{FFFE}c")])
    #expect(written.losses == ["character that XML has not": 2])
    #expect(try Reading(written.bytes, name: "a.xlf").texts == [["a\u{FFFD}b", "\u{FFFD}c"]])
  }

  @Test("of version 2 holds native codes once, as data of the unit")
  func codes() throws {
    let codes = "a<ph x=\"1\">&lt;br/&gt;</ph>b<ph x=\"2\">&lt;br/&gt;</ph>"
    var unit = unit("ab", "ab")
    for place in 0..<2 { unit.variants[place].codes = codes }
    let text = try Writing(.xliff, options: WriterOptions(version: "2.0"), units: [unit]).text
    #expect(
      text.contains("<originalData><data id=\"d1\">&lt;br/&gt;</data></originalData>"))
    #expect(
      text.contains("<source>a<ph id=\"1\" dataRef=\"d1\"/>b<ph id=\"2\" dataRef=\"d1\"/></source>")
    )
  }
}
