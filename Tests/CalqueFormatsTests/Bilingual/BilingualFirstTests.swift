import CalqueModel
import Testing

@testable import CalqueFormats

@Suite("A bilingual file in XLIFF 1")
struct BilingualFirstTests {
  /// A document around trans-units.
  private func document(
    _ units: String, version: String = "1.2", languages: String = " target-language='en'"
  ) -> String {
    """
    <?xml version='1.0'?>\n<xliff version='\(version)'>\n<file original='a' \
    source-language='fr'\(languages) datatype='x'><body>\n\(units)\n</body></file></xliff>\n
    """
  }

  private func open(_ units: String, name: String = "a.xlf") throws -> BilingualFile {
    try BilingualFile(document(units).utf8, name: name)
  }

  /// What becomes of a trans-unit's content when its only segment is filled.
  private func filled(
    _ content: String, with text: String = "b", score: Int = 100, version: String = "1.2",
    languages: String = " target-language='en'"
  ) throws -> String {
    let before = document(
      "<trans-unit id='1'>\(content)</trans-unit>", version: version, languages: languages)
    let file = try BilingualFile(before.utf8, name: "a.xlf", pair: LanguagePair("fr-en"))
    #expect(file.segments.count == 1)
    let source = try #require(file.segments.first).source
    let after = file.text([source: text], score: score)
    let start = try #require(after.firstRange(of: "<trans-unit id='1'>")).upperBound
    let end = try #require(after.firstRange(of: "</trans-unit>")).lowerBound
    #expect(
      after[..<start] + content + after[end...] == before, "nothing else of the file changes")
    return String(after[start..<end])
  }

  @Test(
    "has a segment a trans-unit, open where there is text and no translation",
    arguments: [
      ("<source>a</source>", "1|a?"), ("<source>a</source><target/>", "1|a?"),
      ("<source>a</source><target></target>", "1|a?"),
      ("<source>a</source><target> \n </target>", "1|a?"),
      ("<source>a</source><target><!-- later --></target>", "1|a?"),
      ("<source>a</source><target>b</target>", "1|a+"),
      ("<source>a</source><target><x id='1'/></target>", "1|a+"),
      ("<source>a</source><target><![CDATA[b]]></target>", "1|a+"),
      ("<source> </source>", "1| "), ("<source><x id='1'/></source>", "1|"),
      ("<source>a<x id='1'/>b<g id='2'>c</g></source>", "1|abc?"),
      ("<source>a<bpt id='1'>&lt;b&gt;</bpt>b</source>", "1|ab?"),
      ("<source>a &lt; &#233;&#x41;&amp;</source>", "1|a < éA&?"),
      ("<source><![CDATA[a < b]]> c</source>", "1|a < b c?"),
      ("<source>a<!-- no -->b<?no no?>c</source>", "1|abc?"),
      ("<note>first</note><source>a</source><alt-trans><target>x</target></alt-trans>", "1|a?"),
    ])
  func segments(content: String, expected: String) throws {
    let file = try open("<trans-unit id='1'>\(content)</trans-unit>")
    #expect(file.list == [expected])
    #expect(file.format == .xliff)
    #expect(file.namesLanguages)
    #expect(file.segments.first?.pair == LanguagePair("fr-en"))
  }

  @Test("leaves what is not to be translated, and fills neither groups nor what has no source")
  func untouched() throws {
    let units = """
      <trans-unit id='1' translate='no'><source>a</source></trans-unit>
      <group id='g'><trans-unit id='2'><source>b</source></trans-unit></group>
      <trans-unit id='3'><note>c</note></trans-unit>
      """
    let file = try open(units)
    #expect(file.list == ["1|a", "2|b?"])
    let text = file.text(["a": "A", "b": "B"])
    #expect(text.contains("<source>a</source></trans-unit>"))
    #expect(text.contains("<source>b</source><target state="))
    for name in ["a.sdlxliff", "a.mqxliff"] {
      #expect(try open(units, name: name).list == ["2|b?"], "\(name): a tool hides it")
    }
  }

  @Test("gets a target behind its source, which waits for its reviewer")
  func newTarget() throws {
    let exact = "state=\"needs-review-translation\" state-qualifier=\"exact-match\""
    #expect(
      try filled("<source>a</source><note>n</note>")
        == "<source>a</source><target \(exact)>b</target><note>n</note>")
    #expect(
      try filled("\n    <source>a</source>\n  ")
        == "\n    <source>a</source>\n    <target \(exact)>b</target>\n  ",
      "on a line of its own where the source has one")
    #expect(
      try filled("<source>a</source>", with: "x < y & \"z\"").contains(
        ">x &lt; y &amp; \"z\"</target>"))
  }

  @Test("says how good the match was, where the version has a word for it")
  func qualifiers() throws {
    for (score, version, expected) in [
      (102, "1.2", "exact-match"), (100, "1.2", "exact-match"), (99, "1.2", "fuzzy-match"),
      (70, "1.2", "fuzzy-match"), (100, "1.1", nil), (85, "1.0", nil),
    ] as [(Int, String, String?)] {
      let content = try filled("<source>a</source>", score: score, version: version)
      #expect(content.contains("state=\"needs-review-translation\""), "\(version)")
      #expect(content.contains("state-qualifier") == (expected != nil), "\(version)")
      if let expected { #expect(content.contains("\"\(expected)\""), "\(score)") }
    }
  }

  @Test("keeps the start tag of an empty target but for its state")
  func emptyTarget() throws {
    let state = "state=\"needs-review-translation\" state-qualifier=\"exact-match\""
    for (target, expected) in [
      ("<target/>", "<target \(state)>b</target>"),
      ("<target />", "<target \(state)>b</target>"),
      (
        "<target state='new' xml:lang='en'></target>", "<target xml:lang=\"en\" \(state)>b</target>"
      ),
      (
        "<target resname='say \"x\"' state-qualifier='tm-suggestion'> </target>",
        "<target resname=\"say &quot;x&quot;\" \(state)>b</target>"
      ),
    ] {
      #expect(try filled("<source>a</source>\(target)") == "<source>a</source>\(expected)")
    }
  }

  @Test("names the language of a new target where the file does not")
  func languageOfTarget() throws {
    #expect(
      try filled("<source>a</source>", languages: "").contains("<target xml:lang=\"en\" state="))
    #expect(try !filled("<source>a</source>").contains("xml:lang"))
  }

  @Test("needs a pair where it names no languages, and is open to none without")
  func pairs() throws {
    let text = document("<trans-unit id='1'><source>a</source></trans-unit>", languages: "")
      .replacing(" source-language='fr'", with: "")
    let alone = try BilingualFile(text.utf8, name: "a.xlf")
    #expect(alone.list == ["1|a"])
    #expect(!alone.namesLanguages)
    #expect(alone.segments.first?.pair == nil)
    let told = try BilingualFile(text.utf8, name: "a.xlf", pair: LanguagePair("en-fr"))
    #expect(told.list == ["1|a?"])
    #expect(told.segments.first?.pair == LanguagePair("en-fr"))
    let half = try BilingualFile(
      document("<trans-unit id='1'><source>a</source></trans-unit>", languages: "").utf8,
      name: "a.xlf", pair: LanguagePair("en-fr"))
    #expect(half.segments.first?.pair == LanguagePair("fr-en"), "the named side is the source")
  }

  @Test("takes a translation's codes as they are")
  func codes() throws {
    let file = try open("<trans-unit id='1'><source>a <x id='1'/></source></trans-unit>")
    #expect(file.segments.first?.codes == "a <x id='1'/>")
    let bytes = file.filled { _, _ in
      BilingualFilling(translation: .of("b ", codes: "b <x id=\"1\"/>"))
    }
    #expect(String(decoding: bytes, as: UTF8.self).contains("\">b <x id=\"1\"/></target>"))
  }

  @Test("lists proposals behind the target, best first, with score and origin")
  func proposals() throws {
    let file = try open("  <trans-unit id='1'>\n    <source>a</source>\n  </trans-unit>")
    let bytes = file.filled { _, _ in
      BilingualFilling(
        translation: .of("b"),
        proposals: [
          .of("one <", source: "s & t", score: 101, memory: "a \"b\""),
          .of("two", source: "u", codes: "<x id='9'/>", score: 71),
        ])
    }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      text.contains(
        """
        match">b</target>\n    <alt-trans match-quality="100%" origin="a &quot;b&quot;">\
        <source>s &amp; t</source><target>one &lt;</target></alt-trans>\n    \
        <alt-trans match-quality="71%" origin="desk"><source>u</source>\
        <target>two</target></alt-trans>\n  </trans-unit>
        """), "\(text)")
  }

  @Test("whose elements have a prefix gets elements with that prefix")
  func prefixes() throws {
    let text =
      """
      <x:xliff xmlns:x='urn:oasis:names:tc:xliff:document:1.2' version='1.2'>\
      <x:file original='a' source-language='fr' target-language='en'><x:body>\
      <x:trans-unit id='1'><x:source>a</x:source></x:trans-unit></x:body></x:file></x:xliff>
      """
    let file = try BilingualFile(text.utf8, name: "a.xlf")
    let filled = file.text(["a": "b"])
    #expect(filled.contains("</x:source><x:target state="))
    #expect(filled.contains(">b</x:target></x:trans-unit>"))
    #expect(try BilingualFile(filled.utf8, name: "a.xlf").list == ["1|a+"])
  }

  @Test("is filled with nothing byte for byte as it was")
  func nothing() throws {
    let text = document("<trans-unit id='1'><source>a</source></trans-unit>\r\n<!-- <source> -->")
    let file = try BilingualFile(text.utf8, name: "a.xlf")
    #expect(file.filled { _, _ in nil } == Array(text.utf8))
    #expect(file.filled { _, _ in BilingualFilling() } == Array(text.utf8))
  }
}
