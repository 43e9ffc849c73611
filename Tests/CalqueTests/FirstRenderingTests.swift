import CalqueAlign
import CalqueModel
import CalqueMorphology
import CalqueText
import Testing

@testable import Calque

@Suite("The first rendering of a phrase")
struct FirstRenderingTests {
  /// Words of the other side by their numbers, from 1.
  private static let words = [
    "respiratory", "distress", "syndrome", "flu", "swine", "formatted", "format", "epidemic",
  ]

  private func phrase(_ count: Int, _ speech: SpeechEndings.Speech? = nil) -> SoughtPhrase {
    var phrase = SoughtPhrase(
      words: (0..<count).map {
        SoughtPhrase.Word(folded: "mot\($0)", stems: [], forms: [], isSmall: false)
      })
    phrase.speech = speech
    return phrase
  }

  /// The renderings of units, each with its words on the other side and its links.
  private func ranked(
    _ units: [(words: String, links: [(Int, Int)])], _ count: Int,
    everywhere: @escaping (String) -> Int = { _ in 0 }
  ) -> [RenderingVotes.Found] {
    var votes = RenderingVotes()
    for (place, unit) in units.enumerated() {
      let words = unit.words.split(separator: " ").map { word in
        UInt32((Self.words.firstIndex(of: String(word)) ?? -1) + 1)
      }
      votes.add(
        RenderingVotes.Occurrence(
          unit: UnitID(Int64(place + 1)), index: place, phrase: 0..<count, isAsked: true,
          links: unit.links.map { WordLink(source: $0.0, target: $0.1) }, count: words.count),
        small: Array(repeating: false, count: count), kind: { _ in .word }, stem: { words[$0] },
        form: { words[$0] })
    }
    return votes.ranked(occurrences: units.count, of: 1_000) { words in
      everywhere(words.map { Self.words[Int($0) - 1] }.joined(separator: " "))
    }
  }

  private func text(_ found: RenderingVotes.Found?) -> String? {
    found?.words.map { Self.words[Int($0) - 1] }.joined(separator: " ")
  }

  private func first(
    _ found: [RenderingVotes.Found], _ phrase: SoughtPhrase, hasNeighbour: Bool = false,
    isTranslated: ((Int, UInt32) -> Bool)? = nil
  ) -> String? {
    text(
      FirstRendering(
        phrase: phrase, endings: Morphology(.english).phraseWords.endings,
        stem: { Array(Self.words[Int($0) - 1].utf8) },
        lastWord: { $0.words.last.map { Self.words[Int($0) - 1] } ?? "" },
        isAdjective: { _ in false }, hasNeighbour: { _ in hasNeighbour },
        isTranslated: isTranslated
      ).ordered(found).first)
  }

  @Test("leaves out what always stands beside the phrase, if anything does")
  func neighbour() {
    let found = ranked(
      Array(repeating: ("respiratory distress syndrome", [(0, 1), (1, 0)]), count: 4), 2)
    #expect(text(found.first) == "respiratory distress syndrome")
    #expect(first(found, phrase(2)) == "respiratory distress syndrome")
    #expect(first(found, phrase(2), hasNeighbour: true) == "respiratory distress")
  }

  @Test("translates each word and nothing else, if as many units show it")
  func translated() {
    // *détresse respiratoire*: the links of two units are wrong.
    let units = [
      ("syndrome respiratory", [(0, 0), (1, 1)]), ("syndrome respiratory", [(0, 0), (1, 1)]),
      ("respiratory distress", [(0, 1), (1, 0)]), ("respiratory distress", [(0, 1), (1, 0)]),
      ("syndrome respiratory", [(0, 0), (1, 1)]),
    ]
    func known(_ place: Int, _ word: UInt32) -> Bool { word == (place == 0 ? 2 : 1) }
    let found = ranked(Array(units.prefix(4)), 2) { $0 == "respiratory distress" ? 900 : 2 }
    #expect(text(found.first) == "syndrome respiratory")
    #expect(first(found, phrase(2)) == "syndrome respiratory")
    #expect(first(found, phrase(2), isTranslated: known) == "respiratory distress")
    #expect(first(found, phrase(2), isTranslated: { _, _ in false }) == "syndrome respiratory")
    let more = ranked(units, 2) { $0 == "respiratory distress" ? 900 : 2 }
    #expect(first(more, phrase(2), isTranslated: known) == "syndrome respiratory")
  }

  @Test("is the whole phrase where a part of it stands opposite much else")
  func whole() {
    let found = ranked(
      [("swine flu", [(0, 1)]), ("swine flu", [(0, 1)]), ("flu", [(0, 0)]), ("flu", [(0, 0)])], 2
    ) { $0 == "flu" ? 100 : 2 }
    #expect(first(found, phrase(2)) == "swine flu")
    #expect(text(found.first) == "flu" || text(found.first) == "swine flu")
    #expect(first(found.filter { text($0) == "flu" }, phrase(2)) == "flu")
  }

  @Test("has a link for each word of the phrase where others have not and are no more frequent")
  func linked() {
    let found = ranked(
      [("swine flu syndrome", [(0, 1)]), ("flu epidemic", [(0, 1), (1, 0)])], 2)
    #expect(first(found, phrase(2)) == "flu epidemic")
  }

  @Test("is the same part of speech in another form, if the form is not rare")
  func speech() {
    let units: [(words: String, links: [(Int, Int)])] =
      Array(repeating: ("formatted", [(0, 0)]), count: 5)
      + Array(repeating: ("format", [(0, 0)]), count: 3)
    let found = ranked(units, 1)
    #expect(first(found, phrase(1)) == "formatted")
    #expect(first(found, phrase(1, .verb)) == "format")
    #expect(first(ranked(Array(units.dropLast(2)), 1), phrase(1, .verb)) == "formatted")
  }
}
