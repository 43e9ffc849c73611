import CalqueModel
import TestSupport
import Testing

@Suite("A text without the blanks at its ends")
struct BlanksTests {
  @Test(
    "loses spaces, control characters and no-break spaces, at its ends alone",
    arguments: [
      ("", ""), (" ", ""), ("\u{A0}\t\u{202F}\n", ""), ("a", "a"), (" a b ", "a b"),
      ("\u{A0}a\u{A0}b\u{202F}", "a\u{A0}b"), ("\u{0}a\u{1F}", "a"), ("\u{3000}a", "\u{3000}a"),
      (" e\u{301} ", "e\u{301}"), ("\r\n🙂\r\n", "🙂"),
    ])
  func trimming(text: String, trimmed: String) {
    #expect(text.trimmingBlanks.hasSameBytes(as: trimmed))
    #expect(text.trimmingBlanks.trimmingBlanks.hasSameBytes(as: trimmed))
  }

  @Test(
    "is lowered in ASCII alone",
    arguments: [
      (" FR-CA ", "fr-ca"), ("ÉTÉ", "ÉtÉ"), ("İ", "İ"), ("AZ@[`{", "az@[`{"),
    ])
  func lowering(text: String, lowered: String) {
    #expect(text.asciiLowercased.hasSameBytes(as: lowered))
  }
}
