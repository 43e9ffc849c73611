import CalqueText
import Testing

@Suite("A text with breaks that it does not show")
struct BrokenTextTests {
  @Test(
    "ends a token at each break, and offsets are those of the text",
    arguments: [
      ("lundimatin", [5], ["lundi", "matin"]),
      ("e\u{301}te\u{301}matin", [6], ["e\u{301}te\u{301}", "matin"]),
      ("👍lundi\u{A0}l'étématin", [18], ["👍", "lundi", "l'", "été", "matin"]),
      ("12000 euros", [2], ["12", "000", "euros"]),
      ("unlundimatin", [2, 7], ["un", "lundi", "matin"]),
      ("a\u{200B}b", [4], ["a", "b"]),
    ])
  func tokens(text: String, breaks: [Int], expected: [String]) {
    var scanner = TextScanner()
    scanner.scan(text, breaks: breaks)
    let bytes = Array(text.utf8)
    let found = scanner.tokens.map { span in
      let range = Int(scanner.text.offsets[span.start])..<Int(scanner.text.offsets[span.end])
      return String(decoding: bytes[range], as: UTF8.self)
    }
    #expect(found.map { $0.replacing("\u{200B}", with: "") } == expected)
    scanner.scan(text)
    #expect(scanner.tokens.count < expected.count)
  }

  @Test("is equal to the same text without breaks, and folds as if a space stood there")
  func equality() {
    var scanner = TextScanner()
    let broken = ComparedText("Lundimatin", breaks: [5], stemmer: .none, using: &scanner)
    let spaced = ComparedText("lundi matin", stemmer: .none, using: &scanner)
    let whole = ComparedText("Lundimatin", stemmer: .none, using: &scanner)
    #expect(broken.normalized == whole.normalized)
    #expect(broken.folded == spaced.folded)
    let fold = MappedFold("Lundimatin", breaks: [5])
    #expect(fold.utf8 == Array("lundi matin".utf8))
    #expect(fold.originalRange(of: 0..<11) == 0..<10)
  }
}
