import CalqueModel
import TestSupport
import Testing

@testable import CalqueInput

@Suite("The beginning of an XML document")
struct XMLBeginningTests {
  @Test(
    "names the root element without its prefix, once the whole name is there",
    arguments: [
      ("<tmx version='1.4'>", "tmx"), ("<?xml version='1.0'?>\n<!-- <x> --><tmx>", "tmx"),
      ("<!DOCTYPE tmx SYSTEM 'tmx14.dtd'><tmx>", "tmx"), ("<s:xliff a='1'>", "xliff"),
      ("<!DOCTYPE a [<!ENTITY b '>'>]>\n<a/>", "a"), ("\u{FEFF}  <martif\n>", "martif"),
      ("<tm", nil), ("<?xml version='1.0'", nil), ("<!-- never", nil), ("", nil), ("text", nil),
      ("<>", nil), ("< a>", nil),
    ] as [(String, String?)])
  func root(text: String, root: String?) {
    #expect(XMLBeginning.root(Array(text.utf8)) == root)
  }

  @Test("opens a tag with its first character that is no blank")
  func likely() {
    #expect(XMLBeginning.isLikely(Array("\n\t <a".utf8)))
    #expect(!XMLBeginning.isLikely(Array("a <b>".utf8)))
    #expect(!XMLBeginning.isLikely([]))
  }
}

@Suite("XML as it is written")
struct XMLTextTests {
  @Test(
    "has every character that markup or a parser would change escaped",
    arguments: [
      ("a < b & c > d", "a &lt; b &amp; c &gt; d", "a &lt; b &amp; c &gt; d"),
      ("\"oui\" 'non'", "\"oui\" 'non'", "&quot;oui&quot; 'non'"),
      ("a\tb\nc\rd", "a\tb\nc&#13;d", "a&#9;b&#10;c&#13;d"), ("]]>", "]]&gt;", "]]&gt;"),
      ("été 😀\u{A0}", "été 😀\u{A0}", "été 😀\u{A0}"), ("", "", ""),
    ])
  func escapes(text: String, content: String, attribute: String) {
    var bytes = [UInt8]()
    #expect(XMLText.append(text.utf8.span, to: &bytes) == 0)
    #expect(bytes.elementsEqual(content.utf8))
    bytes = []
    #expect(XMLText.append(text.utf8.span, to: &bytes, inAttribute: true) == 0)
    #expect(bytes.elementsEqual(attribute.utf8))
  }

  @Test("has what XML has no character for replaced, and counted")
  func replaced() {
    var bytes = [UInt8]()
    let text = "a\u{0}b\u{1B}c\u{FFFE}d\u{FFFF}e\u{FFFD}f\u{F7FE}"
    #expect(XMLText.append(text.utf8.span, to: &bytes) == 4)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e\u{FFFD}f\u{F7FE}")
  }

  @Test("comes back from a parser as it was, in texts and attributes", arguments: 0..<60)
  func roundTrip(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "a", "é", "e\u{301}", "😀", "&", "<", ">", "\"", "'", "\t", "\n", "\r", " ", "]]>", "&amp;",
      "\u{85}", "\u{2028}", "\u{A0}", "\u{FFFD}", "\u{FEFF}",
    ]
    let text = "x" + (0..<40).map { _ in pieces[random.number(below: pieces.count)] }.joined()
    var bytes = Array("<a".utf8)
    XMLText.append("b", text, to: &bytes)
    bytes.append(UInt8(ascii: ">"))
    XMLText.append(text.utf8.span, to: &bytes)
    bytes += Array("</a>".utf8)
    let read = ReadXML(bytes, size: 1 + random.number(below: 20))
    #expect(read.events == ["<a b=\(text)>", "'" + text, "</a>"], "seed \(seed)")
  }

  @Test("of a part is captured with its empty elements, attributes and instructions")
  func capture() {
    var capture = XMLCapture()
    capture.start("a", [Meta.Attribute(name: "x", value: "1\"")])
    capture.start("b", [])
    capture.end("b")
    capture.text("1 < 2".utf8.span)
    capture.text("".utf8.span)
    capture.start("c", [])
    capture.instruction("go", "")
    capture.instruction("go", "now")
    capture.end("c")
    #expect(capture.depth == 1)
    capture.end("a")
    #expect(capture.depth == 0)
    #expect(capture.text == #"<a x="1&quot;"><b/>1 &lt; 2<c><?go?><?go now?></c></a>"#)
    capture.removeAll()
    #expect(capture.text == "")
  }
}

