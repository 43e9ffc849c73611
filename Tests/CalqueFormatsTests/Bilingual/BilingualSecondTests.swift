import CalqueModel
import Testing

@testable import CalqueFormats

@Suite("A bilingual file in XLIFF 2")
struct BilingualSecondTests {
  private func document(_ units: String, target: String = " trgLang='en'") -> String {
    """
    <xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.0' srcLang='fr'\(target)>\
    <file id='f'>\(units)</file></xliff>
    """
  }

  private func open(_ units: String) throws -> BilingualFile {
    try BilingualFile(document(units).utf8, name: "a.xlf")
  }

  /// The units of a filled file.
  private func units(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).cut(at: "<file id='f'>").last?
      .cut(at: "</file>").first ?? ""
  }

  private func filled(_ unit: String, _ filling: BilingualFilling) throws -> String {
    units(try open(unit).filled { _, _ in filling })
  }

  @Test(
    "has a segment a segment, with the id of its unit before its own or its number",
    arguments: [
      ("<unit id='u'><segment><source>a</source></segment></unit>", ["u|a?"]),
      ("<unit id='u'><segment id='s'><source>a</source></segment></unit>", ["u:s|a?"]),
      (
        """
        <unit id='u'><segment><source>a</source></segment><ignorable><source> </source></ignorable>\
        <segment><source>b</source><target>c</target></segment></unit>
        """, ["u|a?", "u:2|b+"]
      ),
      (
        """
        <group id='g'><unit id='u'><notes><note>n</note></notes><segment><source>a</source>\
        </segment></unit></group>
        """, ["u|a?"]
      ),
      (
        "<unit id='u' translate='no'><segment><source>a</source></segment></unit>", ["u|a"]
      ),
      (
        """
        <unit id='u'><segment><source>a <pc id='1'>b</pc><ph id='2'/><mrk id='m'>c</mrk></source>\
        <target/></segment></unit>
        """, ["u|a bc?"]
      ),
      ("<unit id='u'><segment><source/></segment></unit>", ["u|"]),
      ("<unit id='u'><segment><target>b</target></segment></unit>", []),
    ])
  func segments(unit: String, expected: [String]) throws {
    #expect(try open(unit).list == expected)
  }

  @Test("marks a filled segment as initial, and says how good the match was")
  func states() throws {
    for (score, sub) in [(102, "exact"), (100, "exact"), (99, "fuzzy")] {
      #expect(
        try filled(
          "<unit id='u'><segment id='s'><source>a</source></segment></unit>",
          BilingualFilling(translation: .of("b < c", score: score)))
            == """
            <unit id='u'><segment id='s' state="initial" subState="calque:\(sub)-match">\
            <source>a</source><target>b &lt; c</target></segment></unit>
            """)
    }
  }

  @Test("changes a substate only together with the state, of which it is a part")
  func subStates() throws {
    func filledSegment(_ attributes: String) throws -> String {
      let text = try filled(
        "<unit id='u'><segment\(attributes)><source>a</source><target/></segment></unit>",
        BilingualFilling(translation: .of("b")))
      return text.cut(at: "<segment").last?.cut(at: ">").first ?? ""
    }
    #expect(
      try filledSegment(" state='initial' subState='my:new'")
        == " state='initial' subState='my:new'")
    // XLIFF 2.1, section 4.3.1.33: who updates the state updates or deletes the substate.
    #expect(
      try filledSegment(" state='translated' subState='my:done'")
        == " state='initial' subState='calque:exact-match'")
    #expect(
      try filledSegment(" state='final'") == " state='initial' subState=\"calque:exact-match\"")
  }

  @Test("keeps the start tag of an empty target, and the line of a source that has one")
  func targets() throws {
    #expect(
      try filled(
        """
        <unit id='u'><segment state='initial' subState='x:y'>\n  <source>a</source>\n  \
        <target order='2' />\n</segment></unit>
        """, BilingualFilling(translation: .of("b")))
          == """
          <unit id='u'><segment state='initial' subState='x:y'>\n  <source>a</source>\n  \
          <target order='2' >b</target>\n</segment></unit>
          """)
    #expect(
      try filled(
        """
        <unit id='u'><segment state='initial' subState='x:y'>\n  <source>a</source>\n</segment>\
        </unit>
        """, BilingualFilling(translation: .of("b")))
          == """
          <unit id='u'><segment state='initial' subState='x:y'>\n  <source>a</source>\n  \
          <target>b</target>\n</segment></unit>
          """)
  }

  @Test("lists proposals in the module of candidates, which point to their segment")
  func proposals() throws {
    let filling = BilingualFilling(proposals: [
      .of("b <", source: "a & b", score: 101, memory: "m"), .of("c", source: "d", score: 70),
    ])
    let one = "<segment id='s'><source>a</source></segment>"
    #expect(
      try filled("<unit id='u'>\(one)</unit>", filling)
        == """
        <unit id='u'><mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0">\
        <mtc:match ref="#s" type="tm" origin="m" similarity="100.0"><source>a &amp; b\
        </source><target>b &lt;</target></mtc:match><mtc:match ref="#s" type="tm" \
        origin="desk" similarity="70.0"><source>d</source><target>c</target></mtc:match>\
        </mtc:matches>\(one)</unit>
        """)
    for unit in [
      // Nothing to point to; a list that is there; a list that would be of two segments.
      "<unit id='u'><segment><source>a</source></segment></unit>",
      "<unit id='u'><x:matches/>\(one)</unit>",
      "<unit id='u'>\(one)<segment id='t'><source>b</source></segment></unit>",
    ] {
      #expect(try filled(unit, filling) == unit)
    }
  }

  @Test("lists terms in the module of glossaries, behind the proposals")
  func terms() throws {
    let filling = BilingualFilling(
      proposals: [.of("b")],
      terms: [
        .init(source: "R&D", targets: ["research", "R&D"], glossary: "desk <1>"),
        .init(source: "a", targets: ["b"], glossary: "g"),
      ])
    let text = try filled(
      "<unit id='u'><segment id='s'><source>a</source></segment></unit>", filling)
    #expect(
      text.cut(at: "</mtc:matches>").last
        == """
        <gls:glossary xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0"><gls:glossEntry>\
        <gls:term source="desk &lt;1&gt;">R&amp;D</gls:term><gls:translation>research\
        </gls:translation><gls:translation>R&amp;D</gls:translation></gls:glossEntry>\
        <gls:glossEntry><gls:term source="g">a</gls:term><gls:translation>b</gls:translation>\
        </gls:glossEntry></gls:glossary><segment id='s'><source>a</source></segment></unit>
        """)
    let listed = "<unit id='u'><gls:glossary/><segment><source>a</source></segment></unit>"
    #expect(try filled(listed, BilingualFilling(terms: filling.terms)) == listed)
  }

  @Test("is of version 2 by its version or by how it names its languages")
  func versions() throws {
    let unit = "<unit id='u'><segment id='s'><source>a</source></segment></unit>"
    for root in ["version='2.1' srcLang='fr' trgLang='en'", "srcLang='fr' trgLang='en'"] {
      let text = "<xliff \(root)><file id='f'>\(unit)</file></xliff>"
      let file = try BilingualFile(text.utf8, name: "a.xlf")
      #expect(file.list == ["u:s|a?"], "\(root)")
      #expect(file.segments.first?.pair == LanguagePair("fr-en"))
    }
    let open = try BilingualFile(document(unit, target: "").utf8, name: "a.xlf")
    #expect(open.list == ["u:s|a"], "without a language to translate to")
    let told = try BilingualFile(
      document(unit, target: "").utf8, name: "a.xlf", pair: LanguagePair("fr-en"))
    #expect(told.list == ["u:s|a?"])
    #expect(!told.text(["a": "b"]).contains("xml:lang"), "version 2 names it at the root alone")
  }
}
