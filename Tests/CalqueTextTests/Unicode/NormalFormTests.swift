import Foundation
import TestSupport
import Testing

@testable import CalqueText

@Suite("Normal forms")
struct NormalFormTests {
  @Test("are those of Foundation, for random texts", arguments: 0..<10 as Range<UInt64>)
  func nfc(seed: UInt64) {
    var pairs = TwinPairs(seed: seed)
    for _ in 0..<30 {
      let text = pairs.next().query
      #expect(
        NormalForm.nfc(text.scalarValues)
          == text.precomposedStringWithCanonicalMapping.scalarValues,
        "seed \(seed): \(text.debugDescription)")
    }
  }

  @Test("have room for texts that grow")
  func growth() {
    // Each of these scalars is three in NFC.
    let text = [UInt32](repeating: 0xFB2C, count: 1_000)
    let composed = NormalForm.nfc(text)
    #expect(composed.count == 3_000)
    #expect(Array(composed.prefix(3)) == [0x5E9, 0x5BC, 0x5C1])
    #expect(NormalForm.nfc([]).isEmpty)
    #expect(NormalForm.fold([]).isEmpty)
  }

  @Test("fold a whole text as the definition says, skipped scalars dropped and white space kept")
  func folding() {
    #expect(
      NormalForm.fold("L’É\u{AD}tat  —\u{A0}CO₂…".scalarValues)
        == "l'etat  -\u{A0}co2...".scalarValues)
  }

  @Test("know what stays as it is")
  func inert() {
    for value in [0x41, 0xE9, 0x5D0, 0xAC00, 0x1F642] as [UInt32] {
      #expect(NormalForm.isInert(value), "U+\(String(value, radix: 16))")
      #expect(NormalForm.hasBoundaryBefore(value), "U+\(String(value, radix: 16))")
    }
    for value in [0x301, 0x1161] as [UInt32] {
      #expect(!NormalForm.isInert(value) && !NormalForm.hasBoundaryBefore(value))
    }
    #expect(!NormalForm.isInert(0x212B), "the Ångström sign becomes a letter")
    #expect(NormalForm.hasBoundaryBefore(0x212B))
  }

  @Test("go to UTF-16 and back")
  func utf16() {
    let text = "aé🙂\u{FFFF}\u{10000}\u{10FFFF}\u{D7FF}\u{E000}"
    #expect(NormalForm.utf16(text.scalarValues) == Array(text.utf16))
    #expect(NormalForm.utf32(Array(text.utf16)) == text.scalarValues)
  }
}
