import CalqueModel
import TestSupport
import Testing

@testable import CalqueFormats

@Suite("A string of a catalogue")
struct POStringTests {
  /// A text in quotes.
  private func written(_ text: String, prefix: String = "") -> String {
    var bytes = [UInt8]()
    POString.append(text, prefix: prefix, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "has escapes for what its line cannot hold (GNU gettext, 'The Format of PO Files')",
    arguments: [
      (#""""#, ""), (#""a""#, "a"), (#""a\nb""#, "a\nb"), (#""\t\r\\\"""#, "\t\r\\\""),
      (#""\a\b\f\v""#, "\u{7}\u{8}\u{C}\u{B}"), (#""\101\60""#, "A0"), (#""\0601""#, "01"),
      (#""\x41\x4""#, "A\u{4}"), (#""\xe9""#, "\u{E9}"), (#""\x""#, "x"), (#""\8\q\'""#, "8q'"),
      (#""a "b" c""#, "a \"b\" c"), (#""\"""#, "\""), (#""\\n""#, "\\n"), (#""é😀""#, "é😀"),
      (#""\x4G""#, "\u{4}G"), (#""\1""#, "\u{1}"),
    ])
  func escapes(quoted: String, text: String) {
    #expect(POString.text(quoted[...])?.hasSameBytes(as: text) == true, "\(quoted)")
  }

  @Test("is none without its quotes", arguments: ["", "\"", "a", "\"a", "a\"", " \"a\""])
  func none(text: String) {
    #expect(POString.text(text[...]) == nil)
  }

  @Test("stands on one line, or has a line for each line of the text")
  func lines() {
    #expect(written("") == "\"\"")
    #expect(written("a b") == "\"a b\"")
    #expect(written("a\n") == "\"a\\n\"", "a break at the end makes no second line")
    #expect(written("a\nb") == "\"\"\n\"a\\n\"\n\"b\"")
    #expect(written("a\nb\n") == "\"\"\n\"a\\n\"\n\"b\\n\"")
    #expect(written("\n\n") == "\"\"\n\"\\n\"\n\"\\n\"")
    #expect(written("a\nb", prefix: "#~ ") == "\"\"\n#~ \"a\\n\"\n#~ \"b\"")
    #expect(written("a\r\nb") == "\"\"\n\"a\\r\\n\"\n\"b\"")
  }

  @Test("escapes what a line cannot hold, and nothing else")
  func written() {
    #expect(written("\"\\") == #""\"\\""#)
    #expect(written("\t\u{7}\u{8}\u{B}\u{C}\r") == #""\t\a\b\v\f\r""#)
    #expect(written("\u{1}2\u{1F}\u{7F}") == #""\0012\037\177""#, "three digits, so that 2 is 2")
    #expect(written("é\u{A0}😀\u{2028}'") == "\"é\u{A0}😀\u{2028}'\"")
  }

  @Test("comes back as it was, whatever the text holds", arguments: 0..<40)
  func random(number: Int) {
    let seed = UInt64.random(in: 1...1_000_000)
    var random = SplitMix64(seed: seed)
    let pieces = [
      "a", "7", "\n", "\r", "\t", "\"", "\\", "\u{1}", "\u{7F}", "é", "\u{301}", "😀", " ", "n", "x",
    ]
    for _ in 0..<50 {
      let text = (0..<random.number(below: 10)).map { _ in
        pieces[random.number(below: pieces.count)]
      }
      .joined()
      let lines = written(text).cut(at: "\n")
      let back = lines.compactMap { POString.text($0[...]) }
      #expect(back.count == lines.count, "seed \(seed)")
      #expect(back.joined().hasSameBytes(as: text), "seed \(seed): \(written(text))")
    }
  }
}
