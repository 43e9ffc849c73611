import CalqueModel
import TestSupport
import Testing

@testable import CalqueFormats

/// A file format with units that can be broken one by one.
struct BreakableFormat: Sendable, CustomTestStringConvertible {
  let name: String
  let file: String
  let head: String
  let tail: String
  /// What stands between two units, where a document is cut into parts.
  let between: String
  /// A unit; `#` is its number, `@` what can be spoilt.
  let unit: String
  /// What spoils a unit.
  let faults: [String]

  var testDescription: String { name }

  /// A file of units; the spoilt ones have faults in turn.
  func text(_ count: Int, spoilt: Set<Int>, fault: Int) -> [UInt8] {
    var text = head
    for number in 1...count {
      if number > 1, number % 3 == 1 { text += between }
      let bad = spoilt.contains(number) ? faults[(fault + number) % faults.count] : ""
      text += unit.replacing("#", with: "\(number)").replacing("@", with: bad)
    }
    // U+001A stands for a byte that UTF-8 does not allow.
    return (text + tail).utf8.map { $0 == 0x1A ? 0xFF : $0 }
  }

  private static let inMarkup = [
    "&", "<", "&nbsp;", "\u{1A}", "\u{1}", "</seg>", "</x>", "<x>", "\0",
  ]

  static let all = [
    BreakableFormat(
      name: "TMX", file: "a.tmx", head: "<tmx version=\"1.4\"><header srclang=\"fr\"/><body>\n",
      tail: "</body></tmx>\n", between: "",
      unit: "<tu tuid=\"#\"><tuv xml:lang=\"fr\"><seg>un # @</seg></tuv><tuv xml:lang=\"en\">"
        + "<seg>one #</seg></tuv></tu>\n",
      faults: inMarkup),
    BreakableFormat(
      name: "TBX", file: "a.tbx",
      head: "<tbx type=\"TBX-Basic\" style=\"dct\" xml:lang=\"en\" "
        + "xmlns=\"urn:iso:std:iso:30042:ed-2\" xmlns:min=\"http://www.tbxinfo.net/ns/min\">"
        + "<tbxHeader/><text><body>\n",
      tail: "</body></text></tbx>\n", between: "<!-- a comment -->",
      unit: "<conceptEntry id=\"#\"><langSec xml:lang=\"fr\"><termSec><term>un # @</term>"
        + "<min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec><langSec xml:lang=\"en\">"
        + "<termSec><term>one #</term></termSec></langSec></conceptEntry>\n",
      faults: inMarkup),
    BreakableFormat(
      name: "MultiTerm", file: "a.xml", head: "<mtf>\n", tail: "</mtf>\n", between: "",
      unit: "<conceptGrp><concept>#</concept><languageGrp><language lang=\"FR\"/><termGrp>"
        + "<term>un # @</term></termGrp></languageGrp><languageGrp><language lang=\"EN\"/>"
        + "<termGrp><term>one #</term></termGrp></languageGrp></conceptGrp>\n",
      faults: inMarkup),
    BreakableFormat(
      name: "XLIFF 1.2", file: "a.xlf",
      head: "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">"
        + "<file original=\"a\" source-language=\"fr\" target-language=\"en\"><body><group>\n",
      tail: "</group></body></file></xliff>\n",
      between: "</group></body></file><file original=\"a\" source-language=\"fr\" "
        + "target-language=\"en\"><body><group>",
      unit: "<trans-unit id=\"#\"><source>un # @</source><target>one #</target></trans-unit>\n",
      faults: inMarkup),
    BreakableFormat(
      name: "XLIFF 2", file: "a.xlf",
      head: "<xliff version=\"2.0\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" "
        + "srcLang=\"fr\" trgLang=\"en\"><file id=\"f\">\n",
      tail: "</file></xliff>\n", between: "</file><file id=\"g\">",
      unit:
        "<unit id=\"#\"><segment><source>un # @</source><target>one #</target></segment></unit>\n",
      faults: inMarkup),
    BreakableFormat(
      name: "TS", file: "a.ts",
      head: "<TS version=\"2.1\" language=\"en\" sourcelanguage=\"fr\"><context><name>c</name>\n",
      tail: "</context></TS>\n", between: "</context><context><name>d</name>",
      unit: "<message><source>un # @</source><translation>one #</translation></message>\n",
      faults: inMarkup),
    BreakableFormat(
      name: "PO", file: "a.po",
      head: "msgid \"\"\nmsgstr \"\"\n\"Language: en\\n\"\n\"X-Source-Language: fr\\n\"\n\n",
      tail: "",
      between: "# a comment\n", unit: "msgid \"un #\"@\nmsgstr \"one #\"\n\n",
      faults: [
        "\nmsgid x", " x", "\u{1A}", "\0", "\nmsgstr[", "\nmsgid_plural \"a\"\nmsgid_plural \"b\"",
      ]),
  ]
}

