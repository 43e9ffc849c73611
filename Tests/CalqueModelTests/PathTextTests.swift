import Testing

@testable import CalqueModel

@Suite("A path")
struct PathTextTests {
  @Test(
    "comes back byte for byte",
    arguments: [
      [], Array("article.fr.txt".utf8), Array("été.tmx".utf8), [0x63, 0x61, 0x66, 0xE9, 0x2E],
      [0xFF], [0xC3], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x98], Array(0x01...0xFF),
      Array("\u{EF80}\u{EFFF}".utf8),
    ] as [[UInt8]])
  func roundTrip(bytes: [UInt8]) {
    let text = PathText.decoding(bytes)
    #expect(PathText.bytes(of: text) == bytes)
    let isUTF8 = String(validating: bytes, as: UTF8.self) == text
    #expect(PathText.isPlain(text) == isUTF8)
  }
}
