import CalqueModel
import TestSupport
import Testing

@Suite("Texts compared byte for byte")
struct SameBytesTests {
  @Test(
    "are the same only if their bytes are",
    arguments: [
      ("", "", true), ("é", "é", true), ("é", "e\u{301}", false), ("e\u{301}", "é", false),
      ("Å", "\u{212B}", false), ("a", "b", false), ("a", "ab", false),
      ("12345678", "12345678", true), ("12345678a", "12345678b", false),
      ("1234567890123456", "1234567x90123456", false), ("x2345678", "12345678", false),
      ("가", "\u{1100}\u{1161}", false),
    ])
  func comparing(a: String, b: String, areSame: Bool) {
    #expect(a.hasSameBytes(as: b) == areSame)
    #expect((ByteText(a) == ByteText(b)) == areSame)
    #expect((a as String?).hasSameBytes(as: b) == areSame)
    #expect(["x", a].hasSameBytes(as: ["x", b]) == areSame)
  }

  @Test("differ where one is absent, and in number")
  func absent() {
    #expect((nil as String?).hasSameBytes(as: nil))
    #expect(!(nil as String?).hasSameBytes(as: ""))
    #expect(!("" as String?).hasSameBytes(as: nil))
    #expect(!["a"].hasSameBytes(as: ["a", "a"]))
    #expect(!["a", "b"].hasSameBytes(as: ["b", "a"]))
  }

  @Test("agree with a walk over the bytes", arguments: [0xB17E as UInt64])
  func law(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<2_000 {
      var bytes = (0..<random.number(below: 20)).map { _ in UInt8(0x61 + random.number(below: 2)) }
      let text = String(decoding: bytes, as: UTF8.self)
      if !bytes.isEmpty, random.number(below: 2) == 0 {
        bytes[random.number(below: bytes.count)] = 0x61
      }
      let other = String(decoding: bytes, as: UTF8.self)
      #expect(
        text.hasSameBytes(as: other) == text.utf8.elementsEqual(other.utf8),
        "seed \(seed): \(text) \(other)")
    }
  }

  @Test("are keys of their own in a dictionary")
  func keys() {
    var counts: [ByteText: Int] = [:]
    for text in ["é", "e\u{301}", "é", "a"] { counts[ByteText(text), default: 0] += 1 }
    #expect(counts == [ByteText("é"): 2, ByteText("e\u{301}"): 1, ByteText("a"): 1])
    #expect(Set(["é", "e\u{301}"]).count == 1, "a set of strings takes both for one")
  }
}
