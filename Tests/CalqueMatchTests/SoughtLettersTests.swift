import CalqueText
import TestSupport
import Testing

@testable import CalqueMatch

@Suite("The letters that a text must have")
struct SoughtLettersTests {
  private static let pieces = [
    "é", "e", "E", "É", "a", "Â", "b", "ab", "œ", "ç", " ", "-", "’", ".", "\u{AD}", "e\u{301}",
    "ß",
    "ı", "C", "aab",
  ]

  @Test("are never denied to a text whose folded form has them", arguments: 0..<4)
  func neverDenied(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    func text(_ count: Int) -> String {
      (0..<count).map { _ in Self.pieces[random.number(below: Self.pieces.count)] }.joined()
    }
    var denied = 0
    for _ in 0..<5_000 {
      let (text, sought) = (text(random.number(below: 12)), folded(text(3)))
      guard let letters = SoughtLetters(sought.unicodeScalars.map(\.value)) else { continue }
      let mayStand = letters.mayStand(in: text.utf8Span.span)
      #expect(mayStand || !folded(text).contains(sought), "“\(text)” “\(sought)”")
      denied += mayStand ? 0 : 1
    }
    #expect(denied > 100)
  }

  @Test(
    "are found behind their own beginning, and denied to most texts",
    arguments: [
      ("aab", "aaab", true), ("abac", "ababac", true), ("sommet", "Le SOMMET", true),
      ("sommet", "la dette", false), ("elu", "Élus", true), ("elu", "eleve", false),
      ("ursse", "l'U.R.S.S. et", true), ("coeur", "cœur", true),
    ])
  func found(sought: String, text: String, mayStand: Bool) throws {
    let letters = try #require(SoughtLetters(sought.unicodeScalars.map(\.value)))
    #expect(letters.mayStand(in: text.utf8Span.span) == mayStand)
  }
}
