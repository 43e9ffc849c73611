import CalqueModel
import TestSupport
import Testing

@testable import CalqueText

@Suite("The sentences of any text")
struct SentenceLawTests {
  @Test(
    "are in order, trimmed, apart, and leave white space alone between them",
    arguments: 0..<20 as Range<UInt64>)
  func cover(seed: UInt64) {
    var pairs = TwinPairs(seed: seed)
    var random = SplitMix64(seed: seed)
    let splitters = [Language.french, .english, Language("de")].map {
      SentenceSplitter(language: $0)
    }
    for number in 0..<20 {
      let text = (0..<4).map { _ in pairs.next().query }.joined(
        separator: [" ", "\n", "\n\n"][random.number(below: 3)])
      let bytes = Array(text.utf8)
      var (end, paragraph) = (0, 0)
      for sentence in splitters[number % 3].sentences(in: text) {
        let between = String(validating: bytes[end..<max(end, sentence.start)], as: UTF8.self)
        let inside = String(validating: bytes[sentence.start..<sentence.end], as: UTF8.self)
        let isTrimmed =
          inside?.unicodeScalars.first?.properties.isWhitespace == false
          && inside?.unicodeScalars.last?.properties.isWhitespace == false
        #expect(
          sentence.start >= end && isTrimmed && sentence.paragraph >= paragraph
            && between?.unicodeScalars.allSatisfy(\.properties.isWhitespace) == true,
          "seed \(seed): \(text.debugDescription)")
        (end, paragraph) = (sentence.end, sentence.paragraph)
      }
      let rest = String(validating: bytes[end...], as: UTF8.self)
      #expect(
        rest?.unicodeScalars.allSatisfy(\.properties.isWhitespace) == true,
        "seed \(seed): \(text.debugDescription)")
    }
  }

  @Test("are the same from a splitter that is kept", arguments: [0x5E47 as UInt64])
  func reuse(seed: UInt64) {
    var pairs = TwinPairs(seed: seed)
    let kept = SentenceSplitter(language: .french)
    for _ in 0..<100 {
      let text = pairs.next().query
      #expect(
        kept.sentences(in: text) == SentenceSplitter(language: .french).sentences(in: text),
        "seed \(seed): \(text.debugDescription)")
    }
  }

  @Test("are those of each paragraph alone, one after the other")
  func paragraphs() {
    let paragraphs = [
      "M. Dupont est venu. Il part.", "« Oui. Non », dit-elle.", "Fin",
      "Il a vu l'art. 3. Et puis ?",
    ]
    let splitter = SentenceSplitter(language: .french)
    func texts(_ text: String) -> [String] {
      let bytes = Array(text.utf8)
      return splitter.sentences(in: text).map {
        String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)
      }
    }
    #expect(texts(paragraphs.joined(separator: "\n\n")) == paragraphs.flatMap(texts))
    #expect(
      splitter.sentences(in: paragraphs.joined(separator: "\n\n")).map(\.paragraph) == [
        0, 0, 1, 2, 3, 3,
      ])
  }
}
