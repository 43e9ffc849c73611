import CalqueFormats
import CalqueModel
import TestSupport
import Testing

@Suite("A hostile file")
struct HostileTests {
  @Test(
    "is refused, and the reason named",
    arguments: [
      ("empty.tmx", "empty"), ("truncated.tmx", "never closed"),
      ("undefined-entity.tmx", "&eacute; is not declared"),
      ("external-entity.tmx", "external entity &secret; is not read"),
      ("parameter-entity.tmx", "parameter entity %more; is not read"),
      ("markup-entity.tmx", "holds markup"), ("billion-laughs.tmx", "more than 64 KiB"),
      ("recursive-entity.tmx", "contains itself"), ("damaged.tmx.gz", "damaged"),
      ("truncated.tmx.gz", "truncated"), ("no-such-file.tmx", "no such file"),
    ])
  func refused(name: String, reason: String) throws {
    let error = try #require(throws: FormatError.self) { try Reading(path: fixture(name)) }
    #expect(error.message.contains(reason))
  }

  @Test("that nests, or holds an attribute or a segment beyond the limits, is refused")
  func limits() throws {
    let deep = String(repeating: "<hi>", count: 300) + String(repeating: "</hi>", count: 300)
    try expectRefusal(of: "<seg>\(deep)</seg>", because: "more than 256 deep")
    let allowed = String(repeating: "<hi>", count: 251) + String(repeating: "</hi>", count: 251)
    let reading = try Reading(document("<seg>x\(allowed)</seg>").utf8, name: "a.tmx")
    #expect(reading.units.count == 1)
    let wide = String(repeating: "a", count: 70_000)
    try expectRefusal(of: "<seg><ph x=\"\(wide)\"/></seg>", because: "longer than 64 KiB")
    let long = String(repeating: "ab ", count: 400_000)
    try expectRefusal(of: "<seg>\(long)</seg>", because: "a segment is longer than 1024 KiB")
    try expectRefusal(of: "<note>\(long)</note><seg>x</seg>", because: "a note or property")
    let many = String(repeating: "<prop type=\"x\">\(wide)</prop>", count: 300)
    try expectRefusal(of: "\(many)<seg>x</seg>", because: "a unit is longer")
    let empty = String(repeating: "<note/>", count: 70_000)
    try expectRefusal(of: "\(empty)<seg>x</seg>", because: "a unit is longer")
    let comment = String(repeating: "a", count: 1_400_000)
    try expectRefusal(of: "<seg><!--\(comment)--></seg>", because: "a tag, comment or declaration")
  }

  @Test("that repeats one long entity is refused")
  func quadratic() throws {
    let entity = String(repeating: "a", count: 30_000)
    let text = """
      <!DOCTYPE tmx [<!ENTITY a "\(entity)">]><tmx version="1.4"><body><tu>\
      <tuv xml:lang="fr"><seg>&a;&a;&a;&a;</seg></tuv></tu></body></tmx>
      """
    let error = try #require(throws: FormatError.self) { try Reading(text.utf8, name: "a.tmx") }
    #expect(error.message.contains("more than 64 KiB"))
  }

  @Test("that expands without end is refused")
  func bomb() throws {
    let row = String(repeating: "a", count: 50_000) + "\tb\n"
    let bytes = Gzip.member(of: Array(String(repeating: row, count: 500).utf8))
    let error = try #require(throws: FormatError.self) {
      try Reading(bytes, name: "a.fr-en.tsv.gz")
    }
    #expect(error.message.contains("250-fold"))
  }

  @Test(
    "with bytes or characters that no text has is refused with its place",
    arguments: [
      ([0xC3, 0x28], "not UTF-8: byte 0xC3"), ([0x00], "NUL"), ([0x01], "XML does not allow"),
      (Array("&#8;".utf8), "XML does not allow"), (Array("\u{FFFE}".utf8), "XML does not allow"),
      (Array("a & b".utf8), "&amp;"), (Array("a < b".utf8), "&lt;"),
      (Array("</seg>".utf8), "never closed"),
    ] as [([UInt8], String)])
  func characters(bytes: [UInt8], reason: String) throws {
    let halves = document("<seg>É|</seg>").split(separator: "|").map { Array($0.utf8) }
    let error = try #require(throws: FormatError.self) {
      try Reading(halves[0] + bytes + halves[1], name: "a.tmx")
    }
    #expect(error.message.contains(reason))
    #expect(error.place.line == 2)
    #expect(error.place.column >= 1)
  }

  @Test(
    "of a format that is not read says which",
    arguments: [
      ("<html><body></body></html>", "HTML"),
      ("<?xml version=\"1.0\"?><!-- x --><resources/>", "Android resources"),
      ("PK\u{3}\u{4}", "zip archive"),
      ("just some prose, no table at all", "neither TMX nor a table"),
    ])
  func otherFormats(text: String, reason: String) throws {
    let error = try #require(throws: FormatError.self) { try Reading(text.utf8, name: "a") }
    #expect(error.message.contains(reason))
  }

  @Test(
    "of no format is refused with the place of what was found",
    arguments: [
      (
        "a.tbx", "<?xml version=\"1.0\"?>\n<!-- x -->\n  <tbxHeader/>\n<text/>", 3, 3, "<tbxHeader>"
      ),
      ("a.tbx", "<termEntry id=\"1\"/>", 1, 1, "<termEntry>"),
      ("a.xml", "\n<html></html>", 2, 1, "HTML"), ("a.txt", "some prose\n", 1, 1, "neither"),
      ("a.jsonl", "{\"a\":1}\n", 1, 1, "\"unit\" or \"concept\""),
      ("a.jsonl", "{\"unit\":{\"id\":\"a\0b\"}}\n", 1, 17, "NUL"),
    ])
  func places(name: String, text: String, line: Int, column: Int, reason: String) throws {
    let error = try #require(throws: FormatError.self) { try Reading(text.utf8, name: name) }
    #expect(error.message.contains(reason), "\(error)")
    #expect((error.place.line, error.place.column) == (line, column), "\(error)")
  }

  @Test("in an encoding that hides text is refused")
  func encodings() throws {
    let text = document("<seg>x</seg>")
    for name in ["UTF-7", "x-none", "SCSU"] {
      let error = try #require(throws: FormatError.self) {
        try Reading("<?xml version=\"1.0\" encoding=\"\(name)\"?>\(text)".utf8, name: "a.tmx")
      }
      #expect(error.message.contains("encoding \(name) is not read"))
    }
  }

  private func document(_ segment: String) -> String {
    """
    <tmx version="1.4"><body><tu><tuv xml:lang="en"><seg>x</seg></tuv>
    <tuv xml:lang="fr">\(segment)</tuv></tu></body></tmx>
    """
  }

  private func expectRefusal(of segment: String, because reason: String) throws {
    let error = try #require(throws: FormatError.self) {
      try Reading(document(segment).utf8, name: "a.tmx")
    }
    #expect(error.message.contains(reason))
  }
}