@Suite("A file with broken units")
struct BrokenUnitTests {
  @Test(
    "is refused at the first one; with keepGoing all others are read, and each counts once",
    arguments: BreakableFormat.all, 0..<9)
  func goesOn(format: BreakableFormat, fault: Int) throws {
    let count = 12
    for spoilt in [[2], [1], [12], [3, 4], [5, 6, 11], [1, 2, 3, 10, 12]] as [Set<Int>] {
      let bytes = format.text(count, spoilt: spoilt, fault: fault)
      let name = "\(spoilt.sorted()), \(String(decoding: bytes, as: UTF8.self))"
      let error = #expect(throws: FormatError.self) { try Reading(bytes, name: format.file) }
      #expect(error?.place.line ?? 0 > 0, "\(name)")
      let reading = try Reading(
        bytes, name: format.file, options: FormatOptions(keepGoing: true))
      let sound = (1...count).filter { !spoilt.contains($0) }
      #expect(reading.texts.map { $0.last } == sound.map { "one \($0)" }, "\(name)")
      #expect(reading.refused.count == spoilt.count, "\(reading.refused) \(name)")
      // The places are those of the file, whatever was passed over.
      let lines = String(decoding: bytes, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
      for (place, texts) in zip(reading.places, reading.texts) {
        let shown = lines[(place.line - 1)...].prefix(2).joined()
        let isThere = shown.contains("un \(texts[0].dropFirst(3).prefix { $0 != " " })")
        #expect(isThere, "\(place) \(name)")
      }
      // What was read goes out as a file that is whole, and comes in again.
      let again = try Reading(Writing(back: reading).bytes, name: format.file)
      #expect(again.texts == reading.texts, "\(name)")
    }
  }

  @Test(
    "whose start tags are broken ends, and counts each", arguments: BreakableFormat.all.prefix(6),
    [" a>", " <", " a=\"<\">", "<", " a='"])
  func brokenTags(format: BreakableFormat, fault: String) throws {
    let tag = String(format.unit.prefix { $0 != " " && $0 != ">" })
    let unit = { (number: Int) in
      format.unit.replacing("#", with: "\(number)").replacing("@", with: "")
    }
    var text = format.head + unit(1)
    for _ in 0..<12 { text += tag + fault + "\n" }
    text += unit(2) + unit(3) + format.tail
    let reading = try Reading(
      text.utf8, name: format.file, options: FormatOptions(keepGoing: true))
    #expect((1...20).contains(reading.refused.count), "\(reading.refused)")
    #expect(reading.texts.first?.last == "one 1", "\(reading.refused)")
    #expect(reading.texts.last?.last == "one 3", "\(text) \(reading.refused)")
  }

  @Test("whose end is missing swallows no other unit", arguments: BreakableFormat.all.prefix(6))
  func missingEnd(format: BreakableFormat) throws {
    let end = format.unit.lastIndex(of: "<").map { String(format.unit[$0...]) } ?? ""
    let parts = (1...6).map { format.unit.replacing("#", with: "\($0)").replacing("@", with: "") }
    var text = format.head
    for (number, part) in parts.enumerated() {
      text += number == 2 ? part.replacing(end, with: "\n") : part
    }
    let reading = try Reading(
      (text + format.tail).utf8, name: format.file, options: FormatOptions(keepGoing: true))
    #expect(reading.texts.map { $0.last } == [1, 2, 4, 5, 6].map { "one \($0)" })
    #expect(reading.refused.count == 1, "\(reading.refused)")
  }

  @Test("of a catalogue counts two broken entries in a row as two, and keeps nothing of them")
  func twoInARow() throws {
    let text = """
      msgid "a"
      msgid"
      msgstr "b"

      msgid "c"
      msgstr "d"

      """
    let reading = try Reading(
      text.utf8, name: "a.po",
      options: FormatOptions(pair: LanguagePair(source: "fr", target: "en"), keepGoing: true))
    #expect(reading.texts == [["c", "d"]])
    #expect(reading.refused.count == 2, "\(reading.refused)")
    #expect(
      try Reading(
        Writing(back: reading).bytes, name: "a.po",
        options: FormatOptions(pair: LanguagePair(source: "fr", target: "en"))
      ).texts == [["c", "d"]])
  }
}
