import TestSupport
import Testing

@testable import CalqueServer

@Suite("A text of an editor")
struct TextDocumentTests {
  private static let text = "a😀b é\r\nŒuvre\r\n\u{301}x\rfin"

  @Test(
    "counts the characters of a line in the editor's unit, right behind an emoji, too",
    arguments: [
      (PositionEncoding.utf8, 0, 5, 5), (.utf16, 0, 3, 5), (.utf32, 0, 2, 5),
      (.utf8, 0, 9, 9), (.utf16, 0, 6, 9), (.utf32, 0, 5, 9),
      (.utf8, 1, 2, 13), (.utf16, 1, 1, 13), (.utf32, 1, 1, 13),
      (.utf16, 2, 2, 22), (.utf16, 3, 1, 24),
    ])
  func places(_ encoding: PositionEncoding, _ line: Int, _ character: Int, _ offset: Int) {
    let document = TextDocument(Self.text)
    let position = TextPosition(line: line, character: character)
    #expect(document.offset(of: position, encoding) == offset)
    #expect(document.position(of: offset, encoding) == position)
  }

  @Test("takes a place inside a character for its start, and one behind the end for the end")
  func outside() {
    let document = TextDocument(Self.text)
    #expect(document.offset(of: TextPosition(line: 0, character: 2), .utf16) == 1)
    #expect(document.offset(of: TextPosition(line: 0, character: 3), .utf8) == 1)
    #expect(document.offset(of: TextPosition(line: 0, character: 99), .utf16) == 9)
    #expect(document.offset(of: TextPosition(line: 99, character: 0), .utf16) == document.size)
    #expect(TextDocument("").offset(of: TextPosition(line: 0, character: 4), .utf16) == 0)
  }

  @Test("is after random changes what a plain array of UTF-16 units is")
  func changes() {
    for seed in UInt64(1)...20 {
      var random = SplitMix64(seed: seed)
      var document = TextDocument("")
      var twin: [UInt16] = []
      for _ in 0..<60 {
        let scalars = ["a", "é", "😀", "\n", "\r\n", "\u{301}", " "]
        var new = ""
        for _ in 0..<random.number(below: 4) { new += scalars[random.number(below: scalars.count)] }
        let start = Self.place(random.number(below: twin.count + 1), in: twin)
        let end = Self.place(random.number(below: twin.count + 1), in: twin)
        let range = min(start, end)..<max(start, end)
        let first = document.offset(of: Self.position(range.lowerBound, in: twin), .utf16)
        let last = document.offset(of: Self.position(range.upperBound, in: twin), .utf16)
        document.replace(first..<last, with: new)
        twin.replaceSubrange(range, with: Array(new.utf16))
        #expect(Array(document.text.utf16) == twin, "seed \(seed)")
      }
    }
  }

  /// A place that is inside no surrogate pair and inside no CR LF.
  private static func place(_ place: Int, in text: [UInt16]) -> Int {
    guard place > 0, place < text.count else { return place }
    let isInside =
      UTF16.isTrailSurrogate(text[place]) || text[place - 1] == 0x0D && text[place] == 0x0A
    return isInside ? place - 1 : place
  }

  private static func position(_ place: Int, in text: [UInt16]) -> TextPosition {
    var (line, start) = (0, 0)
    for index in 0..<place where text[index] == 0x0A {
      line += 1
      start = index + 1
    }
    return TextPosition(line: line, character: place - start)
  }
}
