import CalqueText
import Testing

@Suite("Words with an apostrophe")
struct ApostropheTests {
  private func words(_ text: String) -> [String] {
    var scanner = TextScanner()
    scanner.scan(text)
    let bytes = Array(text.utf8)
    return scanner.tokens.map { token in
      let (start, end) = (scanner.text.offsets[token.start], scanner.text.offsets[token.end])
      return String(decoding: bytes[Int(start)..<Int(end)], as: UTF8.self)
    }
  }

  @Test(
    "are cut behind a French elision, in every language",
    arguments: [
      "l", "d", "j", "m", "t", "s", "c", "ç", "n", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
      "presqu", "quelqu", "L", "QU", "Jusqu",
    ])
  func elisions(word: String) {
    #expect(words("\(word)'on") == ["\(word)'", "on"])
    #expect(words("\(word)’une") == ["\(word)’", "une"])
    #expect(words("\(word)'«on»") == ["\(word)'", "«", "on", "»"])
    #expect(words("\(word)'12") == ["\(word)'", "12"])
  }

  @Test(
    "are cut before an English clitic", arguments: ["s", "d", "m", "ll", "re", "ve", "S", "LL"])
  func clitics(word: String) {
    #expect(words("they'\(word)") == ["they", "'\(word)"])
    #expect(words("they’\(word) go") == ["they", "’\(word)", "go"])
  }

  @Test(
    "are otherwise whole",
    arguments: [
      "aujourd'hui", "prud'homme", "O'Brien", "entr'acte", "rock'roll", "abcdefghijqu'on",
      "xl'on", "a't",
    ])
  func whole(word: String) {
    #expect(words(word) == [word])
  }

  @Test(
    "separate n't",
    arguments: [
      ("don't", ["do", "n't"]), ("DIDN’T", ["DID", "N’T"]), ("can't", ["ca", "n't"]),
      ("n't", ["n'", "t"]), ("won'tx", ["won'tx"]),
    ])
  func negation(text: String, tokens: [String]) {
    #expect(words(text) == tokens)
  }

  @Test("cost no more than their letters, however many apostrophes stand in a row")
  func chains() {
    let text = String(repeating: "a'", count: 20_000)
    #expect(words(text).count >= 1)
  }
}
