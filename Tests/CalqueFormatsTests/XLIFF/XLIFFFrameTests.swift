import CalqueModel
import TestSupport
import Testing

@testable import CalqueFormats

@Suite("A document that is put together from pieces")
struct XLIFFFrameTests {
  /// What becomes of pieces behind an open root.
  private func joined(_ pieces: String...) -> String {
    var frame = XLIFFFrame()
    var output = Output()
    frame.push("xliff")
    for piece in pieces { frame.append(piece, to: &output) }
    frame.close(to: 0, &output)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  @Test("has its open elements closed at the end")
  func closed() {
    #expect(joined("<file><body>") == "<file><body></body></file></xliff>")
    #expect(joined("<file a='>'><x:b/>t<c></c>") == "<file a='>'><x:b/>t<c></c></file></xliff>")
    #expect(joined() == "</xliff>")
  }

  @Test("leaves out an end tag without its start tag, and closes what one skips")
  func missing() {
    #expect(joined("</body></file><file>") == "<file></file></xliff>")
    #expect(joined("<file><body>", "</file>") == "<file><body></body></file></xliff>")
    #expect(joined("</xliff>", "<file>") == "<file></file></xliff>", "the root stays open")
    #expect(joined("<a><b>", "</b ></a\n>") == "<a><b></b></a></xliff>")
  }

  @Test("takes no tag from comments, instructions and the like")
  func markup() {
    for piece in [
      "<!-- </file> <body> -->", "<?go <file> ?>", "<![CDATA[<file>]]>", "text > &lt;",
      "<!DOCTYPE x [<!ENTITY a \"<b>\">]>", "<a b='<c>'/>",
    ] {
      #expect(joined(piece) == piece + "</xliff>")
    }
  }

  @Test("gives up a piece whose markup does not end, and is well-formed all the same")
  func broken() {
    #expect(joined("a<b") == "a</xliff>")
    #expect(joined("a<!-- b") == "a</xliff>")
    #expect(joined("<file", "<body>") == "<body></body></xliff>")
  }

  @Test("knows its innermost element by its name without a prefix")
  func top() {
    var frame = XLIFFFrame()
    var output = Output()
    #expect(frame.top == "")
    frame.push("x:xliff")
    frame.append("<x:file><x:body>", to: &output)
    #expect(frame.top == "body")
    #expect(frame.open == ["x:xliff", "x:file", "x:body"])
    frame.close(to: 1, &output)
    #expect(frame.top == "xliff")
    #expect(String(decoding: output.bytes, as: UTF8.self).hasSuffix("</x:body></x:file>"))
  }

  @Test("is well-formed whatever the pieces are", arguments: 0..<30)
  func random(number: Int) throws {
    let seed = UInt64.random(in: 1...1_000_000)
    var random = SplitMix64(seed: seed)
    let pieces = [
      "<a>", "</a>", "<b x='1'>", "</b>", "<c/>", "t", "<!-- </a> -->", "<b>", "</xliff>", "&lt;",
    ]
    var frame = XLIFFFrame()
    var output = Output()
    output.append("<xliff>")
    frame.push("xliff")
    for _ in 0..<30 {
      frame.append(pieces[random.number(below: pieces.count)], to: &output)
    }
    frame.close(to: 0, &output)
    // A stack of open elements is the obvious judge.
    let text = String(decoding: output.bytes, as: UTF8.self).replacing("<!-- </a> -->", with: "")
    var open = [Substring]()
    for tag in text.cut(at: "<").dropFirst() {
      let name = tag.prefix { $0 != ">" && $0 != " " }
      if name.hasPrefix("/") {
        #expect(open.popLast() == name.dropFirst(), "seed \(seed): \(text)")
      } else if !name.hasSuffix("/") {
        open.append(name)
      }
    }
    #expect(open.isEmpty, "seed \(seed): \(text)")
  }
}
