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
      for _ in 0..<125 {
        var query = random.segment(words: 1...3)
        if random.number(0...4) == 0 { query = "\"\(query)\"" }
        if random.number(0...6) == 0 { query += "*" }
        var options = SearchOptions()
        options.isExact = random.number(0...2) == 0
        options.limit = random.number(0...1) == 0 ? 5 : nil
        let answers = [false, true].map { usesScan in
          options.usesScan = usesScan
          do { return try workspace.search(query, pair: pair, options: options) } catch {
            return SearchAnswer(query: "\(error)")
          }
        }
        #expect(answers[0] == answers[1], "\(query)")
      }
    }
  }
}
