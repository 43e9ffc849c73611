import CalqueAlign
import CalqueModel
import CalqueStore
import CalqueText
import TestSupport
import Testing

@testable import Calque

@Suite("The words of a file of links")
struct LinkFileSideTests {
  @Test("are found alone and in phrases where a plain walk finds them", arguments: 1...4)
  func twin(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let folder = try TemporaryFolder()
    let workspace = try folder.workspace()
    let words = ["un", "navire", "rouge", "part", "vite", "navires"]
    for number in 0..<40 {
      let text = (0..<Int.random(in: 1...12, using: &random))
        .compactMap { _ in words.randomElement(using: &random) }
      _ = try workspace.add(
        text.joined(separator: " ") + " \(number)", "ship \(number)",
        pair: LanguagePair(source: "fr", target: "en"))
    }
    try workspace.linkWords(pair: LanguagePair(source: "fr", target: "en"))
    let links = try #require(
      try WordLinkFolder(workspace.store, pair: LanguagePair(source: "fr", target: "en")).ready())
    // French is the second of the two languages.
    let side = links.base.target
    let stems = (0..<side.forms.count).map { side.word($0) }
    for stem in 0...UInt32(side.sorted.count) {
      let found = side.occurrences(of: stem).map { Int(side.order[$0]) }
      let places = stem == 0 ? [] : stems.indices.filter { stems[$0] == stem }
      #expect(found.sorted() == places, "seed \(seed)")
      #expect(stem == 0 || side.number(of: side.stem(stem)) == stem)
    }
    for _ in 0..<200 {
      let start = stems.indices.randomElement(using: &random) ?? 0
      let phrase = Array(stems[start...].prefix(Int.random(in: 1...4, using: &random)))
      if phrase.contains(0) { continue }
      let places = stems.indices.filter { stems[$0...].starts(with: phrase) }
      #expect(
        side.occurrences(of: phrase).map { Int(side.order[$0]) }.sorted() == places,
        "seed \(seed)")
      #expect(
        side.occurrences(ofAny: phrase.map { [$0] }).flatMap(\.self)
          .map { Int(side.order[$0]) }.sorted() == places)
    }
    #expect(side.occurrences(of: [UInt32]()).isEmpty)
    #expect(side.number(of: Array("zzz".utf8)) == nil)
  }

  @Test("are found as they are written, if that is asked for: the acronym AI is not ai")
  func spelling() throws {
    let folder = try TemporaryFolder()
    let workspace = try folder.workspace()
    let pair = LanguagePair(source: "fr", target: "en")
    for number in 0..<6 {
      _ = try workspace.add(
        "Ici, j'ai \(number) navires.", "Here, I have \(number) ships.", pair: pair)
    }
    _ = try workspace.add("Le vote sur AI est clos.", "The vote on AI is closed.", pair: pair)
    try workspace.linkWords(pair: pair)
    var finder = try #require(try RenderingFinder(workspace.store, pair: pair))
    #expect(finder.found("AI").examined == 7)
    #expect(finder.found("AI", keepsCapitals: true).examined == 1)
    #expect(finder.found("ai", keepsCapitals: true).examined == 6)
    // Of several words nothing is required.
    #expect(finder.found("J'AI", keepsCapitals: true).examined == 6)
  }
}
