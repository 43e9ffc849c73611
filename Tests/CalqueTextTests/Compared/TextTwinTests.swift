import CalqueText
import TestSupport
import Testing

@Suite("The reading of a text and its independent twin")
struct TextTwinTests {
  @Test("agree on the texts that people write", arguments: TwinPairs.sentences)
  func sentences(text: String) {
    var scanner = TextScanner()
    for language in ["fr", "en", "de"] { expectAgreement(text, language, &scanner, "") }
  }

  @Test("agree on random texts", arguments: 0..<25 as Range<UInt64>)
  func random(seed: UInt64) {
    var pairs = TwinPairs(seed: 0x7E47_0000 + seed)
    var scanner = TextScanner()
    for number in 0..<40 {
      let language = ["fr", "fr", "en", "de"][number % 4]
      expectAgreement(pairs.next().query, language, &scanner, "seed \(seed), text \(number)")
    }
  }

  private func expectAgreement(
    _ text: String, _ language: String, _ scanner: inout TextScanner, _ place: String
  ) {
    let stemmer: Stemmer = language == "fr" ? .french : language == "en" ? .english : .none
    let twin = TwinText(text, language: language)
    let compared = ComparedText(text, stemmer: stemmer, using: &scanner)
    let comment: Comment = "\(place): \(text.debugDescription) in \(language)"
    #expect(compared.normalized == twin.text.scalarValues, comment)
    #expect(compared.folded == twin.folded.scalarValues, comment)
    #expect(compared.totalWeight == twin.totalWeight, comment)
    #expect(compared.tokens.count == twin.tokens.count, comment)
    let bytes = Array(text.utf8)
    for (place, (token, other)) in zip(compared.tokens, twin.tokens).enumerated() {
      #expect("\(token.kind)" == "\(other.kind)", comment)
      #expect(token.weight == other.weight, comment)
      #expect(token.plain == other.plain.scalarValues, comment)
      if token.kind == .word { #expect(token.folded == other.folded.scalarValues, comment) }
      #expect(key(of: token).scalarValues == other.classKey.scalarValues, comment)
      // The bytes at the token's place are the token, but for normal form and skipped characters.
      let written = String(decoding: bytes[compared.ranges[place]], as: UTF8.self)
      let kept = TwinFolding.string(written.unicodeScalars.filter { !TwinScalars.isSkipped($0) })
      #expect(kept == other.text, comment)
    }
  }

  /// The class as the twin writes it.
  private func key(of token: TokenForm) -> String {
    switch token.kind {
    case .word, .punctuation: "\(token.kind) " + String(scalars: token.classKey)
    default: "\(token.kind)"
    }
  }
}
