@testable import CalqueText
import Testing

@Suite("Words of scripts without spaces")
struct UnspacedWordsTests {
  private static func words(of text: String, _ scanner: inout TextScanner) -> [String] {
    scanner.scan(text)
    let bytes = Array(text.utf8)
    return scanner.tokens.map { token in
      let (start, end) = (scanner.text.offsets[token.start], scanner.text.offsets[token.end])
      return String(decoding: bytes[Int(start)..<Int(end)], as: UTF8.self)
    }
  }

  @Test(
    "are cut by ICU's dictionaries",
    arguments: [
      ("我们的政府", ["我们", "的", "政府"]), ("สวัสดีครับ", ["สวัสดี", "ครับ"]),
      ("政府，2023年", ["政府", "，", "2023", "年"]), ("le 首相 parle", ["le", "首相", "parle"]),
      ("𠮷野家", ["𠮷", "野家"]),
    ])
  func cutting(text: String, words: [String]) {
    var scanner = TextScanner()
    #expect(Self.words(of: text, &scanner) == words)
  }

  @Test("are made of ideographs that ICU knows nothing else of than the scanner takes for granted")
  func ideographs() throws {
    var properties = ScalarProperties()
    for value in UInt32(0x4E00)...0x9FA5 {
      let scalar = try #require(Unicode.Scalar(value))
      #expect(NormalForm.fold([value]) == [value])
      #expect(NormalForm.isInert(value))
      #expect(scalar.properties.generalCategory == .otherLetter)
      #expect(properties.fold(of: value).first == value)
      #expect(
        properties.classes(of: value) == ScalarProperties.letter | ScalarProperties.unspaced)
    }
  }

  @Test("are cut by one iterator for all texts of a scanner and its copies")
  func opening() {
    var scanner = TextScanner()
    scanner.scan("Le gouvernement a démissionné.")
    #expect(scanner.wordBreakOpenings == 0)
    var copy = scanner
    for number in 0..<200 {
      scanner.scan("政府\(number)辞职了，总统接受。")
      copy.scan("รัฐบาล\(number)ลาออก")
    }
    #expect(scanner.wordBreakOpenings == 1)
    #expect(copy.wordBreakOpenings == 1)
  }
}
