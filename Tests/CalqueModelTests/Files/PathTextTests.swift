import TestSupport
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

  @Test("comes back byte for byte, whatever its bytes are", arguments: 0..<20 as Range<UInt64>)
  func law(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces: [[UInt8]] =
      ["a", "/", "é", "e\u{301}", "🙂", "\u{EF80}", "\u{EFFF}", "\u{EF7F}", "\u{F000}"].map {
        Array($0.utf8)
      } + [[0xE9], [0xC3], [0xEF, 0xBE], [0xF0, 0x9F], [0x80], [0xFF]]
    for _ in 0..<200 {
      let bytes = (0..<random.number(below: 8)).flatMap { _ in
        pieces[random.number(below: pieces.count)]
      }
      let text = PathText.decoding(bytes)
      #expect(PathText.bytes(of: text) == bytes, "seed \(seed): \(bytes)")
    }
  }

  @Test("is what it is in UTF-8, if it is UTF-8")
  func plain() {
    #expect(PathText.decoding(Array("l’été".utf8)).utf8.elementsEqual("l’été".utf8))
    #expect(PathText.decoding([0x61, 0xE9]) == "a\u{EFE9}")
  }

  @Test("goes to C with the bytes of the file and a zero byte")
  func lending() {
    let bytes: [UInt8] = [0x63, 0xE9, 0x2E]
    let lent = unsafe PathText.withCString(PathText.decoding(bytes)) { pointer in
      (0..<4).map { unsafe UInt8(bitPattern: pointer[$0]) }
    }
    #expect(lent == bytes + [0])
    #expect(unsafe PathText.withCString("") { unsafe $0[0] } == 0)
  }
}
