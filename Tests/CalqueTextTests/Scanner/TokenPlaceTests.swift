import CalqueModel
import CalqueText
import TestSupport
import Testing

@Suite("The places of tokens")
struct TokenPlaceTests {
  @Test(
    "are UTF-8 bytes of the original",
    arguments: [
      ("🙂 été", [0..<4, 5..<10]), ("e\u{301}te\u{301} a", [0..<7, 8..<9]),
      ("a\u{A0}b\u{202F}c", [0..<1, 3..<4, 7..<8]), ("l'IA", [0..<2, 2..<4]),
      ("l’IA", [0..<4, 4..<6]), ("\u{FEFF}a", [3..<4]), ("a\u{AD}b", [0..<4]),
      ("co\u{AD}", [0..<4]), ("x \u{200B}y", [0..<1, 5..<6]), ("x\u{200B} y", [0..<4, 5..<6]),
      ("12\u{202F}000 €", [0..<8, 9..<12]), ("don’t", [0..<2, 2..<7]),
      ("𝒳1 𝒴", [0..<5, 6..<10]), ("한 \u{1112}\u{1161}\u{11AB} x", [0..<3, 4..<13, 14..<15]),
      ("\u{958} a", [0..<3, 4..<5]), ("\n\ta\n", [2..<3]), ("", []), (" ", []),
      ("=\u{338}=", [0..<3, 3..<4]),
    ])
  func places(text: String, places: [Range<Int>]) {
    #expect(tokens(of: text, in: .french).map { $0.start..<$0.end } == places)
  }

  /// Every byte is in one token, or is white space, or is skipped.
  @Test("cover the text in order, all but white space", arguments: 0..<20 as Range<UInt64>)
  func coverage(seed: UInt64) {
    var pairs = TwinPairs(seed: seed)
    var scanner = TextScanner()
    for _ in 0..<30 {
      let text = pairs.next().query
      let bytes = Array(text.utf8)
      var end = 0
      for token in tokens(of: text, in: .french, using: &scanner) {
        #expect(token.start < token.end, "seed \(seed): \(text.debugDescription)")
        expectBlank(bytes[end..<max(end, token.start)], "seed \(seed): \(text.debugDescription)")
        #expect(token.start >= end, "seed \(seed): \(text.debugDescription)")
        end = token.end
      }
      #expect(end <= bytes.count, "seed \(seed): \(text.debugDescription)")
      expectBlank(bytes[min(end, bytes.count)...], "seed \(seed): \(text.debugDescription)")
    }
  }

  private func expectBlank(_ bytes: ArraySlice<UInt8>, _ comment: Comment) {
    let between = String(validating: bytes, as: UTF8.self)
    let isBlank = between?.unicodeScalars.allSatisfy {
      TwinScalars.isSpace($0) || TwinScalars.isSkipped($0)
    }
    #expect(isBlank == true, comment)
  }

  @Test("say what is compared of each token")
  func compared() {
    let found = tokens(of: "L’Économie d'aujourd’hui : 12 000 “CO₂”… U.S.", in: .french)
    #expect(found.map(\.kind.rawValue) == [0, 0, 0, 0, 2, 1, 2, 0, 2, 2, 0])
    #expect(
      found.map(\.folded) == [
        "l'", "economie", "d'", "aujourd'hui", ":", "12000", "\"", "co2", "\"", "...", "us",
      ])
    #expect(
      found.map(\.stem) == [
        "l'", "economi", "d'", "aujourd'hui", ":", "12000", "\"", "co2", "\"", "...", "us",
      ])
    #expect(tokens(of: "ladies", in: .english).map(\.stem) == ["lady"])
    #expect(tokens(of: "ladies", in: Language("de")).map(\.stem) == ["ladies"])
  }

  @Test(
    "are the same from a scanner that is kept and from a new one", arguments: [0x5CA7 as UInt64])
  func reuse(seed: UInt64) {
    var pairs = TwinPairs(seed: seed)
    var kept = TextScanner()
    for _ in 0..<200 {
      let (text, other) = pairs.next()
      _ = readTokens(other, using: &kept)
      #expect(readTokens(text, using: &kept) == readTokens(text), "seed \(seed)")
    }
  }
}
