import CalqueText
import Foundation
import TestSupport
import Testing

@Suite("A folded text that knows where it came from")
struct MappedFoldTests {
  @Test(
    "gives each part of the fold its place in the original",
    arguments: [
      ("L’Économie", "economie", "Économie"), ("E\u{301}te\u{301}", "te", "te\u{301}"),
      ("le cœur bat", "o", "œ"), ("le cœur bat", "eur", "œur"),
      ("a\u{A0} \u{202F}b", " ", "\u{A0} \u{202F}"),
      ("Et… puis", ".", "…"), ("🙂 Ça", "ca", "Ça"), ("co\u{AD}op", "co", "co\u{AD}"),
      ("co\u{AD}op", "coop", "co\u{AD}op"), ("Straße", "ss", "ß"), ("CO₂ net", "2", "₂"),
      ("a \u{301}b", " ", " \u{301}"),
      ("\u{1112}\u{1161}\u{11AB}글", "한", "\u{1112}\u{1161}\u{11AB}"),
    ])
  func mapping(text: String, part: String, original: String) throws {
    let fold = MappedFold(text)
    let place = try #require(Self.first(Array(part.utf8), in: fold.utf8))
    let range = fold.originalRange(of: place..<(place + part.utf8.count))
    #expect(Array(Array(text.utf8)[range]) == Array(original.utf8))
  }

  @Test(
    "may keep the accents, and unify typography all the same",
    arguments: [
      ("L’ÉCONOMIE", "l'économie"), ("e\u{301}te\u{301}", "été"),
      ("« Œuf » — a\u{A0} b", "\" œuf \" - a b"),
      ("ÇA", "ça"), ("A\u{300}", "à"),
    ])
  func keepingAccents(text: String, expected: String) {
    #expect(MappedFold(text, keepingAccents: true).utf8 == Array(expected.utf8))
  }

  @Test("folds as every other text is folded", arguments: 0..<20 as Range<UInt64>)
  func agreement(seed: UInt64) {
    var pairs = TwinPairs(seed: seed)
    for _ in 0..<20 {
      let text = pairs.next().query
      #expect(
        MappedFold(text).utf8 == Array(folded(text).utf8), "seed \(seed): \(text.debugDescription)")
    }
  }

  /// The places rise with the fold, lie inside the text and cut no character in two.
  @Test("maps every byte to whole characters, in order", arguments: 0..<20 as Range<UInt64>)
  func order(seed: UInt64) {
    var pairs = TwinPairs(seed: seed)
    for number in 0..<20 {
      let text = pairs.next().query
      let bytes = Array(text.utf8)
      let fold = MappedFold(text, keepingAccents: number % 2 == 1)
      var last = 0
      for place in fold.utf8.indices {
        let range = fold.originalRange(of: place..<(place + 1))
        let isWhole = String(validating: bytes[range], as: UTF8.self) != nil
        #expect(
          isWhole && !range.isEmpty && range.lowerBound >= last,
          "seed \(seed): \(text.debugDescription)")
        last = range.lowerBound
      }
      let end = fold.originalRange(of: fold.utf8.count..<fold.utf8.count)
      #expect(end == bytes.count..<bytes.count, "seed \(seed): \(text.debugDescription)")
    }
  }

  @Test("gives an empty part an empty place")
  func empty() {
    let fold = MappedFold("a É b")
    #expect(fold.originalRange(of: 2..<2) == 2..<2)
    #expect(fold.originalRange(of: 3..<3) == 4..<4)
    #expect(MappedFold("").originalRange(of: 0..<0) == 0..<0)
  }

  private static func first(_ part: [UInt8], in bytes: [UInt8]) -> Int? {
    (0...max(0, bytes.count - part.count)).first { bytes[$0...].starts(with: part) }
  }
}
