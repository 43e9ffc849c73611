import CalqueModel
import Testing

@testable import CalqueFormats

@Suite("Names with a prefix")
struct NamespaceTests {
  /// What a parser that heeds namespaces says of a file: an error is thrown, an undeclared prefix
  /// is a warning.
  private func faults(_ bytes: [UInt8], _ name: String) throws -> [String] {
    try Reading(bytes, name: name, options: FormatOptions(keepsIncomplete: true))
      .warnings.map(\.message).filter { $0.contains("amespace") }
  }

  private static let xliff = """
    <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:m="urn:m">
    <file original="a" source-language="fr" target-language="en"><body>
    <trans-unit id="1" m:locked="yes" m:locked2="no" restype="x"><source>Un <g id="1" m:f="b">mot</g>\
    </source><target>A <g id="1" m:f="b">word</g></target>
    <alt-trans m:score="9" type="t" origin="o"><source>s</source><target>t</target></alt-trans>
    <note m:who="me" from="desk">a note</note></trans-unit></body></file></xliff>
    """

  private static let second = """
    <xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="fr" trgLang="en" \
    xmlns:fs="urn:fs" xmlns:mtc="urn:mtc"><file id="f"><unit id="u" canResegment="no" fs:fs="p">
    <mtc:matches><mtc:match ref="#s" type="x"><source>a</source><target>b</target></mtc:match>
    </mtc:matches><segment id="s" canResegment="yes"><source>Un <ph id="1" fs:fs="i"/>mot</source>\
    <target>A <ph id="1" fs:fs="i"/>word</target></segment></unit></file></xliff>
    """

  private static let catalogue = """
    msgid ""
    msgstr "Language: en\\nX-Source-Language: fr\\n"

    msgid "%d mot"
    msgid_plural "%d mots"
    msgstr[0] "%d word"
    msgstr[1] "%d words"

    #~ msgid "vieux"
    #~ msgstr "old"

    """

  private static let sources = [
    (xliff, "a.xlf"), (second, "b.xlf"), (catalogue, "c.po"),
    (
      "<TS language='en' sourcelanguage='fr'><context><name>x</name><message numerus='yes'>"
        + "<source>%n mot</source><translation type='vanished'><numerusform>%n word</numerusform>"
        + "</translation></message></context></TS>", "d.ts"
    ),
    (
      "<tmx version='1.4' xmlns:t='urn:t'><header/><body><tu t:a='1'><t:more/>"
        + "<tuv xml:lang='fr' t:b='2'><seg>Un</seg></tuv><tuv xml:lang='en'><seg>A</seg></tuv></tu>"
        + "</body></tmx>", "e.tmx"
    ),
  ]

  @Test(
    "are declared in whatever is written, or written otherwise",
    arguments: [
      (FileFormat.tmx, nil), (.tmx, "1.1"), (.xliff, nil), (.xliff, "2.0"), (.qt, nil),
      (.tbx, nil), (.tbx, "dct"), (.tbx, "2"), (.multiTerm, nil),
    ] as [(FileFormat, String?)])
  func written(format: FileFormat, version: String?) throws {
    for (text, name) in Self.sources {
      let reading = try Reading(
        text.utf8, name: name, options: FormatOptions(keepsIncomplete: true))
      #expect(reading.warnings.isEmpty)
      let writing = try Writing(
        format, header: reading.header, options: WriterOptions(version: version),
        units: reading.units)
      let suffix = format == .xliff ? "xlf" : format == .multiTerm ? "xml" : format.rawValue
      let written = try faults(writing.bytes, "out.\(suffix)")
      #expect(written == [], "\(name): \(writing.text)")
    }
  }

  @Test("that nothing declares become properties of TMX, and the catalogue comes back from them")
  func properties() throws {
    let options = FormatOptions(keepsIncomplete: true)
    let reading = try Reading(Self.catalogue.utf8, name: "c.po", options: options)
    let tmx = try Writing(.tmx, units: reading.units).text
    #expect(tmx.contains("<prop type=\"po:msgid_plural\">%d mots</prop>"))
    #expect(tmx.contains("<prop type=\"po:obsolete\">yes</prop>"))
    let back = try Reading(tmx.utf8, name: "c.tmx", options: options)
    let po = try Writing(.po, units: back.units).text
    #expect(po.contains("msgid_plural \"%d mots\"\nmsgstr[0] \"%d word\"\nmsgstr[1] \"%d words\""))
    #expect(po.contains("#~ msgid \"vieux\""))
  }

  @Test("come once in an element, and the second is a property")
  func twice() throws {
    let options = FormatOptions(keepsIncomplete: true)
    let reading = try Reading(Self.second.utf8, name: "b.xlf", options: options)
    let tmx = try Writing(.tmx, units: reading.units).text
    #expect(tmx.contains("<tu tuid=\"u:s\" canResegment=\"no\">"))
    #expect(tmx.contains("<prop type=\"canResegment\">yes</prop>"))
    #expect(tmx.contains("<prop type=\"match:type\">x</prop>"))
  }

  @Test("of a TMX file that declares them stay as they are")
  func own() throws {
    let reading = try Reading(Self.sources[4].0.utf8, name: "e.tmx")
    let text = try Writing(back: reading).text
    #expect(text.contains("<tu t:a='1'>") && text.contains("t:b='2'"))
    #expect(text.contains("<t:more/>"))
  }

  @Test(
    "are known by their declaration",
    arguments: [
      ("a", true), ("xml:lang", true), ("m:a", true), ("n:a", false), ("m:a:b", false),
      (":a", false), ("a:", false), ("", false), ("a b", false), ("1a", false), ("é", true),
    ])
  func names(name: String, isHeld: Bool) {
    #expect(DeclaredPrefixes("<!-- x --><r xmlns:m='u'><s xmlns:n='u'>").hold(name: name) == isHeld)
  }

  @Test(
    "inside a piece count with the declarations of the piece",
    arguments: [
      ("a: b", true), ("<m:a/>", true), ("<n:a/>", false), ("<n:a xmlns:n='u'><n:b/></n:a>", true),
      ("<a n:b='1'/>", false), ("<n:a xmlns:n='u'/><n:b/>", false), ("<a b='n:c'/>", true),
    ])
  func pieces(xml: String, isHeld: Bool) {
    #expect(DeclaredPrefixes("<r xmlns:m='u'>").hold(xml) == isHeld)
  }
}
