import TestSupport
import Testing

@testable import CalqueModel

@Suite("Bytes eight at a time")
struct ByteWordTests {
  /// Bytes of which many are those that are looked for.
  private static func sample(_ seed: UInt64) -> [UInt8] {
    var random = SplitMix64(seed: seed)
    let marks: [UInt8] = [
      0, 0x1F, 0x20, 0x22, 0x26, 0x3C, 0x3D, 0x3E, 0x7F, 0x80, 0xBE, 0xBF, 0xC0,
    ]
    return (0..<random.number(below: 60)).map { _ in
      random.number(below: 4) == 0
        ? marks[random.number(below: marks.count)] : UInt8(random.number(below: 256))
    }
  }

  @Test("find what a walk byte by byte finds", arguments: UInt64(0)..<300)
  func twin(seed: UInt64) {
    let bytes = Self.sample(seed)
    for byte in [UInt8(0), 0x26, 0x80, 0xFF] {
      #expect(bytes.span.first(byte) == bytes.firstIndex(of: byte), "seed \(seed), \(byte)")
    }
    for start in 0...bytes.count {
      let expected = bytes[start...].firstIndex { byte in
        byte < 0x20 || [0x22, 0x26, 0x3C, 0x3E, 0xBE, 0xBF].contains(byte)
      }
      #expect(bytes.span.xmlMark(from: start) == expected ?? bytes.count, "seed \(seed), \(start)")
    }
  }

  @Test("find where text is surely valid UTF-8, never too far", arguments: UInt64(0)..<600)
  func validUTF8(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let letters = ["a", " phrase", "é", "’", "\u{D7FF}", "\u{E000}", "漢", "😀", "\u{0}"]
    let usual = 3 + random.number(below: letters.count - 2)
    var bytes = (0..<random.number(below: 40)).flatMap { _ in
      Array(letters[random.number(below: usual)].utf8)
    }
    // Half of the texts are damaged.
    if seed % 2 == 1, !bytes.isEmpty {
      let marks: [UInt8] = [0, 0x80, 0xBF, 0xC0, 0xC1, 0xC3, 0xE0, 0xED, 0xEF, 0xF0, 0xF5, 0xFF]
      bytes[random.number(below: bytes.count)] = marks[random.number(below: marks.count)]
    }
    let end = bytes.span.surelyValidUTF8(from: 0)
    let valid = bytes[..<end]
    #expect(String(validating: valid, as: UTF8.self) != nil && !valid.contains(0), "seed \(seed)")
    let isPlain = !bytes.contains { $0 == 0 || $0 >= 0xF0 }
    if isPlain, String(validating: bytes, as: UTF8.self) != nil {
      #expect(bytes.count == end, "seed \(seed)")
    }
  }

  @Test("make the text that the library makes", arguments: UInt64(0)..<300)
  func repaired(seed: UInt64) {
    let bytes = Self.sample(seed)
    let text = String(repairing: bytes.span)
    #expect(text.hasSameBytes(as: String(decoding: bytes, as: UTF8.self)), "seed \(seed)")
    let valid = Array(text.utf8)
    #expect(String(repairing: valid.span).hasSameBytes(as: text), "seed \(seed)")
  }
}
