import Testing

@testable import CalqueInput
import CalqueModel

@Suite("The encoding of a file")
struct TextEncodingTests {
  @Test(
    "is what its byte order mark says, whose bytes are passed over",
    arguments: [
      ([0xEF, 0xBB, 0xBF, 0x61], nil, 3), ([0xFF, 0xFE, 0x61, 0], "UTF-16LE", 2),
      ([0xFE, 0xFF, 0, 0x61], "UTF-16BE", 2), ([0xFF, 0xFE, 0, 0], "UTF-32LE", 4),
      ([0, 0, 0xFE, 0xFF], "UTF-32BE", 4), ([0x61], nil, 0), ([], nil, 0),
    ] as [([UInt8], String?, Int)])
  func marks(head: [UInt8], name: String?, mark: Int) throws {
    let encoding = try TextEncoding(head, asked: nil)
    #expect(encoding.name == name)
    #expect(encoding.mark == mark)
    #expect(encoding.warning == nil)
  }

  @Test("is what its byte order mark says, whatever the user and the file say")
  func markFirst() throws {
    let head = [0xEF, 0xBB, 0xBF] + Array("<?xml version='1.0' encoding='latin1'?>".utf8)
    let encoding = try TextEncoding(head, asked: "windows-1252")
    #expect(encoding.name == nil)
    #expect(
      encoding.warning == "declares latin1, but its byte order mark says UTF-8, which counts")
  }

  @Test(
    "is UTF-16 where every second byte of the beginning is zero",
    arguments: [
      ("<?xml version='1.0'?>", "UTF-16LE", "UTF-16BE"), ("fr\ten\n", "UTF-16LE", "UTF-16BE"),
      ("été\tsummer\n", "UTF-16LE", "UTF-16BE"),
    ])
  func zeros(text: String, little: String, big: String) throws {
    let small = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let large = text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    #expect(try TextEncoding(small, asked: nil).name == little)
    #expect(try TextEncoding(large, asked: nil).name == big)
  }

  @Test(
    "is what its first line declares",
    arguments: [
      ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><tmx/>", "ISO-8859-1"),
      ("<?xml version='1.0' encoding = 'windows-1252' standalone='yes'?>", "windows-1252"),
      ("<?xml version='1.0'\n  encoding='Shift_JIS'?>", "Shift_JIS"),
      ("<?xml version=\"1.0\" encoding=\"utf8\"?>", nil), ("<?xml version=\"1.0\"?>", nil),
      ("# title -*- coding: iso-8859-15 -*-\n", "iso-8859-15"),
      ("# title -*- coding: utf-8; mode: text -*-\n", nil),
      ("no comment -*- coding: iso-8859-15 -*-\n", nil), ("plain\n# -*- coding: latin1 -*-", nil),
    ])
  func declarations(head: String, name: String?) throws {
    #expect(try TextEncoding(Array(head.utf8), asked: nil).name == name)
  }

  @Test("is not what a declaration of wide units says that was read byte by byte")
  func impossible() throws {
    for name in ["UTF-16", "utf16", "UTF-32LE", "UCS-2", "ISO-10646-UCS-2"] {
      let head = Array("<?xml version='1.0' encoding='\(name)'?>".utf8)
      let encoding = try TextEncoding(head, asked: nil)
      #expect(encoding.name == nil)
      #expect(
        encoding.warning
          == "declares \(name), but is written in one-byte units; it is read as UTF-8")
    }
  }

  @Test("that hides text, or that nobody knows, is refused", arguments: ["UTF-7", "SCSU", "", "x"])
  func unknown(name: String) throws {
    let error = try #require(throws: InputError.self) { try TextEncoding([0x61], asked: name) }
    #expect(error.message == "encoding \(name) is not read")
    #expect(error.remedy?.description.contains("iconv") == true)
  }
}
