import CalqueModel
import TestSupport
import Testing

@testable import CalqueFormats

/// Compares the segments that are found by their places in the bytes with those of a parser.
@Suite("A bilingual file and a reader")
struct BilingualTwinTests {
  /// Documents at random.
  private struct Documents {
    var random: SplitMix64

    mutating func pick<Value>(_ values: [Value]) -> Value {
      values[random.number(below: values.count)]
    }

    /// Content of a segment that a parser has to work for.
    mutating func content(isSecond: Bool) -> String {
      let common = [
        "mot", " ", "é", "&lt;", "&amp;", "&#233;", "&#x1F600;", "&quot;", "'", "\"", ">", "😀",
        "<!-- <g> ]]> -->", "<?pi a='>'?>", "<![CDATA[a < & b]]>", "\u{A0}", "e\u{301}",
      ]
      let first = [
        "<g id='1'>gras</g>", "<x id='2'/>", "<ph id='3'>&lt;br/></ph>", "<bx id='4' a=\">\"/>",
      ]
      let second = ["<pc id='1'>gras</pc>", "<ph id='2' />", "<mrk id='m' type='term'>terme</mrk>"]
      return (0..<random.number(below: 5)).map { _ in
        pick(random.number(below: 3) == 0 ? (isSecond ? second : first) : common)
      }.joined()
    }

    mutating func target(isSecond: Bool) -> String {
      switch random.number(below: 4) {
      case 0: ""
      case 1: pick(["<target/>", "<target></target>", "<target >  </target>"])
      default: "<target>\(content(isSecond: isSecond))</target>"
      }
    }

    mutating func first() -> String {
      let units = (0..<(1 + random.number(below: 6))).map { number in
        let note = pick(["", "<note>a &lt; b</note>", "<!-- <trans-unit> -->"])
        let unit =
          "<trans-unit id='\(number)'>\(note)<source>\(content(isSecond: false))</source>"
          + target(isSecond: false) + "</trans-unit>"
        return pick([unit, "<group id='g\(number)'>\(unit)</group>", unit + "\n"])
      }
      return "<?xml version='1.0'?><!DOCTYPE xliff [<!ENTITY a '<b>'>]><xliff version='1.2'>"
        + "<file original='a' source-language='en' target-language='fr'><header/><body>"
        + units.joined() + "</body></file></xliff>"
    }

    mutating func second() -> String {
      let units = (0..<(1 + random.number(below: 5))).map { number in
        let segments = (0..<(1 + random.number(below: 3))).map { _ in
          "<segment><source>\(content(isSecond: true))</source>\(target(isSecond: true))</segment>"
        }
        return
          "<unit id='u\(number)'>\(segments.joined(separator: "<ignorable><source> </source></ignorable>"))</unit>"
      }
      return
        "<xliff version='2.0' srcLang='en' trgLang='fr'><file id='f'>\(units.joined(separator: "\n"))"
        + "</file></xliff>"
    }

    mutating func catalogue() -> String {
      let strings = ["a", "\\\"b\\\"", "c\\n", "\\t", "é", "", " ", "\\\\", "x\"\n\"y", "\"\n\""]
      var text = "msgid \"\"\nmsgstr \"\"\n\"Language: fr\\n\"\n\n"
      for number in 0..<(1 + random.number(below: 6)) {
        text += pick(["", "# note\n", "#: a.c:1\n", "#, fuzzy\n", "#| msgid \"old\"\n"])
        text += pick(["", "msgctxt \"k\"\n"])
        text += "msgid \"\(number)\(pick(strings))\"\n"
        if random.number(below: 3) == 0 {
          text += "msgid_plural \"many \(pick(strings))\"\n"
          for form in 0..<(1 + random.number(below: 3)) {
            text += "msgstr[\(form)] \"\(pick(strings))\"\n"
          }
        } else {
          text += "msgstr \"\(pick(strings))\"\n"
        }
        text += pick(["\n", "\n\n", "", "\n#~ msgid \"gone\"\n#~ msgstr \"\"\n\n"])
      }
      return text
    }
  }

  private static let options = FormatOptions(keepsIncomplete: true)

  @Test(
    "see the same segments, and what is filled into the one is read by the other", arguments: 0..<60
  )
  func agree(number: Int) throws {
    let seed = UInt64.random(in: 1...1_000_000)
    var documents = Documents(random: SplitMix64(seed: seed))
    for (text, name) in [
      (documents.first(), "a.xlf"), (documents.second(), "b.xlf"), (documents.catalogue(), "a.po"),
    ] {
      let file = try BilingualFile(text.utf8, name: name)
      let reading = try Reading(text.utf8, name: name, options: Self.options)
      let units = reading.units.filter { $0.meta.said(POEntry.obsolete) == nil }
      let why = "seed \(seed): \(text)"
      try #require(file.segments.count == units.count, "\(why)")
      for (segment, unit) in zip(file.segments, units) {
        #expect(segment.id == unit.externalID, "\(why)")
        #expect(segment.source.hasSameBytes(as: unit.variants[0].text), "\(why)")
        let target = unit.variants.dropFirst().first
        let isTranslated = target.map { !$0.text.isBlank || $0.codes != nil } ?? false
        if !name.hasSuffix(".po") { #expect(segment.isTranslated == isTranslated, "\(why)") }
      }
      #expect(file.filled { _, _ in nil } == Array(text.utf8), "\(why)")
      let filled = file.filled { number, _ in BilingualFilling(translation: .of("<\(number)>\n")) }
      let again = try Reading(filled, name: name, options: Self.options)
      let after = again.units.filter { $0.meta.said(POEntry.obsolete) == nil }
      for (number, (segment, unit)) in zip(file.segments, after).enumerated() {
        let before = units[number].variants.dropFirst().first?.text
        let wanted = segment.isOpen ? "<\(number)>\n" : before
        #expect(unit.variants.dropFirst().first?.text == wanted, "\(number), \(why)")
        #expect(unit.variants[0] == units[number].variants[0], "\(why)")
      }
    }
  }
}
