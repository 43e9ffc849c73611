import Calque
import CalqueModel
import TestSupport
import Testing

@Suite("A line break that is an inline code")
struct BreakCodeTests {
  private let memory = """
    <tmx version="1.4"><header srclang="fr"/><body>
    <tu><tuv xml:lang="fr"><seg>Le marché ferme jeudi<ph>&lt;br/&gt;</ph>Prochaine séance lundi\
    </seg></tuv><tuv xml:lang="en"><seg>The market closes on Thursday<ph>&lt;br/&gt;</ph>Next \
    session on Monday</seg></tuv></tu>
    </body></tmx>
    """

  @Test("parts the words beside it for a lookup and a search, and stays out of the text")
  func found() throws {
    let folder = try TemporaryFolder()
    let store = try Workspace.initialise(store: folder.file("calque.db")).store
    let workspace = try Workspace(opening: StoreLocation(path: store), for: .writing)
    _ = try workspace.importText(memory, named: "m.tmx")
    _ = try workspace.importText(memory, named: "n.tmx")
    let pair = try #require(LanguagePair("fr-en"))
    for usesScan in [false, true] {
      var options = LookupOptions(pair: pair)
      options.usesScan = usesScan
      let answer = try workspace.lookup(options).answer(
        "Le marché ferme jeudi. Prochaine séance lundi")
      let best = try #require(answer.matches.first)
      #expect(best.score >= 90 && best.score < 100)
      #expect(best.source == "Le marché ferme jeudiProchaine séance lundi")
      #expect(best.memories.sorted() == ["m", "n"])
      // The offsets are bytes of the text that is answered.
      for place in best.differences.compactMap(\.match) {
        #expect(place.upperBound <= best.source.utf8.count)
      }
    }
    for query in ["jeudi prochaine", "Thursday next"] {
      let hits = try workspace.search(query, pair: pair).hits
      #expect(hits.count == 2)
      let hit = try #require(hits.first)
      let text = Array((hit.side == .source ? hit.source : hit.target).utf8)
      let span = try #require(hit.spans.first)
      #expect(
        String(decoding: text[span], as: UTF8.self)
          == (hit.side == .source ? "jeudiProchaine" : "ThursdayNext"))
    }
  }
}
