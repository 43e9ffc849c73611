import CalqueModel
import Testing

@testable import CalqueFormats

@Suite("What XLIFF says of a segment")
struct XLIFFSegmentsTests {
  private static let conversion = FormatOptions(keepsIncomplete: true)

  private func first(
    _ units: String, root: String = "",
    languages: String = "source-language='fr' target-language='en'"
  ) -> String {
    "<xliff version='1.2'\(root)><file original='a' \(languages)><body>\(units)</body></file></xliff>"
  }

  private func second(_ units: String) -> String {
    "<xliff version='2.1' srcLang='fr' trgLang='en'><file id='f'>\(units)</file></xliff>"
  }

  private func read(
    _ text: String, name: String = "a.xlf", _ options: FormatOptions = conversion
  ) throws -> Reading {
    try Reading(text.utf8, name: name, options: options)
  }

  private func unit(_ text: String, name: String = "a.xlf") throws -> TranslationUnit {
    try #require(try read(text, name: name).units.first)
  }

  @Test(
    "has a text without native code: words in marks and formatting count",
    arguments: [
      ("a<g id='1'>b</g>c", "abc"), ("a<x id='1'/>b", "ab"), ("a<bpt id='1'>n</bpt>b", "ab"),
      ("a<ph id='1'>n<sub>deep</sub></ph>b", "ab"), ("<mrk mtype='term'>a</mrk>", "a"),
      ("a<g id='1'>b<ph id='2'>n</ph><g id='3'>c</g></g>", "abc"),
      ("a<it id='1' pos='open'>n</it>", "a"),
      ("<![CDATA[<b>]]> &amp;", "<b> &"), (" a  b ", " a  b "), ("a<!-- c -->b", "ab"),
    ])
  func texts(content: String, text: String) throws {
    let unit = try unit(first("<trans-unit id='1'><source>\(content)</source></trans-unit>"))
    #expect(unit.variants.first?.text == text)
    #expect(
      (unit.variants.first?.codes != nil) == content.contains(" id=") || content.contains("mrk"))
  }

  @Test("has characters that XML cannot hold where version 2 writes them, as far as a text can")
  func controls() throws {
    let text = second(
      "<unit id='u'><segment><source>a<cp hex='001F'/>b<cp hex='0041'/><cp hex='0000'/><cp hex='zz'/>"
        + "</source><target>t</target></segment></unit>")
    #expect(try unit(text).variants[0].text == "a\u{1F}bA")
    #expect(try read(text, FormatOptions()).texts == [["abA", "t"]])
  }

  @Test("keeps proposals as properties, with their scores and their sources")
  func proposals() throws {
    let old = try unit(
      first(
        "<trans-unit id='1'><source>a</source><alt-trans match-quality='80'><source>b <x id='1'/>"
          + "</source><target>c</target></alt-trans><alt-trans><target/></alt-trans></trans-unit>"))
    #expect(
      old.meta.properties == [
        Meta.Property(
          type: "alt-trans", value: "c",
          attributes: [
            Meta.Attribute(name: "match-quality", value: "80"),
            Meta.Attribute(name: "source", value: "b "),
          ]), Meta.Property(type: "alt-trans", value: ""),
      ])
    let new = try unit(
      second(
        "<unit id='u'><mtc:matches><mtc:match ref='#s' similarity='80.0'><source>b</source>"
          + "<target>c</target></mtc:match></mtc:matches><segment id='s'><source>a</source></segment>"
          + "<segment id='t'><source>d</source></segment></unit>"))
    #expect(new.meta.properties.map(\.type) == ["match"])
    #expect(new.meta.properties[0].value == "c")
    #expect(new.meta.properties[0].attributes.value("similarity") == "80.0")
    #expect(new.meta.properties[0].attributes.value("source") == "b")
  }

  @Test("of version 2 has a status by its state; a translation without one is taken for one")
  func states() throws {
    for (segment, target, status) in [
      ("", "<target>b</target>", UnitStatus.translated), ("", "<target> </target>", .draft),
      ("", "", .draft), (" state='initial'", "<target>b</target>", .draft),
      (" state='translated'", "<target>b</target>", .translated),
      (" state='reviewed'", "<target>b</target>", .reviewed),
      (" state='final'", "<target>b</target>", .approved),
      (" state='whatever'", "<target>b</target>", .draft),
    ] {
      let text = second(
        "<unit id='u'><segment\(segment)><source>a</source>\(target)</segment></unit>")
      #expect(try unit(text).status == status, "\(segment) \(target)")
    }
  }

  @Test(
    "of Trados has the confirmation level of its definition",
    arguments: [
      ("Translated", .translated), ("ApprovedTranslation", .reviewed),
      ("ApprovedSignOff", .approved), ("RejectedTranslation", .rejected),
      ("RejectedSignOff", .rejected), ("Draft", .draft), ("Unspecified", .draft), ("", .draft),
    ] as [(String, UnitStatus)])
  func trados(level: String, status: UnitStatus) throws {
    let text = first(
      "<trans-unit id='1'><source>a</source><seg-source><mrk mtype='seg' mid='7'>a</mrk></seg-source>"
        + "<target><mrk mtype='seg' mid='7'>b</mrk></target><sdl:seg-defs><sdl:seg id='7' "
        + "conf='\(level)'><sdl:value key='created_by'>ann</sdl:value><sdl:value key='created_on'>"
        + "12/31/2020 23:59:58</sdl:value><sdl:value key='modified_on'>31/12/2020 10:00:00"
        + "</sdl:value></sdl:seg></sdl:seg-defs></trans-unit>",
      root: " xmlns:sdl='http://sdl.com/FileTypes/SdlXliff/1.0'")
    let unit = try unit(text, name: "a.sdlxliff")
    #expect(unit.status == status)
    #expect(unit.createdBy == "ann")
    #expect(unit.created == Instant("20201231T235958Z"))
    #expect(unit.changed == nil, "there is no month 31")
  }

  @Test("of Trados has dates with the month first")
  func dates() {
    for (text, date) in [
      ("04/13/2015 10:20:30", "20150413T102030Z"), ("01/02/2003 00:00:00", "20030102T000000Z"),
      ("4/13/2015 10:20:30", nil), ("04/13/2015", nil), ("", nil), ("13/04/2015 10:20:30", nil),
      ("04-13-2015 10-20-30", "20150413T102030Z"), ("04/13/15 10:20:30", nil),
    ] as [(String, String?)] {
      #expect(TransUnit.date(text) == date.flatMap { Instant($0) }, "\(text)")
    }
  }

  @Test("of memoQ has the time and the user of its last change")
  func memoQ() throws {
    let text = first(
      "<trans-unit id='1' mq:status='Proofread' mq:lastchangedtimestamp='2020-03-04T05:06:07Z' "
        + "mq:lastchanginguser='ann'><source>a</source><target>b</target></trans-unit>",
      root: " xmlns:mq='MQXliff'")
    let unit = try unit(text, name: "a.mqxliff")
    #expect(unit.changed == Instant("20200304T050607Z"))
    #expect(unit.changedBy == "ann")
    #expect(unit.status == .approved)
  }

  @Test("of two marks with one number is the last one, as the tools take it")
  func doubled() throws {
    let text = first(
      "<trans-unit id='1'><source>x</source><seg-source><mrk mtype='seg' mid='1'>a</mrk>"
        + "<mrk mtype='term' mid='1'>no</mrk><mrk mtype='seg' mid='1'>b</mrk></seg-source><target>"
        + "<g id='1'><mrk mtype='seg' mid='1'>c</mrk></g></target></trans-unit>")
    #expect(try read(text, name: "a.sdlxliff").texts == [["b", "c"]])
  }

  @Test("belongs to the language of its file, also where a second file names another")
  func files() throws {
    let text =
      "<xliff version='1.2'>"
      + [("a", "fr", "en"), ("b", "de", "it"), ("c", "", "")].map { name, source, target in
        "<file original='\(name)'"
          + (source.isEmpty ? "" : " source-language='\(source)' target-language='\(target)'")
          + "><body><trans-unit id='1'><source>x</source><target>y</target></trans-unit></body></file>"
      }.joined() + "</xliff>"
    let reading = try read(text, FormatOptions())
    #expect(
      reading.units.map { $0.variants.map(\.language.written).joined(separator: "-") }
        == ["fr-en", "de-it", "de-it"], "a file that names none has those before it")
    #expect(reading.units.map(\.externalID) == ["1", "b#1", "c#1"])
    #expect(try read(text).units.map(\.externalID) == ["1", "1", "1"], "a conversion keeps them")
  }

  @Test("names its language itself where its file does not")
  func ownLanguage() throws {
    let text = first(
      "<trans-unit id='1'><source xml:lang='fr'>a</source><target xml:lang='en-GB'>b</target>"
        + "</trans-unit>", languages: "")
    #expect(
      try read(text, FormatOptions()).units.first?.variants.map(\.language) == ["fr", "en-GB"])
    let bare = first(
      "<trans-unit id='1'><source>a</source><target>b</target></trans-unit>", languages: "")
    let converted = try read(bare)
    #expect(converted.units.first?.variants.map(\.language) == ["und", "und"])
    #expect(converted.warnings.map(\.message) == ["the file does not name the language of a text"])
    let told = try read(bare, FormatOptions(fallbackPair: LanguagePair("fr-en")))
    #expect(told.units.first?.variants.map(\.language) == ["fr", "en"])
    #expect(told.header?.assumesLanguages == true)
  }

  @Test("is counted where it is passed over, with the reason")
  func skipped() throws {
    let units = [
      "<trans-unit id='1'><source>a</source></trans-unit>",
      "<trans-unit id='2'><source>a</source><target> </target></trans-unit>",
      "<trans-unit id='3'><target>b</target></trans-unit>",
      "<trans-unit id='4'><source>a</source><target>b</target></trans-unit>",
      "<trans-unit id='4'><source>a</source><target>b</target></trans-unit>",
      "<trans-unit id='4'><source>a</source><target>c</target></trans-unit>",
    ]
    let reading = try read(first(units.joined()), FormatOptions())
    #expect(reading.texts == [["a", "b"], ["a", "c"]])
    #expect(
      reading.skipped == ["no translation", "empty side", "empty side", "repeated with its id"])
    let converted = try read(first(units.joined()))
    #expect(converted.units.count == 6 && converted.skipped == [])
    let glossary = try read(first(units.joined()), FormatOptions(kind: .glossary, domain: "d"))
    #expect(glossary.concepts.map(\.domains) == [["d"], ["d"]])
  }
}
