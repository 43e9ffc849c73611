import CalqueInput
import Testing

@testable import CalqueDocuments

@Suite("A plain text")
struct PlainTextTests {
  @Test("has the blocks that its lines show, and stays as it is")
  func blocks() throws {
    let text = """
      Un titre

      PARIS, 4 mars (AFP) - Le gouvernement est tombé. Il y a eu
      un vote lundi soir.

      - du pain
      - du vin
      """
    #expect(
      try read(text, named: "a.txt") == [
        "heading: Un titre",
        "dateline: PARIS, 4 mars (AFP) - Le gouvernement est tombé. Il y a eu\nun vote lundi soir.",
        "listItem: - du pain", "listItem: - du vin",
      ])
    let read = try read(("\u{FEFF}" + text).utf8, named: "a.txt")
    #expect(read.document.text == text)
    #expect(read.document.format == .plain)
  }

  @Test("is read in every encoding that import reads")
  func encodings() throws {
    let text = "Le conseil a été réuni. L’été s’achève, à Orléans."
    func units(_ big: Bool) -> [UInt8] {
      text.utf16.flatMap {
        big ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)]
      }
    }
    let western = text.unicodeScalars.map { $0 == "’" ? 0x92 : UInt8($0.value) }
    #expect(try read([0xFF, 0xFE] + units(false), named: "a").document.text == text)
    #expect(try read([0xFE, 0xFF] + units(true), named: "a").document.text == text)
    let found = try read(western, named: "a").document
    #expect(found.text == text)
    #expect(found.warnings == ["the file is not UTF-8; it was read as Windows-1252"])
    let asked = try read(western, named: "a", encoding: "windows-1252").document
    #expect(asked.text == text && asked.warnings.isEmpty)
  }

  @Test("may be blank, and is no binary file")
  func refusals() throws {
    #expect(try read("", named: "a.txt").isEmpty)
    #expect(try read(" \n\n", named: "a.txt").isEmpty)
    let files: [([UInt8], String)] = [
      (Array("%PDF-1.7 x".utf8), "a PDF file, which is not read"),
      (Array("{\\rtf1 x}".utf8), "an RTF file, which is not read"),
      (Array("un\ndeux\0".utf8), "a zero byte: this is no plain text"),
    ]
    for (bytes, message) in files {
      #expect { try read(bytes, named: "a.txt") } throws: {
        ($0 as? InputError)?.message == message
      }
    }
  }
}
