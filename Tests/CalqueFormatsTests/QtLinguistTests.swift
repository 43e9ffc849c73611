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
