import CalqueModel
import Testing

@testable import CalqueFormats

@Suite("An XLIFF file")
struct XLIFFTests {
  private func first(_ units: String, _ more: String = "") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"\(more)>
      <file original="a.txt" source-language="fr" target-language="en-GB" datatype="plaintext">
        <header/><body>
          \(units)
        </body>
      </file>
    </xliff>
    """
  }

  private func second(_ units: String) -> String {
    """
    <xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="fr" trgLang="en">
    <file id="f1"><skeleton href="x"/>\(units)</file></xliff>
    """
  }

  private func texts(_ reading: Reading) -> [[String?]] {
    reading.units.map { $0.variants.map { $0.isWithoutSegment ? nil : $0.text } }
  }

  private static let conversion = FormatOptions(keepsIncomplete: true)

  @Test("of version 1 gives a unit a trans-unit, with its codes, notes, state and proposals")
  func versionOne() throws {
    let text = first(
      """
      <trans-unit id="1" approved="yes" resname="title"><source>Le <g id="1">sommet</g>\
      <x id="2"/> <ph id="3">&lt;br&gt;</ph>s’ouvre</source>
      <seg-source><mrk mtype="seg" mid="0">Le sommet s’ouvre</mrk></seg-source>
      <target state="translated">The <mrk mtype="seg" mid="0">summit</mrk> opens</target>
      <note from="desk" priority="2">front page</note>
      <alt-trans match-quality="87%" origin="tm"><source>Un sommet</source>\
      <target>A summit</target></alt-trans>
      <context-group><context context-type="sourcefile">a.c</context></context-group></trans-unit>
      <group id="g"><trans-unit id="2"><source>seul</source></trans-unit></group>
      """)
    let reading = try Reading(text.utf8, name: "a.xlf", options: Self.conversion)
    #expect(reading.detected.format == .xliff)
    #expect(reading.detected.languages == ["fr", "en-GB"])
    #expect(texts(reading) == [["Le sommet s’ouvre", "The summit opens"], ["seul"]])
    let unit = reading.units[0]
    #expect(unit.externalID == "1")
    #expect(unit.status == .approved)
    #expect(unit.variants[0].codes?.contains("<ph id=\"3\">&lt;br&gt;</ph>") == true)
    #expect(unit.meta.notes.map(\.text) == ["front page"])
    let match = unit.meta.properties.first { $0.type == "alt-trans" }
    #expect(match?.value == "A summit")
    #expect(match?.attributes.first { $0.name == "match-quality" }?.value == "87%")
    #expect(unit.meta.properties.contains { $0.type == "context:sourcefile" && $0.value == "a.c" })
    #expect(reading.places.map(\.line) == [5, 11])
  }

  @Test(
    "tells how far a translation is by approval and state",
    arguments: [
      ("", "", UnitStatus.translated), (" approved='no'", "", .translated),
      (" approved='yes'", " state='new'", .approved), ("", " state='final'", .approved),
      ("", " state='signed-off'", .reviewed), ("", " state='translated'", .translated),
      ("", " state='new'", .draft), ("", " state='needs-review-translation'", .draft),
    ])
  func states(unit: String, target: String, status: UnitStatus) throws {
    let text = first(
      "<trans-unit id='1'\(unit)><source>a</source><target\(target)>b</target></trans-unit>")
    #expect(try Reading(text.utf8, name: "a.xlf").units.map(\.status) == [status])
  }

  @Test("of version 2 gives a unit a segment, with the characters that XML cannot hold")
  func versionTwo() throws {
    let text = second(
      """
      <unit id="u1" name="n"><notes><note category="x">a note</note></notes>
      <segment id="s1" state="final"><source>Un <pc id="1">sommet</pc>.</source>\
      <target>A <mrk id="m" type="term">summit</mrk>.</target></segment>
      <ignorable><source> </source></ignorable>
      <segment><source>Bip<cp hex="0007"/><ph id="2"/></source></segment></unit>
      <group id="g"><unit id="u2"><segment><source>seul</source></segment></unit></group>
      """)
    let reading = try Reading(text.utf8, name: "a.xlf", options: Self.conversion)
    #expect(texts(reading) == [["Un sommet.", "A summit."], ["Bip\u{7}"], ["seul"]])
    #expect(reading.units.map(\.externalID) == ["u1:s1", "u1:2", "u2"])
    #expect(reading.units[0].status == .approved)
    #expect(reading.units[0].meta.notes.map(\.text) == ["a note"])
    #expect(reading.units[1].meta.notes.isEmpty)
    let stored = try Reading(text.utf8, name: "a.xlf")
    #expect(texts(stored) == [["Un sommet.", "A summit."]])
    #expect(stored.skipped == ["no translation", "no translation"])
  }

  @Test("of Trados gives a unit a segment, with its confirmation level and history")
  func trados() throws {
    let text = first(
      """
      <trans-unit id="t0" translate="no"><source><x id="0"/></source></trans-unit>
      <trans-unit id="t1"><source>Un. Deux.</source>
      <seg-source><g id="4"><mrk mtype="seg" mid="1">Un.</mrk> <mrk mtype="seg" mid="2">Deux.</mrk>\
      </g></seg-source>
      <target><g id="4"><mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2"/></g></target>
      <sdl:seg-defs><sdl:seg id="1" conf="ApprovedSignOff" origin="tm" percent="100">\
      <sdl:value key="modified_on">04/13/2015 10:20:30</sdl:value>\
      <sdl:value key="last_modified_by">ana</sdl:value></sdl:seg><sdl:seg id="2" conf="Draft"/>\
      </sdl:seg-defs></trans-unit>
      """, " xmlns:sdl=\"http://sdl.com/FileTypes/SdlXliff/1.0\" sdl:version=\"1.0\"")
    let reading = try Reading(text.utf8, name: "a.sdlxliff", options: Self.conversion)
    #expect(reading.detected.format == .sdlxliff)
    #expect(reading.units.map(\.externalID) == ["t1:1", "t1:2"])
    #expect(texts(reading) == [["Un.", "One."], ["Deux.", ""]])
    #expect(reading.units.map(\.status) == [.approved, .draft])
    #expect(reading.units[0].changed == Instant("20150413T102030Z"))
    #expect(reading.units[0].changedBy == "ana")
    #expect(reading.units[0].origin == "tm")
    #expect(reading.skipped == ["not to translate"])
    let plain = try Reading(text.utf8, name: "a.xlf", options: Self.conversion)
    #expect(plain.detected.format == .xliff)
    #expect(plain.units.map(\.externalID) == ["t0", "t1"])
  }

  @Test(
    "of memoQ has the status that memoQ gives",
    arguments: [
      ("NotStarted", UnitStatus.draft), ("PreTranslated", .draft),
      ("ManuallyConfirmed", .translated),
      ("Ackknowledged", .translated), ("ConfirmedReviewer1", .reviewed), ("Proofread", .approved),
      ("Rejected", .rejected), ("SomethingNew", .draft),
    ])
  func memoQ(name: String, status: UnitStatus) throws {
    let text = first(
      "<trans-unit id='1' mq:status='\(name)'><source>a</source><target>b</target></trans-unit>",
      " xmlns:mq=\"MQXliff\"")
    let reading = try Reading(text.utf8, name: "a.mqxliff")
    #expect(reading.detected.format == .mqxliff)
    #expect(reading.units.map(\.status) == [status])
  }

  @Test("with a prefix that nothing declares is read, with a warning")
  func unboundPrefix() throws {
    let text = first("<trans-unit id='1' q:x='1'><source>a</source><target>b</target></trans-unit>")
    let reading = try Reading(text.utf8, name: "a.xlf")
    #expect(texts(reading) == [["a", "b"]])
    #expect(reading.warnings.count == 1)
  }

  @Test("comes back as it was, with what no unit says")
  func roundTrip() throws {
    let one = first(
      """
      <!-- a comment --><trans-unit id="1" x:y="z" xmlns:x="urn:x"><source>a &amp; b</source>
      <target>c</target><x:more/></trans-unit><?pi x?>
      <group id='g'><trans-unit id="2"><source>seul</source></trans-unit>
      <bin-unit id='b' mime-type='x'><bin-source/><trans-unit id='3'><source>d</source></trans-unit>
      </bin-unit></group>
      """)
    let two = second(
      """
      <unit id="u"><segment><source>a</source><target>b</target></segment><ignorable>\
      <source> </source></ignorable><segment><source>c</source></segment></unit><unit id="v">\
      <segment><source>d</source><target>e</target></segment></unit>
      """)
    for text in [one, two, first("")] {
      for options in [Self.conversion, FormatOptions()] {
        let reading = try Reading(text.utf8, name: "a.xlf", options: options)
        let written = try Writing(back: reading)
        let body = { (text: String) in text.drop { $0 != ">" }.filter { !$0.isWhitespace } }
        #expect(body(written.text).hasSuffix(body(text).dropFirst()), "\(written.text)")
        #expect(written.losses == [:])
      }
    }
  }

  @Test("shows a unit that changed in its place, and stays well-formed without one")
  func changed() throws {
    let text = first(
      """
      <group id='g'><trans-unit id="1"><source>a</source><target>b</target></trans-unit></group>
      <group id='h'><trans-unit id="2"><source>c</source><target>d</target></trans-unit></group>
      <trans-unit id="3"><source>e</source><target>f</target></trans-unit>
      """)
    var reading = try Reading(text.utf8, name: "a.xlf")
    reading.units[0].variants[1].text = "B < C"
    reading.units[0].status = .approved
    reading.units.remove(at: 1)
    let again = try Reading(Writing(back: reading).text.utf8, name: "a.xlf")
    #expect(texts(again) == [["a", "B < C"], ["e", "f"]])
    #expect(again.units.map(\.status) == [.approved, .translated])
  }

  @Test(
    "of a version that nobody knows is written as one that is known",
    arguments: [("1.1", "1.2"), ("1.&", "1.2"), ("2.7", "2.0"), ("2.1", "2.1")])
  func versions(named: String, written: String) throws {
    let header = FileHeader(format: .xliff, version: named)
    let unit = TranslationUnit(variants: [
      Variant(language: "fr", text: "a"), Variant(language: "en", text: "b"),
    ])
    let text = try Writing(.xliff, header: header, units: [unit]).text
    #expect(text.contains("<xliff version=\"\(written)\""))
    #expect(texts(try Reading(text.utf8, name: "a.xlf")) == [["a", "b"]])
  }

  @Test("keeps its head but for the declaration, whatever blank is in that")
  func declaration() throws {
    let body = first("<trans-unit id=\"1\"><source>a</source><target>b</target></trans-unit>")
    let root = try #require(body.firstRange(of: "<xliff")).lowerBound
    for blank in [" ", "\t", "\n", "\r\n "] {
      let text = "<?xml\(blank)version='1.0'?>\n" + body[root...]
      let reading = try Reading(text.utf8, name: "a.xlf")
      let again = try Reading(Writing(back: reading).bytes, name: "a.xlf")
      #expect(texts(again) == [["a", "b"]])
    }
  }

  @Test("is written in versions 1.2 and 2.0 of units of other formats", arguments: ["1.2", "2.0"])
  func fresh(version: String) throws {
    var unit = TranslationUnit(
      externalID: "7", status: .reviewed,
      variants: [
        Variant(language: "fr", text: "a <b>\u{A0}"),
        Variant(language: "en", text: "c", codes: "c<ph x=\"1\"/>"),
        Variant(language: "de", text: "d"),
      ])
    unit.meta.notes = [Meta.Note("n")]
    unit.useCount = 3
    let written = try Writing(.xliff, options: WriterOptions(version: version), units: [unit])
    #expect(written.losses == ["usagecount": 1, "variant in de": 1])
    let reading = try Reading(written.text.utf8, name: "a.xlf")
    #expect(reading.header?.version == version)
    #expect(texts(reading) == [["a <b>\u{A0}", "c"]])
    #expect(reading.units.map(\.status) == [.reviewed])
    #expect(reading.units[0].meta.notes.map(\.text) == ["n"])
  }

  @Test(
    "that is broken is refused with its place",
    arguments: [
      ("<trans-unit id='1'><source>a</source>", "never closed"),
      ("<trans-unit id='1'><source>&x;</source></trans-unit>", "not declared"),
      (
        "<trans-unit id='1'><source>\(String(repeating: "x", count: 1 << 20))y</source></trans-unit>",
        "a segment is longer"
      ),
    ])
  func broken(body: String, reason: String) throws {
    let error = try #require(throws: FormatError.self) {
      try Reading(first(body).utf8, name: "a.xlf")
    }
    #expect(error.message.contains(reason))
    #expect(error.place.line >= 5)
  }

  @Test("that does not name a language waits for the user's word")
  func languages() throws {
    let text = """
      <xliff version="1.0"><file original="a"><body><trans-unit id="1"><source>a</source>\
      <target>b</target></trans-unit></body></file></xliff>
      """
    #expect(try Reading(text.utf8, name: "a.xlf").skipped == ["no language"])
    let options = FormatOptions(pair: LanguagePair("fr-en"))
    #expect(
      try Reading(text.utf8, name: "a.xlf", options: options).units[0].variants.map(\.language)
        == ["fr", "en"])
  }
}