@Suite("The entities of a document")
struct XMLEntitiesTests {
  /// Entities of a document with a limit.
  private func entities(
    _ list: [(String, String?)], limit: Int = 64
  ) throws -> XMLEntities {
    var entities = XMLEntities(limit: limit)
    for (name, content) in list { try entities.declare(name, content) }
    return entities
  }

  @Test("expand to what they hold, references and characters included")
  func expand() throws {
    var all = try entities([("a", "x&b;&#233;"), ("b", "&lt;&c;"), ("c", "y"), ("d", nil)])
    #expect(try all.replacement(of: "a") == "x<yé")
    let value = Array("1&b;2&amp;".utf8)
    #expect(try all.expanded(value.span) == "1<y2&")
  }

  @Test(
    "are refused with a reason",
    arguments: [
      ("a", "entity &a; contains itself"), ("c", "entity &c; holds markup, which is not read"),
      ("d", "external entity &d; is not read"), ("e", "entity &e; is not declared"),
      ("f", "a reference lacks its ;"), ("g", "entities expand to more than 0 KiB"),
    ])
  func refused(name: String, reason: String) throws {
    var all = try entities([
      ("a", "&b;"), ("b", "&a;"), ("c", "<b/>"), ("d", nil), ("f", "x & y"),
      ("g", String(repeating: "&h;", count: 10)), ("h", "0123456789"),
    ])
    do {
      _ = try all.replacement(of: name)
      Issue.record("&\(name); was expanded")
    } catch {
      #expect(error.message == reason)
    }
  }

  @Test("are bound by their first declaration, and limited in number and length")
  func declarations() throws {
    var all = try entities([("a", "1"), ("a", "2")])
    #expect(try all.replacement(of: "a") == "1")
    for number in 0..<9_999 { try all.declare("n\(number)", "x") }
    let many = #expect(throws: XMLProblem.self) { try all.declare("one more", "x") }
    #expect(many?.message == "more than 10,000 entities are declared")
    var short = XMLEntities(limit: 1_024)
    try short.declare("a", String(repeating: "x", count: 1_024))
    let long = #expect(throws: XMLProblem.self) {
      try short.declare("b", String(repeating: "x", count: 1_025))
    }
    #expect(long?.message == "entity &b; is longer than 1 KiB")
  }
}

@Suite("Places in a document")
struct XMLPlacesTests {
  @Test(
    "count lines by LF, CR and CRLF, and columns by scalars",
    arguments: [
      (0, 1, 1), (1, 1, 2), (3, 1, 3), (4, 2, 1), (5, 2, 2), (7, 3, 1), (8, 4, 1), (12, 4, 2),
      (99, 4, 3),
    ])
  func table(offset: Int, line: Int, column: Int) {
    var places = XMLPlaces()
    places.append(Array("aé\nb\r\n\r😀x".utf8))
    let place = places.place(at: offset)
    #expect((place.line, place.column) == (line, column))
  }

  @Test("are the same whatever was asked before, and when the beginning is gone", arguments: 0..<3)
  func anyOrder(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = ["abc", "é", "\n", "\r\n", "\r", "😀", "<tag>"]
    var places = XMLPlaces()
    var text = [UInt8]()
    for _ in 0..<160 {
      let chunk = (0..<2_000).flatMap { _ in Array(pieces[random.number(below: pieces.count)].utf8)
      }
      places.append(chunk)
      text += chunk
      let offset = text.count - 1 - random.number(below: min(text.count, 60_000))
      let place = places.place(at: offset)
      if text.count > 400_000, random.number(below: 4) > 0 { continue }
      let expected = Self.place(in: text, at: offset)
      #expect(
        [place.line, place.column] == [expected.line, expected.column],
        "seed \(seed), offset \(offset) of \(text.count)")
    }
  }

  /// The place, counted from the beginning.
  private static func place(in text: [UInt8], at offset: Int) -> (line: Int, column: Int) {
    var (line, column) = (1, 1)
    for index in 0..<offset {
      let isFeedAfterReturn = text[index] == 0x0A && index > 0 && text[index - 1] == 0x0D
      if isFeedAfterReturn { continue }
      if text[index] == 0x0A || text[index] == 0x0D {
        (line, column) = (line + 1, 1)
      } else if text[index] & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }

  @Test("find the tag that an offset lies in, and the line around")
  func surroundings() {
    var places = XMLPlaces()
    places.append(Array("<a>\nun <b x='1'>é\r\nfin".utf8))
    #expect(places.tagStart(before: 12) == 7)
    #expect(places.tagStart(before: 3) == 0)
    #expect(places.tagStart(before: 0) == nil)
    #expect(places.text(around: 8) == "un <b x='1'>é")
    #expect(places.text(around: 999) == "fin")
    #expect(places.end == 23)
  }
}
