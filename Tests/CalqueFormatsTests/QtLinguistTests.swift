import CalqueModel
import TestSupport
import Testing

@testable import CalqueFormats

@Suite("Messages of Qt Linguist")
struct QtLinguistTests {
  private static let text = """
    <?xml version="1.0" encoding="utf-8"?>
    <!DOCTYPE TS>
    <TS version="2.1" language="fr_FR" sourcelanguage="en_US">
    <context><name>Menu</name>
    <message id="m1"><location filename="a.cpp" line="3"/><source>Summit<byte value="x9"/></source>
      <comment>noun</comment><extracomment>of leaders</extracomment>
      <translation>Sommet<byte value="x9"/></translation></message>
    <message numerus="yes"><source>%n day(s)</source><translation><numerusform>%n jour\
    </numerusform><numerusform>%n jours</numerusform></translation></message>
    <message><source>old</source><translation type="vanished">vieux</translation></message>
    <message><source>new</source><translation type="unfinished"></translation></message>
    </context>
    </TS>
    """

  private static let conversion = FormatOptions(keepsIncomplete: true)

  @Test("give a unit each, and one a form of a numerus")
  func reading() throws {
    let reading = try Reading(Self.text.utf8, name: "a.ts", options: Self.conversion)
    #expect(reading.detected.format == .qt)
    #expect(reading.detected.languages == ["en_US", "fr_FR"])
    #expect(
      reading.texts == [
        ["Summit\t", "Sommet\t"], ["%n day(s)", "%n jour"], ["%n day(s)", "%n jours"],
        ["old", "vieux"], ["new"],
      ])
    #expect(reading.units[0].externalID == "m1")
    #expect(reading.units[0].meta.notes.map(\.text) == ["of leaders"])
    #expect(
      reading.units[0].meta.properties.map { "\($0.type)=\($0.value)" } == [
        "comment=noun", "references=a.cpp:3", "context=Menu",
      ])
    #expect(
      reading.units.map(\.status) == [.translated, .translated, .translated, .translated, .draft])
    #expect(try Reading(Self.text.utf8, name: "a.ts").skipped == ["no translation"])
  }

  @Test("come back as they were", arguments: [true, false])
  func roundTrip(isConversion: Bool) throws {
    let options = isConversion ? Self.conversion : FormatOptions()
    let reading = try Reading(Self.text.utf8, name: "a.ts", options: options)
    let written = try Writing(back: reading)
    #expect(written.text == Self.text + "\n")
    #expect(written.losses == [:])
  }

  @Test("are made of units from elsewhere")
  func fresh() throws {
    let unit = TranslationUnit(
      externalID: "7", status: .draft,
      variants: [Variant(language: "fr", text: "a < b"), Variant(language: "en-GB", text: "c")])
    let reading = try Reading(
      Writing(.qt, options: WriterOptions(title: "t"), units: [unit]).text.utf8, name: "a.ts")
    #expect(reading.texts == [["a < b", "c"]])
    #expect(reading.detected.languages == ["fr", "en_GB"])
    #expect(reading.units[0].status == .draft)
  }
}

@Suite("Two files whose lines translate each other")
struct MosesTests {
  private func read(
    _ french: String, _ english: String, _ pair: LanguagePair? = nil
  ) throws -> [TranslationUnit] {
    let folder = try TemporaryFolder()
    let source = try folder.write(french, to: "corpus.fr")
    let target = try folder.write(english, to: "corpus.en")
    let reader = try FileReader(moses: source, target, options: FormatOptions(pair: pair))
    #expect(reader.detected.resourceName == "corpus")
    var units = [TranslationUnit]()
    try reader.read { if case .unit(let unit, _) = $0 { units.append(unit) } }
    return units
  }

  @Test("give a unit a line, in the languages of their names")
  func reading() throws {
    let units = try read("un\r\n\u{A0}l’été \n\ntrois", "one\nsummer\n\nthree\n")
    #expect(
      units.map { $0.variants.map(\.text) } == [
        ["un", "one"], ["\u{A0}l’été ", "summer"], ["trois", "three"],
      ])
    #expect(units[0].variants.map(\.language) == ["fr", "en"])
    let named = try read("un\n", "one\n", LanguagePair("fr-CA:en-US"))
    #expect(named.first?.variants.map(\.language) == ["fr-CA", "en-US"])
  }

  @Test("are refused where one is longer, with the line")
  func uneven() throws {
    let error = #expect(throws: FormatError.self) { try read("un\ndeux\n", "one\n") }
    #expect(error?.place.line == 2)
    #expect(error?.message.contains("corpus.en has no line 2") == true)
  }

  @Test("hold a unit a line; what a line cannot hold is counted")
  func writing() throws {
    var lines = MosesLines(pair: LanguagePair("fr-en"))
    let unit = TranslationUnit(
      variants: [Variant(language: "en", text: "a\nb"), Variant(language: "fr", text: "c")])
    let written = lines.lines(of: unit)
    #expect(written?.source == Array("c\n".utf8))
    #expect(written?.target == Array("a b\n".utf8))
    let alone = TranslationUnit(variants: [Variant(language: "fr", text: "c")])
    #expect(lines.lines(of: alone) == nil)
    #expect(lines.written == 1)
    #expect(lines.losses == ["line break": 1, "unit without both languages": 1])
  }
}
