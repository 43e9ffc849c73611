import TestSupport
import Testing

@testable import CalqueInput

@Suite("Text in another encoding")
struct DecodingTests {
  /// A text in UTF-16 without a mark.
  private func utf16(_ text: String, isBig: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
      return isBig ? bytes.reversed() : bytes
    }
  }

  @Test("is converted, however its characters are cut", arguments: [1, 2, 3, 5, 1 << 20])
  func converted(size: Int) throws {
    let text = "été 😀 €\n漢字𠀀!"
    for (bytes, name) in [
      (utf16(text, isBig: false), "UTF-16LE"), (utf16(text, isBig: true), "UTF-16BE"),
    ] {
      let source = try #require(ConvertedSource(ChunkedSource(bytes, size: size), encoding: name))
      #expect(source.drained() == (Array(text.utf8), nil), "\(name)")
    }
    let cases: [([UInt8], String, String)] = [
      ([0xE9, 0x74, 0xE9, 0x20, 0x80, 0x9C], "windows-1252", "été €œ"),
      ([0xE9, 0xA4], "iso-8859-15", "é€"), ([0x8E, 0x8F], "macintosh", "éè"),
      ([0x93, 0xFA, 0x96, 0x7B, 0x41], "Shift_JIS", "日本A"),
      ([0x81, 0x30, 0x81, 0x30, 0x41], "gb18030", "\u{80}A"),
    ]
    for (bytes, name, text) in cases {
      let source = try #require(ConvertedSource(ChunkedSource(bytes, size: size), encoding: name))
      #expect(source.text == text, "\(name)")
    }
  }

  @Test("with bytes that the encoding has not fails behind what is right", arguments: [1, 3, 100])
  func invalid(size: Int) throws {
    let bytes: [UInt8] = [0x41, 0x93, 0xFA, 0xFF, 0x42]
    let source = try #require(
      ConvertedSource(ChunkedSource(bytes, size: size), encoding: "Shift_JIS"))
    let (read, failure) = source.drained()
    #expect(read == Array("A日".utf8))
    #expect(failure == "bytes that Shift_JIS does not have")
  }

  @Test("of a name that ICU does not know is none")
  func unknown() {
    #expect(ConvertedSource(ChunkedSource([]), encoding: "no-such-encoding") == nil)
  }

  // MARK: - Windows-1252 or UTF-8

  @Test(
    "is Windows-1252 where the bytes beyond ASCII are not mostly UTF-8",
    arguments: [
      ("caf|E9|;coffee", true), ("|E9|t|E9|;summer", true), ("caf|E9|", true),
      ("|C9BB|;libert|E9| |E9|t|E9|", false), ("libert|E9|, LIBERT|C9BB|, |E9|t|E9|", true),
      ("|E0A0|: o|F9|, |E9|t|E9|", true), ("plain", false), ("", false),
      ("|C3A9|t|C3A9|;summer", false), ("|C3A9| |E9|", false), ("|E9| |C3A9| |C3A9|", false),
      ("|C0AF|;overlong", false), ("|EDA080|;surrogate", false), ("|F4908080|;beyond", false),
      ("|E080AF|;overlong", false), ("|C3|", true), ("a |C1BF||E9| b", false),
    ])
  func evidence(text: String, isWestern: Bool) throws {
    let bytes = try bytes(text)
    #expect(WesternEvidence(bytes[...], isWhole: true).isWestern == isWestern)
    let source = WesternFallback(ChunkedSource(bytes, size: 3))
    let read = source.drained().bytes
    #expect((source.found != nil) == isWestern)
    if !isWestern { #expect(read == bytes) }
  }

  @Test("counts whole, broken and forbidden sequences")
  func counts() throws {
    let bytes = try bytes("|C3A9| |E9| |C0AF| |EDA080| |80| |E282AC| |F09F98|")
    let cut = WesternEvidence(bytes[...], isWhole: false)
    #expect([cut.whole, cut.broken, cut.forbidden] == [2, 2, 2])
    let ended = WesternEvidence(bytes[...], isWhole: true)
    #expect([ended.whole, ended.broken, ended.forbidden] == [2, 5, 2])
    #expect(ended.beginsWhole)
  }

  @Test("is decided at the first byte beyond ASCII, however far that is")
  func late() {
    let ascii = [UInt8](repeating: 0x61, count: 300_000)
    let western = WesternFallback(ChunkedSource(ascii + [0xE9, 0x2E], size: 70_000))
    #expect(western.drained().bytes == ascii + Array("é.".utf8))
    #expect(western.found == "Windows-1252")
    let open = WesternFallback(ChunkedSource(ascii + Array("é.".utf8), size: 70_000))
    #expect(open.drained().bytes == ascii + Array("é.".utf8))
    #expect(open.found == nil)
  }

  /// Text with bytes in hexadecimal between bars.
  private func bytes(_ text: String) throws -> [UInt8] {
    var bytes = [UInt8]()
    for (place, part) in text.split(separator: "|", omittingEmptySubsequences: false).enumerated() {
      if place % 2 == 0 {
        bytes += Array(part.utf8)
      } else {
        var rest = part[...]
        while !rest.isEmpty {
          bytes.append(try #require(UInt8(rest.prefix(2), radix: 16)))
          rest = rest.dropFirst(2)
        }
      }
    }
    return bytes
  }

  // MARK: - Files

  @Test(
    "of a file is found out, passed through gzip, and said where it is odd",
    arguments: [
      ([0xEF, 0xBB, 0xBF, 0xC3, 0xA9], nil, "é", nil, nil),
      ([0xFF, 0xFE, 0xE9, 0x00], nil, "é", nil, nil),
      ([0x61, 0xE9, 0x61], nil, "aéa", nil, "the file is not UTF-8; it was read as Windows-1252"),
      ([0x61, 0xE9, 0x61], "iso-8859-1", "aéa", nil, nil),
      ([0x8E], "macintosh", "é", nil, nil),
    ] as [([UInt8], String?, String, String?, String?)])
  func files(
    bytes: [UInt8], encoding: String?, text: String, warning: String?, final: String?
  ) throws {
    let folder = try TemporaryFolder()
    for (name, content) in [("a.csv", bytes), ("a.csv.gz", Gzip.member(of: bytes))] {
      let file = try OpenedFile(path: folder.write(content, to: name), limits: InputLimits())
      #expect(file.isCompressed == name.hasSuffix("gz"))
      #expect(file.head == bytes)
      #expect(file.warnings == [])
      let input = try TextInput(file, encoding: encoding, isWestern: true)
      #expect(input.head.elementsEqual(text.utf8))
      #expect(input.source.text == text)
      #expect(input.warning == warning)
      #expect(input.finalWarning == final)
    }
  }

  @Test("is not guessed where no fallback is allowed")
  func strict() throws {
    let folder = try TemporaryFolder()
    let file = try OpenedFile(
      path: folder.write([0x61, 0xE9, 0x61], to: "a.tmx"), limits: InputLimits())
    let input = try TextInput(file, encoding: nil, isWestern: false)
    #expect(input.source.drained().bytes == [0x61, 0xE9, 0x61])
    #expect(input.finalWarning == nil)
  }

  @Test(
    "of a file that holds nothing is refused, one that is not what its name says warned of",
    arguments: [
      ("a.tsv", "", "the file is empty"), ("a.tsv", " \n\t\r\n", "the file holds only blanks"),
      ("a.tsv.gz", "", "the file is empty"),
    ])
  func empty(name: String, text: String, reason: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: name)
    let error = #expect(throws: InputError.self) {
      try OpenedFile(path: path, limits: InputLimits())
    }
    #expect(error?.message == reason)
    let plain = try OpenedFile(path: folder.write("x", to: "b.gz"), limits: InputLimits())
    #expect(plain.warnings == ["the name ends in .gz, but the file is not compressed"])
    #expect(!plain.isZip)
    #expect(
      try OpenedFile(path: folder.write("PK\u{3}\u{4}", to: "c"), limits: InputLimits()).isZip)
  }
}
