import CalqueModel
import Testing

@testable import CalqueFormats

@Suite("A table that is not all UTF-8")
struct EncodingFaultTests {
  /// A table of two rows; the second holds bytes that UTF-8 does not allow.
  private func table(_ delimiter: String, _ bytes: [UInt8]) -> [UInt8] {
    Array("fr\(delimiter)en\nun\(delimiter)one\nde ".utf8) + bytes
      + Array("x\(delimiter)two\n".utf8)
  }

  private func read(_ bytes: [UInt8], _ name: String) throws -> Reading {
    try Reading(bytes, name: name, options: FormatOptions(kind: .memory))
  }

  @Test(
    "is refused with its place where it is UTF-8 but for overlong, surrogate or stray bytes",
    arguments: [
      [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
      [0xF0, 0x80, 0x80, 0xAF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
    ] as [[UInt8]])
  func forbidden(bytes: [UInt8]) throws {
    for (delimiter, name) in [(",", "a.csv"), (";", "a.csv"), ("\t", "a.tsv"), ("\t", "a.txt")] {
      let error = try #require(throws: FormatError.self) {
        try Reading(
          table(delimiter, bytes), name: name,
          options: FormatOptions(pair: LanguagePair("fr-en"), kind: .memory))
      }
      #expect(error.message.hasPrefix("not UTF-8: byte 0x"), "\(name)")
      #expect((error.place.line, error.place.column) == (3, 4), "\(name)")
      #expect(error.remedy != nil)
    }
  }

  @Test("is refused where most of it is UTF-8, wherever the broken byte stands")
  func mostly() throws {
    let good = "été,summer\nforêt,forest\n"
    for bytes in [
      Array("fr,en\ncaf".utf8) + [0xE9] + Array(",x\n\(good)".utf8),
      Array("fr,en\n\(good)caf".utf8) + [0xE9] + Array(",x\n".utf8),
    ] {
      let error = try #require(throws: FormatError.self) { try read(bytes, "a.csv") }
      #expect(error.message == "not UTF-8: byte 0xE9")
      #expect(error.place.column == 4)
    }
  }

  @Test(
    "is read as Windows-1252 with a warning where it is that, whatever the table",
    arguments: [
      (",", "a.csv"), (";", "a.csv"), ("\t", "a.tsv"), ("\t", "a.txt"), ("\t", "a.tab"),
      ("\t", "a"),
    ])
  func western(delimiter: String, name: String) throws {
    let text: [UInt8] =
      Array("caf".utf8) + [0xE9, 0x20, 0x9C, 0x75, 0x76, 0x72, 0x65] + Array("\(delimiter)x\n".utf8)
    let reading = try Reading(
      text + text, name: name,
      options: FormatOptions(pair: LanguagePair("fr-en"), kind: .memory))
    #expect(reading.texts == [["café œuvre", "x"], ["café œuvre", "x"]])
    #expect(
      reading.warnings.map(\.message) == ["the file is not UTF-8; it was read as Windows-1252"])
  }

  @Test("in its first row is refused with its place, not called no table")
  func firstRow() throws {
    for name in ["a.tsv", "a"] {
      let bytes: [UInt8] = Array("été ".utf8) + [0xFF] + Array("\tsummer\nun\tone\n".utf8)
      let error = try #require(throws: FormatError.self) { try read(bytes, name) }
      #expect(error.message == "not UTF-8: byte 0xFF")
      #expect((error.place.line, error.place.column) == (1, 5))
    }
  }

  @Test("is read in the encoding that the user names")
  func named() throws {
    let mac: [UInt8] = [0x8E, 0x74, 0x8E, 0x2C, 0x78, 0x0A]
    let reading = try Reading(
      mac, name: "a.csv",
      options: FormatOptions(pair: LanguagePair("fr-en"), encoding: "macintosh"))
    #expect(reading.texts == [["été", "x"]])
    #expect(reading.warnings == [])
    let error = #expect(throws: FormatError.self) {
      try Reading(mac, name: "a.csv", options: FormatOptions(encoding: "no-such"))
    }
    #expect(error?.message == "encoding no-such is not read")
  }

  @Test("of XML is never guessed at")
  func xml() throws {
    let bytes: [UInt8] =
      Array("<tmx version='1.4'><body>\ncaf".utf8) + [0xE9] + Array("</body></tmx>".utf8)
    let error = #expect(throws: FormatError.self) { try Reading(bytes, name: "a.tmx") }
    #expect(error?.message == "not UTF-8: byte 0xE9")
    #expect(error?.place.line == 2)
  }
}
