import CalqueFormats
import CalqueModel
import Testing

@Suite("A TMX file")
struct TMXTests {
  @Test("gives texts for matching without native codes, and the segment's inner XML beside them")
  func codes() throws {
    let unit = try #require(try Reading(path: fixture("level2.tmx")).units.first)
    #expect(
      unit.variants.map(\.text) == [
        "La France accueillera le sommet.", "France will host the summit.",
      ])
    #expect(
      unit.variants[0].codes
        == """
        La <bpt i="1" type="bold">&lt;b&gt;</bpt>France<ept i="1">&lt;/b&gt;</ept> \
        <hi type="term">accueillera</hi> le sommet\
        <ph x="1">{note<sub type="footnote">voir <hi>p. 3</hi></sub>}</ph>.
        """)
  }

  @Test("gives users, dates, counts, notes and properties their places")
  func attributes() throws {
    let reading = try Reading(path: fixture("level2.tmx"))
    let unit = reading.units[0]
    #expect(unit.externalID == "a-1")
    #expect(unit.sourceLanguage == "fr-FR")
    #expect(unit.created == Instant("20220304T050607Z"))
    #expect(unit.createdBy == "ANNE")
    #expect(unit.changed == Instant("20231012T101112Z"))
    #expect(unit.changedBy == "LUC")
    #expect(unit.useCount == 12)
    #expect(unit.status == .approved)
    #expect(unit.origin == "TM")
    #expect(unit.meta.notes == [Meta.Note("tu note")])
    #expect(
      unit.meta.properties.last
        == Meta.Property(
          type: "x-Context", value: "0, 0", attributes: [.init(name: "xml:lang", value: "fr")]))
    #expect(unit.variants[0].meta.notes == [Meta.Note("tuv note")])
    #expect(unit.variants[0].meta.properties[0].value == "<seg>avant</seg>")
    #expect(unit.variants[1].language.written == "EN_gb")
  }

  @Test("keeps texts byte for byte, repeated languages, raw dates and elements of no version")
  func asWritten() throws {
    let reading = try Reading(path: fixture("level2.tmx"))
    let unit = reading.units[1]
    #expect(
      unit.variants.map(\.text) == [
        " espaces  gardés\u{A0}: «\u{A0}oui\u{A0}» 12\u{202F}000\r\n", "R&D <deux>", "R&D <two>",
      ])
    #expect(unit.variants.map(\.codes) == [nil, nil, nil])
    #expect(unit.sourceLanguage == nil)
    #expect(unit.created == nil)
    #expect(unit.meta.attributes.contains(.init(name: "creationdate", value: "02/11/2023")))
    #expect(unit.meta.elements == [#"<x-own kind="a"><part/>text</x-own>"#])
    #expect(reading.warnings.map { [$0.line, $0.column] } == [[22, 5]])
  }

  @Test("reads attributes in any order, and texts with their blanks")
  func anyOrder() throws {
    let text = """
      <tmx version="1.4"><header srclang="fr"/><body>
        <tu creationid="a" tuid="1">
          <prop xml:lang="fr" type="t">  p  </prop><prop type="t">q</prop>
          <tuv changeid="b" xml:lang="fr"><seg>  un\n deux  </seg></tuv>
          <tuv xml:lang="en" changeid="b"><seg>\tone </seg></tuv>
        </tu>
        <tu tuid="2"><tuv xml:lang="fr"><seg>trois</seg></tuv><tuv xml:lang="en"><seg>three</seg>
          </tuv></tu>
      </body></tmx>
      """
    let reading = try Reading(text.utf8, name: "a.tmx")
    let units = reading.units
    #expect(units.map(\.externalID) == ["1", "2"])
    #expect(units.map(\.createdBy) == ["a", nil])
    #expect(units.map(\.changedBy) == ["b", nil])
    #expect(units[0].variants.map(\.text) == ["  un\n deux  ", "\tone "])
    #expect(units[1].variants.map(\.text) == ["trois", "three"])
    let language = Meta.Attribute(name: "xml:lang", value: "fr")
    #expect(
      units[0].meta.properties == [
        Meta.Property(type: "t", value: "  p  ", attributes: [language]),
        Meta.Property(type: "t", value: "q"),
      ])
    #expect(units[1].meta.properties.isEmpty)
  }

  @Test("takes an element with a prefix for none of its own")
  func foreignPrefix() throws {
    let text = """
      <tmx version="1.4" xmlns:x="u"><header srclang="fr"/><body><tu><x:prop type="t">p</x:prop>
      <tuv x:lang="de" xml:lang="fr"><seg>un</seg></tuv><tuv xml:lang="en"><seg>one</seg></tuv>
      </tu></body></tmx>
      """
    let reading = try Reading(text.utf8, name: "a.tmx")
    let unit = try #require(reading.units.first)
    #expect(unit.meta.properties.isEmpty)
    #expect(unit.meta.elements == [#"<x:prop type="t">p</x:prop>"#])
    #expect(unit.variants.map(\.language.written) == ["fr", "en"])
    #expect(unit.variants[0].meta.attributes == [.init(name: "x:lang", value: "de")])
  }

  @Test("of version 1.1 names languages by lang")
  func version11() throws {
    let reading = try Reading(path: fixture("tmx11.tmx"))
    #expect(reading.units[0].variants.map(\.language.written) == ["FR-FR", "EN-US"])
    #expect(reading.header?.version == "1.1")
    #expect(reading.detected.languages == ["FR-FR", "EN-US"])
    #expect(reading.warnings == [])
    let written = try Writing(back: reading)
    #expect(written.text.contains(#"<tmx version="1.1">"#))
    #expect(written.text.contains(#"<tuv lang="FR-FR">"#))
    let later = try Writing(back: reading, options: WriterOptions(version: "1.4"))
    #expect(later.text.contains(#"<tuv xml:lang="FR-FR">"#))
    #expect(!later.text.contains(" lang="))
  }

  @Test(
    "is read in any encoding",
    arguments: [
      "plain.tmx", "utf16.tmx", "utf16be-unmarked.tmx", "windows-1252.tmx", "plain.tmx.gz",
    ])
  func encodings(name: String) throws {
    let reading = try Reading(path: fixture(name))
    let expected = name.hasPrefix("windows") ? "œuvre – 3 €" : "un café"
    #expect(reading.texts == [[expected, "coffee"]])
    #expect(reading.detected.isCompressed == name.hasSuffix(".gz"))
    #expect(reading.detected.format == .tmx)
    #expect(reading.warnings == [])
  }

  @Test("that declares another encoding than it has is read with a warning")
  func wrongDeclaration() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-16"?><tmx version="1.4"><body><tu><tuv xml:lang="fr">\
      <seg>café</seg></tuv><tuv xml:lang="en"><seg>coffee</seg></tuv></tu></body></tmx>
      """
    let reading = try Reading(text.utf8, name: "a.tmx")
    #expect(reading.texts == [["café", "coffee"]])
    #expect(reading.warnings.count == 1)
    var marked: [UInt8] = [0xFF, 0xFE]
    for unit in text.replacing("UTF-16", with: "UTF-8").utf16 {
      marked += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    let other = try Reading(marked, name: "a.tmx")
    #expect(other.texts == [["café", "coffee"]])
    #expect(other.warnings.count == 1)
  }

  @Test("expands the entities that it declares itself")
  func internalEntities() throws {
    let reading = try Reading(path: fixture("internal-entity.tmx"))
    #expect(reading.texts == [["café & thé", "coffee"]])
  }

  @Test("with a prefix that nobody binds is read with a warning")
  func unboundPrefix() throws {
    let reading = try Reading(path: fixture("unbound-prefix.tmx"))
    #expect(reading.texts == [["un café", "coffee"]])
    #expect(reading.units[0].variants[0].codes == "un <own:b>café</own:b>")
    #expect(reading.warnings.count == 1)
  }

  @Test("skips units that are no pair, counts them by reason, and keeps them for a conversion")
  func incomplete() throws {
    let reading = try Reading(path: fixture("incomplete.tmx"))
    #expect(
      reading.skipped == ["fewer than two texts", "no language", "no segment", "empty side"])
    #expect(reading.texts == [["bon", "good"]])
    #expect(reading.units[0].variants[0].language.written == "français")
    let whole = try Reading(
      path: fixture("incomplete.tmx"), options: FormatOptions(keepsIncomplete: true))
    #expect(whole.units.map(\.variants.count) == [1, 1, 2, 2, 2])
    let json = try Writing(.jsonl, units: whole.units).text
    #expect(json.contains(#"{"lang":"en","text":null"#))
  }

  @Test("says where it is broken, in words and lines")
  func neverClosed() throws {
    let error = try #require(throws: FormatError.self) {
      try Reading(path: fixture("never-closed.tmx"))
    }
    #expect(error.place.line == 8)
    #expect(error.place.column == 9)
    let text = "\(error)".split(separator: ":8:").last.map(String.init)
    #expect(
      text == """
        9: <seg> is never closed
          |
        8 |         <seg>La France accueillera
          |         ^^^^^ opened here
        9 |       </tuv>
          |       ------ but the <tuv> ends here
        """)
    #expect(error.remedy == .keepGoing(file: error.place.file))
  }

  @Test("keeps what was readable up to the break, where that is asked for")
  func keepGoing() throws {
    for name in ["truncated.tmx", "never-closed.tmx"] {
      #expect(throws: FormatError.self) { try Reading(path: fixture(name)) }
      let reading = try Reading(path: fixture(name), options: FormatOptions(keepGoing: true))
      #expect(reading.texts == [["Un.", "One."]])
      #expect(reading.refused.count == 1)
    }
  }

  @Test("names the place of each unit")
  func places() throws {
    let reading = try Reading(path: fixture("level2.tmx"))
    #expect(reading.places.map(\.line) == [10, 22])
    #expect(reading.places.map(\.column) == [5, 5])
  }

  @Test("can be taken for a glossary")
  func asGlossary() throws {
    let reading = try Reading(
      path: fixture("plain.tmx"), options: FormatOptions(kind: .glossary, domain: "food"))
    #expect(reading.concepts.first?.terms.map(\.text) == ["un café", "coffee"])
    #expect(reading.concepts.first?.domains == ["food"])
  }
}

@Suite("A broken TMX document that is to be kept as far as it can be read")
struct ResumedTMXTests {
  private func unit(_ text: String) -> String {
    "<tu><tuv xml:lang=\"fr\"><seg>\(text)</seg></tuv><tuv xml:lang=\"en\"><seg>x</seg></tuv></tu>\n"
  }

  @Test(
    "goes on at the next unit behind a break",
    arguments: [
      "a & b", "a &eacute; b", "a \u{1} b", "a <b", "a</seg></tuv></tu></tu", "a\u{0}", "</tu><tu",
    ])
  func resumed(broken: String) throws {
    let text =
      "\n<tmx version=\"1.4\"><header srclang=\"fr\"/><body>\n" + unit("un") + unit(broken)
      + unit("trois") + unit("quatre") + "</body></tmx>"
    let reading = try Reading(
      text.utf8, name: "a.tmx", options: FormatOptions(keepGoing: true))
    #expect(reading.units.map { $0.variants[0].text } == ["un", "trois", "quatre"])
    #expect(reading.places.map(\.line) == [3, 5, 6])
    #expect(reading.refused.count == 1)
    #expect(reading.header?.text.contains("srclang=\"fr\"") == true)
  }

  @Test("has any number of breaks, each told with its line, and constant memory")
  func many() throws {
    let text =
      "<tmx version=\"1.4\"><header srclang=\"fr\"/><body>\n"
      + (0..<600).map {
        unit($0 % 3 == 1 ? "a & b" : "n\($0)" + String(repeating: "é", count: 400))
      }
      .joined() + "</body></tmx>"
    let reading = try Reading(
      text.utf8, name: "a.tmx", options: FormatOptions(keepGoing: true))
    #expect(reading.units.count == 400)
    #expect(reading.refused.count == 200)
    #expect(reading.refused.last?.hasPrefix("600:") == true)
  }
}
