import CalqueModel
import TestSupport
import Testing

@testable import CalqueText

@Suite("What a UTF-16 unit is to the rules of sentences")
struct MarksTests {
  @Test("follows Unicode for letters, case and white space")
  func unicode() {
    for unit in UInt16.min...UInt16.max {
      guard let scalar = Unicode.Scalar(unit) else {
        #expect(Marks.isLetter(unit) && !Marks.isUpper(unit) && !Marks.isLower(unit))
        continue
      }
      // Unicode 16 made U+0295 a letter without case.
      guard let age = scalar.properties.age, age.major <= 15, unit != 0x295 else { continue }
      let category = scalar.properties.generalCategory
      let agrees =
        Marks.isSpace(unit) == scalar.properties.isWhitespace
        && Marks.isLetter(unit) == (TwinScalars.isLetter(scalar) || TwinScalars.isMark(scalar))
        && Marks.isUpper(unit) == (category == .uppercaseLetter || category == .titlecaseLetter)
        && Marks.isLower(unit) == (category == .lowercaseLetter)
      #expect(agrees, "U+\(String(unit, radix: 16))")
    }
  }

  @Test(
    "names the marks",
    arguments: [
      ("terminators", Marks.isTerminator, ".!?…‼‽⁇⁈⁉"),
      ("foreign terminators", Marks.isForeignTerminator, "。！．？｡।॥"),
      ("openers", Marks.isOpener, "([{«‘‚“„‹"), ("closers", Marks.isCloser, ")]}»”›"),
      ("touching closers", Marks.isTouchingCloser, "\"'’"),
      ("apostrophes", Marks.isApostrophe, "'’"),
      ("dashes", Marks.isDash, "-‐‑‒–—―"), ("continuations", Marks.isContinuation, ",:;"),
      ("digits", Marks.isDigit, "0123456789"),
      ("line ends", Marks.isLineEnd, "\n\u{B}\u{C}\r\u{85}\u{2028}\u{2029}"),
    ] as [(String, @Sendable (UInt16) -> Bool, String)])
  func marks(name: String, holds: @Sendable (UInt16) -> Bool, marks: String) {
    let found = (UInt16.min...UInt16.max).filter(holds)
    #expect(found == Array(marks.utf16).sorted(), "\(name)")
  }
}
