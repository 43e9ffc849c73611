import CalqueModel
import TestSupport
import Testing

@testable import CalqueFormats

@Suite("The bytes of a bilingual file")
struct BilingualBytesTests {
  private static let xliff =
    "<?xml version=\"1.0\" encoding=\"@\"?>\r\n<xliff version='1.2'><file original='é' "
    + "source-language='fr' target-language='en'><body><trans-unit id='1'><source>été</source>"
    + "</trans-unit></body></file></xliff>\r\n"

  /// A text in UTF-16 behind its mark.
  private func utf16(_ text: String, isBig: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit in
      let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isBig ? bytes.reversed() : bytes
    }
  }

  /// A text in ISO 8859-1.
  private func latin(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  @Test("are those of its own encoding, with its mark, wherever something is filled in")
  func encodings() throws {
    let target =
      "</source><target state=\"needs-review-translation\" state-qualifier=\"exact-match\">"
      + "nuit d’été</target>"
    let plain = Self.xliff.replacing("@", with: "UTF-8")
    let wide = Self.xliff.replacing("@", with: "UTF-16")
    for (text, encode) in [
      (plain, { Array($0.utf8) }), (plain, { [0xEF, 0xBB, 0xBF] + Array($0.utf8) }),
      (wide, { utf16($0, isBig: false) }), (wide, { utf16($0, isBig: true) }),
    ] as [(String, (String) -> [UInt8])] {
      let file = try BilingualFile(encode(text), name: "a.xlf")
      #expect(file.filled { _, _ in nil } == encode(text))
      let filled = file.filled { _, _ in BilingualFilling(translation: .of("nuit d’été")) }
      #expect(filled == encode(text.replacing("</source>", with: target)))
      #expect(file.holds("日本 😀"))
    }
  }

  @Test("of one byte a character hold the characters that their encoding has, and no others")
  func singleBytes() throws {
    let header =
      "msgid \"\"\nmsgstr \"Language: fr\\nContent-Type: text/plain; charset=@\\n\"\n"
    let body = "\nmsgid \"summer\"\nmsgstr \"\"\n# été\n"
    for (charset, text, isHeld) in [
      ("ISO-8859-1", "été", true), ("ISO-8859-1", "œuvre", false), ("ISO-8859-1", "€", false),
      ("ISO-8859-15", "été", true), ("ISO-8859-15", "œ€", true), ("ISO-8859-1", "Ж", false),
    ] {
      let bytes = latin(header.replacing("@", with: charset) + body)
      let file = try BilingualFile(bytes, name: "a.po")
      #expect(file.filled { _, _ in nil } == bytes, "\(charset)")
      #expect(file.holds(text) == isHeld, "\(charset) \(text)")
    }
    let file = try BilingualFile(
      latin(header.replacing("@", with: "ISO-8859-1") + body), name: "a.po")
    let filled = file.filled { _, _ in BilingualFilling(translation: .of("été")) }
    let entry = "\n#, fuzzy\nmsgid \"summer\"\nmsgstr \"été\"\n# été\n"
    #expect(filled == latin(header.replacing("@", with: "ISO-8859-1") + entry))
  }

  @Test("that cannot be given back as they are, or are no bilingual file's, are refused")
  func refused() throws {
    let text = Self.xliff.replacing("@", with: "UTF-8")
    let catalogue = """
      msgid ""
      msgstr "Language: ja\\nContent-Type: text/plain; charset=SHIFT_JIS\\n"

      msgid "a"
      msgstr "@"

      """
    // Two characters of two bytes each.
    let japanese = Array(catalogue.utf8).split(separator: UInt8(ascii: "@"))
      .joined(separator: [0x93, 0xFA, 0x96, 0x7B])
    let files: [([UInt8], String, String, String)] = [
      (Gzip.member(of: Array(text.utf8)), "a.xlf.gz", "the file is compressed", "unpack"),
      (Array(japanese), "a.po", "cannot be written back as it is", "iconv"),
      (Array("<tmx version='1.4'><body/></tmx>".utf8), "a.tmx", "TMX cannot be filled", "XLIFF"),
      (Array("fr\ten\nun\tone\n".utf8), "a.tsv", "TSV cannot be filled", "XLIFF"),
      (Array("prose\n".utf8), "a.txt", "a file of no known format cannot be filled", "XLIFF"),
      ([0xDE, 0x12, 0x04, 0x95] + [UInt8](repeating: 0, count: 30), "a.mo", "cannot", "XLIFF"),
    ]
    for (bytes, name, message, remedy) in files {
      let error = try #require(throws: FormatError.self) { try BilingualFile(bytes, name: name) }
      #expect(error.message.contains(message), "\(name): \(error.message)")
      guard case .advice(let advice)? = error.remedy else {
        Issue.record("\(name): \(String(describing: error.remedy))")
        continue
      }
      #expect(advice.contains(remedy), "\(name): \(advice)")
    }
  }

  @Test("of a broken document are refused with the place of the break")
  func broken() throws {
    let text = Self.xliff.replacing("@", with: "UTF-8")
    for (spoilt, message) in [
      (text.replacing("</source>", with: "</oops>"), "<source> is never closed"),
      (text.replacing("été", with: "a & b"), "&amp;"),
      (text.replacing("</xliff>", with: ""), "<xliff> is never closed"),
    ] {
      let error = try #require(throws: FormatError.self) {
        try BilingualFile(spoilt.utf8, name: "a.xlf")
      }
      #expect(error.message.contains(message), "\(error)")
      #expect(error.place.line == 2, "\(error)")
    }
  }
}
