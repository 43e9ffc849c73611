import CalqueModel
import TestSupport
import Testing

@Suite("A language pair")
struct LanguagePairTests {
  @Test(
    "reads two tags, cut before the last subtag that can be a language",
    arguments: [
      ("fr-en", "fr", "en"), ("en-GB-fr", "en-GB", "fr"), ("fr:en-US", "fr", "en-US"),
      ("zh-Hant-pt-BR", "zh-Hant", "pt-BR"), ("FR-EN", "FR", "EN"), ("fr_en", "fr", "en"),
      ("fr:de-ch", "fr", "de-ch"), ("en_GB:fr", "en_GB", "fr"), ("x-klingon:fr", "x-klingon", "fr"),
      ("fr-FR-en-GB", "fr-FR", "en-GB"), ("gsw-fra", "gsw", "fra"), ("fr-CA:fr", "fr-CA", "fr"),
      ("EN-GB-FR", "EN", "GB-FR"),
    ])
  func reading(text: String, source: String, target: String) throws {
    let pair = try #require(LanguagePair(text))
    #expect(pair.source.written == source)
    #expect(pair.target.written == target)
    #expect(pair.reversed == LanguagePair(source: pair.target, target: pair.source))
  }

  @Test("is the same as another of the same tags, whatever their case")
  func comparing() {
    #expect(LanguagePair("fr-en") == LanguagePair("FR-EN"))
    #expect(LanguagePair("fr-CA:en") == LanguagePair("fr_ca-en"))
    #expect(LanguagePair("fr-en") != LanguagePair("en-fr"))
  }

  @Test(
    "makes no pair of what is not two languages",
    arguments: [
      "", "fr", "fr-fr", "-", "fr-", "fr:", ":fr", "fr:en:de", "fr:FR", "french-english", "fr en",
      "1-2",
    ])
  func noPair(text: String) {
    #expect(LanguagePair(text) == nil)
  }

  @Test(
    "is printed as it can be asked for",
    arguments: [
      ("fr", "en", "fr-en"), ("fr", "de-ch", "fr:de-ch"), ("fr-FR", "en-GB", "fr-FR:en-GB"),
      ("en_gb", "de", "en_gb:de"), ("FR", "EN", "FR-EN"), ("FRA", "ENG", "FRA:ENG"),
      ("fra", "eng", "fra-eng"), ("zh-Hant", "pt", "zh-Hant:pt"), ("x-a", "fr", "x-a:fr"),
    ])
  func printing(source: String, target: String, text: String) {
    let pair = LanguagePair(source: LanguageTag(source), target: LanguageTag(target))
    #expect(pair.description == text)
    #expect(LanguagePair(text) == pair)
  }

  @Test("survives being printed, whatever its tags", arguments: [UInt64(1), 2, 3, 4])
  func survival(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<2_000 {
      let pair = LanguagePair(source: Self.tag(&random), target: Self.tag(&random))
      guard pair.source != pair.target else { continue }
      #expect(LanguagePair(pair.description) == pair, "\(pair.source) and \(pair.target)")
    }
  }

  /// A well-formed tag: a language of two or three letters or `x`, then some subtags, in any case.
  private static func tag(_ random: inout SplitMix64) -> LanguageTag {
    func subtag(
      _ lengths: ClosedRange<Int>, _ letters: String, _ random: inout SplitMix64
    ) -> String {
      let letters = Array(letters)
      return String(
        (0..<Int.random(in: lengths, using: &random)).map { _ in
          letters[Int.random(in: letters.indices, using: &random)]
        })
    }
    let small = "abcdefgh"
    let letters = Bool.random(using: &random) ? small : small.uppercased()
    let isPrivate = Int.random(in: 0..<8, using: &random) == 0
    var subtags = [isPrivate ? "x" : subtag(2...3, letters, &random)]
    for _ in 0..<Int.random(in: isPrivate ? 1...3 : 0...3, using: &random) {
      subtags.append(subtag(1...8, small + small.uppercased() + "0123", &random))
    }
    let tag = LanguageTag(subtags.joined(separator: Bool.random(using: &random) ? "-" : "_"))
    return tag
  }
}
