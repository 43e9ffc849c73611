import CalqueModel
import TestSupport
import Testing

@testable import CalqueInput

@Suite("An XML document")
struct XMLDocumentTests {
  @Test(
    "is told as it is written",
    arguments: [
      ("<a/>", ["<a>", "</a>"]), ("<a>x</a>", ["<a>", "'x", "</a>"]),
      ("<a b='1' c=\"2\"/>", ["<a b=1 c=2>", "</a>"]),
      ("<a xml:lang='fr'>é</a>", ["<a xml:lang=fr>", "'é", "</a>"]),
      ("<a>&lt;&amp;&gt;&quot;&apos;</a>", ["<a>", "'<&>\"'", "</a>"]),
      ("<a>&#233;&#x1F600;</a>", ["<a>", "'é😀", "</a>"]),
      ("<a b='&lt;&#38;x&#10;'/>", ["<a b=<&x\n>", "</a>"]),
      ("<a><![CDATA[<x>&]]></a>", ["<a>", "'<x>&", "</a>"]),
      ("<a>x<!-- gone -->y</a>", ["<a>", "'xy", "</a>"]),
      ("<a><?go now?></a>", ["<a>", "<?go now?>", "</a>"]),
      ("<n:a xmlns:n='u' n:b='1'/>", ["<n:a xmlns:n=u n:b=1>", "</n:a>"]),
      ("<a xmlns='u'><b/></a>", ["<a xmlns=u>", "<b>", "</b>", "</a>"]),
      ("<a>x\r\ny\rz</a>", ["<a>", "'x\ny\nz", "</a>"]),
      ("<a b='x\n\ty'/>", ["<a b=x  y>", "</a>"]),
      ("<!DOCTYPE a [<!ENTITY e 'é'>]><a>&e;</a>", ["<a>", "'é", "</a>"]),
      ("<!DOCTYPE a [<!ENTITY e 'é'>]><a b='&e;!'/>", ["<a b=é!>", "</a>"]),
      ("<!DOCTYPE a SYSTEM 'tmx14.dtd'><a/>", ["<a>", "</a>"]),
      ("<!DOCTYPE a [<!ENTITY e 'x'><!ENTITY e 'y'>]><a>&e;</a>", ["<a>", "'x", "</a>"]),
      ("<!DOCTYPE a [<!ENTITY e 'x&f;z'><!ENTITY f 'y'>]><a>&e;</a>", ["<a>", "'xyz", "</a>"]),
    ])
  func events(text: String, events: [String]) {
    let whole = ReadXML(text)
    #expect(whole.complaint == "")
    #expect(whole.events == events)
    for size in [1, 2, 3, 7] {
      let cut = ReadXML(text, size: size)
      #expect(cut.events == events, "in chunks of \(size)")
      #expect(cut.complaint == "", "in chunks of \(size)")
    }
  }

  @Test("tells attributes that come again as those that come once", arguments: [1, 5, 1 << 20])
  func attributesAgain(size: Int) {
    let values = [
      "fr", "en", "", "a", "12345678", "123456789", "é", "&lt;", "a&amp;b", "&e;", "fr-CA", "  x ",
    ]
    let names = ["xml:lang", "lang", "n:lang", "m:lang", "type"]
    var text = "<!DOCTYPE a [<!ENTITY e 'f'>]><a xmlns:n='u' xmlns:m='v'>"
    var expected = ["<a xmlns:n=u xmlns:m=v>"]
    for _ in 0..<2 {
      for value in values {
        for name in names {
          for element in ["b", "n:b", "m:b"] {
            text += "<\(element) \(name)='\(value)'/>"
            let read = value.replacing("&lt;", with: "<").replacing("&amp;", with: "&")
              .replacing("&e;", with: "f")
            expected += ["<\(element) \(name)=\(read)>", "</\(element)>"]
          }
        }
      }
    }
    let read = ReadXML(text + "</a>", size: size)
    #expect(read.complaint == "")
    #expect(read.events == expected + ["</a>"])
  }

