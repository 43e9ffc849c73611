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
}
