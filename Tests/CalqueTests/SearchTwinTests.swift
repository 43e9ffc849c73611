import Calque
import CalqueModel
import TestSupport
import Testing

@Suite("A search through the index")
struct SearchTwinTests {
  @Test("finds what reading every text finds, in the same order, after every kind of change")
  func twin() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("seed \(seed)")
    var random = RandomText(seed: seed)
    let folder = try TemporaryFolder()
    let store = try Workspace.initialise(store: folder.file("calque.db")).store
    let workspace = try Workspace(opening: StoreLocation(path: store), for: .writing)
    let pair = try #require(LanguagePair("fr-en"))
    var ids = [UnitID]()
    for round in 0..<4 {
      for _ in 0..<60 {
        ids.append(
          try workspace.add(
            random.segment(words: 1...9), random.segment(words: 1...9), pair: pair
          ).id)
      }
      if round > 0 {
        for _ in 0..<5 {
          try workspace.remove(units: [ids.remove(at: random.number(0...(ids.count - 1)))])
        }
      }
      // The lookups build the indexes of both languages.
      _ = try workspace.lookup(LookupOptions(pair: pair)).answer("mot")
      _ = try workspace.lookup(LookupOptions(pair: pair.reversed)).answer("word")
      // Of linked units, the words are known without reading the texts.
      if round > 1 { try workspace.linkWords(pair: pair) }
      for _ in 0..<125 {
        var query = random.segment(words: 1...3)
        if random.number(0...4) == 0 { query = "\"\(query)\"" }
        if random.number(0...6) == 0 { query += "*" }
        var options = SearchOptions()
        options.isExact = random.number(0...2) == 0
        options.limit = random.number(0...1) == 0 ? 5 : nil
        // The renderings differ: with an index, units from all over the memories vote.
        let answers = [false, true].map { usesScan -> [String] in
          options.usesScan = usesScan
          do {
            return Self.lines(try workspace.search(query, pair: pair, options: options))
          } catch {
            return ["\(error)"]
          }
        }
        #expect(answers[0] == answers[1], "\(query)")
      }
    }
  }

  /// An answer without its renderings: the hits in their order, the entries, what is cut.
  private static func lines(_ answer: SearchAnswer) -> [String] {
    answer.hits.map { hit in
      "\(hit.unit) \(hit.memory) \(hit.side) \(hit.spans) \(hit.otherSpans) "
        + hit.source + "\t" + hit.target
    } + ["\(answer.entries)", "\(answer.isCut)", "\(String(describing: answer.unsearched))"]
  }

  @Test("finds the latest of the many units that hold a word, those in its spelling first")
  func manyUnits() throws {
    let folder = try TemporaryFolder()
    let store = try Workspace.initialise(store: folder.file("calque.db")).store
    let workspace = try Workspace(opening: StoreLocation(path: store), for: .writing)
    let pair = try #require(LanguagePair("fr-en"))
    var random = SplitMix64(seed: 5)
    for number in 0..<160 {
      // A few units have the word as it is asked for, and most have another form.
      let word = random.next() % 20 == 0 ? "sommets" : "sommet"
      try workspace.add("le \(word) de \(number)", "the summit of \(number)", pair: pair)
    }
    _ = try workspace.lookup(LookupOptions(pair: pair)).answer("mot")
    for (query, limit) in [
      ("sommet", 1), ("sommets", 5), ("sommets", 70), ("sommet", 150), ("le sommet", 3),
      ("\"sommets de\"", nil), ("le somm*", 100), ("somm*", 50), ("sommet", .max),
    ] {
      var options = SearchOptions()
      options.sides = [.source]
      options.limit = limit
      let found = try workspace.search(query, pair: pair, options: options)
      options.usesScan = true
      let scanned = try workspace.search(query, pair: pair, options: options)
      #expect(found.hits.map(\.unit) == scanned.hits.map(\.unit), "\(query)")
      #expect(found.isCut == scanned.isCut, "\(query)")
    }
  }
}
