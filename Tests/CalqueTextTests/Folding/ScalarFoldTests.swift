import Foundation
import TestSupport
import Testing

@testable import CalqueText

@Suite("The fold of one scalar")
struct ScalarFoldTests {
  @Test(
    "is up to three scalars",
    arguments: [
      ("É", "e"), ("œ", "oe"), ("Æ", "ae"), ("…", "..."), ("ß", "ss"), ("ﬃ", "ffi"), ("’", "'"),
      ("«", "\""), ("—", "-"), ("²", "2"), ("\u{301}", ""), ("\u{AD}", ""), ("x", "x"), ("🙂", "🙂"),
    ])
  func folding(text: String, expected: String) throws {
    let scalar = try #require(text.unicodeScalars.first)
    let fold = ScalarFold(of: scalar.value)
    #expect(!fold.needsContext)
    #expect([fold.first, fold.second, fold.third].filter { $0 != 0 } == expected.scalarValues)
  }

  @Test("cannot be told for a scalar that joins what stands before it, and for U+0000")
  func context() {
    for value in [0, 0x1161, 0x11A8, 0x9BE, 0x653] as [UInt32] {
      #expect(ScalarFold(of: value).needsContext, "U+\(String(value, radix: 16))")
    }
  }

  /// Cherokee folds to capitals, which the twin's way by small letters misses.
  @Test("is that of the definition, for every scalar below U+2100")
  func twin() {
    for value in 1..<UInt32(0x2100) where !(0x13A0...0x13FD).contains(value) {
      guard let scalar = Unicode.Scalar(value), let age = scalar.properties.age, age.major <= 15,
        !TwinScalars.isSpace(scalar)
      else { continue }
      let fold = ScalarFold(of: value)
      if fold.needsContext { continue }
      let expected = TwinFolding.folded(String(scalar)).scalarValues
      #expect(
        [fold.first, fold.second, fold.third].filter { $0 != 0 } == expected,
        "U+\(String(value, radix: 16))")
    }
  }
}