  @Test(
    "that is broken is refused with the place and the reason",
    arguments: [
      ("", "1:1 the file ends too early"),
      ("<a><b/>", "1:1 <a> is never closed: the file ends first"),
      ("<a>\n <b>x</a>", "2:2 <b> is never closed"),
      ("<a>\n</b></a>", "1:1 <a> is never closed"),
      ("<a/>\n<b/>", "2:1 something follows after the end of the document"),
      ("<a>a & b</a>", "a name was expected after < or &; as text they are &lt; and &amp;"),
      ("<a>\n1 < 2</a>", "a name was expected after < or &; as text they are &lt; and &amp;"),
      ("<a>&eacute;</a>", "entity &eacute; is not declared"),
      ("<a b='&eacute;'/>", "entity &eacute; is not declared"),
      ("<a>&amp</a>", "a reference lacks its ; (as text, & is &amp;)"),
      ("<a>\n&#8;</a>", "2:5 a character that XML does not allow"),
      ("<a>&#zz;</a>", "a character reference that is no number"),
      ("<a>é\u{1}</a>", "a character that XML does not allow"),
      ("<a b=1/>", "an attribute's value needs quotes around it"),
      ("<a b/>", "attribute b has no value"),
      ("<a b='1' b='2'/>", "attribute b is there twice"),
      ("<a><c b='<'/></a>", "a < stands in an attribute's value; it must be &lt;"),
      (" <?xml version='1.0'?><a/>", "something stands before the XML declaration"),
      ("<!DOCTYPE a [<!ENTITY e '<b/>'>]><a>&e;</a>", "entity &e; holds markup, which is not read"),
      ("<!DOCTYPE a [<!ENTITY e SYSTEM 'x'>]><a>&e;</a>", "external entity &e; is not read"),
      ("<!DOCTYPE a [<!ENTITY % p SYSTEM 'x'>%p;]><a/>", "parameter entity %p; is not read"),
      ("<!DOCTYPE a [<!ENTITY e '&f;'><!ENTITY f '&e;'>]><a>&e;</a>", "contains itself"),
    ])
  func broken(text: String, complaint: String) {
    let read = ReadXML(text)
    #expect(read.complaint.hasSuffix(complaint), "\(read.complaint)")
    #expect(read.error?.line ?? 0 >= 1)
    #expect(read.error?.excerpt?.lines.isEmpty == false)
  }

  @Test("tells where each element begins, however the document is cut", arguments: [1, 4, 1 << 20])
  func places(size: Int) {
    let read = ReadXML("<a>\r\n  <b>é</b><c\n x='1'>\r<d/></c>\n</a>", size: size)
    #expect(read.places == ["1:1 a", "2:3 b", "2:11 c", "4:1 d"])
  }

  @Test("shows the tag that is never closed and the end that came instead")
  func excerpt() throws {
    let error = try #require(ReadXML("<a>\n  <seg>été\n</tuv></a>").error)
    #expect((error.line, error.column) == (2, 3))
    let excerpt = try #require(error.excerpt)
    #expect(excerpt.lines.map(\.number) == [2, 3])
    #expect(excerpt.lines.map(\.text) == ["  <seg>été", "</tuv></a>"])
    #expect(excerpt.lines.map(\.label) == ["opened here", "but the <tuv> ends here"])
  }

  @Test("is stopped by what its handler objects to, with the place")
  func objection() {
    let read = ReadXML("<a>\n<b/><c/>\n<d/></a>", objection: "c")
    #expect(read.complaint == "2:9 no <c> please" || read.complaint.hasPrefix("2:"))
    #expect(read.error?.message == "no <c> please")
    #expect(!read.events.contains("<d>"))
  }

  @Test("whose prefixes nobody binds is read with a warning")
  func prefixes() {
    let read = ReadXML("<a><o:b o:c='1'>x</o:b></a>")
    #expect(read.events == ["<a>", "<o:b o:c=1>", "'x", "</o:b>", "</a>"])
    #expect(read.complaint == "")
    #expect(
      read.warnings.allSatisfy { $0.hasPrefix("namespace: ") && $0.hasSuffix("all the same") })
    #expect(!read.warnings.isEmpty)
  }

  @Test(
    "gives what is valid before bytes that no text has",
    arguments: [
      ([0xFF], "not UTF-8: byte 0xFF"), ([0xC3, 0x28], "not UTF-8: byte 0xC3"),
      ([0xED, 0xA0, 0x80], "not UTF-8: byte 0xED"), ([0], "a NUL byte, which no text holds"),
    ] as [([UInt8], String)])
  func bytes(bytes: [UInt8], reason: String) {
    let read = ReadXML(Array("<a><b/>\né".utf8) + bytes + Array("</a>".utf8))
    #expect(read.complaint == "2:2 \(reason)")
    #expect(read.events.prefix(3) == ["<a>", "<b>", "</b>"])
  }

  // MARK: - Limits

  @Test("may be as deep as the limit, not deeper")
  func depth() {
    var limits = InputLimits()
    limits.depth = 5
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(ReadXML(nested(5), limits: limits).complaint == "")
    #expect(
      ReadXML(nested(6), limits: limits).error?.message
        == "elements lie more than 5 deep in one another")
    #expect(ReadXML(String(repeating: "<a/>", count: 6), limits: limits).complaint != "")
    #expect(
      ReadXML("<r>" + String(repeating: "<a/>", count: 60) + "</r>", limits: limits).complaint == ""
    )
  }

  @Test("may have attributes as long as the limit, not longer")
  func attribute() {
    var limits = InputLimits()
    limits.attribute = 2_048
    func with(_ count: Int) -> String { "<a b='\(String(repeating: "x", count: count))'/>" }
    #expect(ReadXML(with(2_048), limits: limits).complaint == "")
    #expect(
      ReadXML(with(2_049), limits: limits).error?.message == "attribute b is longer than 2 KiB")
  }

  @Test("may lengthen itself by entities up to the limit, together and one by one")
  func entities() {
    var limits = InputLimits()
    limits.entities = 4_096
    func document(_ uses: Int) -> String {
      "<!DOCTYPE a [<!ENTITY e '\(String(repeating: "x", count: 1_003))'>]><a>"
        + String(repeating: "&e;", count: uses) + "</a>"
    }
    #expect(ReadXML(document(4), limits: limits).complaint == "")
    #expect(
      ReadXML(document(5), limits: limits).error?.message == "entities expand to more than 4 KiB")
    let long = "<!DOCTYPE a [<!ENTITY e '\(String(repeating: "x", count: 5_000))'>]><a/>"
    #expect(ReadXML(long, limits: limits).error?.message == "entity &e; is longer than 4 KiB")
    let laughs = (1...9).map {
      "<!ENTITY e\($0) '&e\($0 - 1);&e\($0 - 1);&e\($0 - 1);&e\($0 - 1);'>"
    }
    let bomb = "<!DOCTYPE a [<!ENTITY e0 'ha'>\(laughs.joined())]><a>&e9;</a>"
    #expect(ReadXML(bomb, limits: limits).error?.message == "entities expand to more than 4 KiB")
    let inAttribute = "<!DOCTYPE a [<!ENTITY e0 'ha'>\(laughs.joined())]><a b='&e9;'/>"
    #expect(
      ReadXML(inAttribute, limits: limits).error?.message == "entities expand to more than 4 KiB")
  }

  @Test(
    "may not hold back a tag, comment or declaration beyond the limit", arguments: [100, 4_096])
  func heldBack(size: Int) {
    var limits = InputLimits()
    limits.segment = 8_192
    let long = String(repeating: "x ", count: 20_000)
    for text in [
      "<a><!--\(long)--></a>", "<a \(long)/>", "<!DOCTYPE a [<!ENTITY e '\(long)'>]><a/>",
    ] {
      let read = ReadXML(text, size: size, limits: limits)
      #expect(read.error != nil)
    }
    #expect(ReadXML("<a>\(long)</a>", size: size, limits: limits).complaint == "")
  }

  @Test("of any shape is told alike, however it is cut", arguments: 0..<30)
  func chunks(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "<b>", "</b>", "<c x='é&#10;'/>", "text ", "é😀", "&amp;", "\r\n", "<!-- c -->",
      "<![CDATA[<]]>", "<?p i?>", "&e;",
    ]
    let body = (0..<60).map { _ in pieces[random.number(below: pieces.count)] }.joined()
    let text = "<!DOCTYPE a [<!ENTITY e 'été'>]><a>\(body)</a>"
    let whole = ReadXML(text)
    let cut = ReadXML(text, size: 1 + random.number(below: 9))
    #expect(cut.events == whole.events, "seed \(seed)")
    #expect(cut.complaint == whole.complaint, "seed \(seed)")
    #expect(cut.places == whole.places, "seed \(seed)")
  }
}
