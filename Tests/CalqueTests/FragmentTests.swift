import Calque
import CalqueModel
import TestSupport
import Testing

@Suite("The fragments of a text")
struct FragmentTests {
  private let folder: TemporaryFolder
  private let workspace: Workspace
  private let pair: LanguagePair

  init() throws {
    folder = try TemporaryFolder()
    let store = try Workspace.initialise(store: folder.file("calque.db")).store
    workspace = try Workspace(opening: StoreLocation(path: store), for: .writing)
    pair = try #require(LanguagePair("fr-en"))
    for (source, target) in [
      ("Le premier ministre a reçu le roi.", "The prime minister received the king."),
      ("Les premiers ministres sont là.", "The prime ministers are here."),
      ("La charge de la dette augmente.", "Debt servicing costs rise."),
      ("La dette est une charge.", "Debt is a burden."),
    ] {
      _ = try workspace.add(source, target, pair: pair)
    }
  }

  private func fragments(_ query: String) throws -> [[FragmentAnswer]] {
    try [false, true].map { usesScan in
      var options = LookupOptions(pair: pair)
      options.usesScan = usesScan
      options.seeksFragments = true
      return try #require(try workspace.lookup(options).answer(query).fragments)
    }
  }

  @Test("are its longest parts that stand in the memory, rarest first, by the index and the scan")
  func found() throws {
    let query = "Pour Bercy, la charge de la dette du premier ministre pèse."
    for fragments in try fragments(query) {
      #expect(fragments.map(\.text) == ["la charge de la dette", "premier ministre"])
      #expect(fragments.map(\.count) == [1, 2])
      #expect(fragments.map(\.words) == [5, 2])
      #expect(fragments.first?.examples.first?.target == "Debt servicing costs rise.")
      let bytes = Array(query.utf8)
      #expect(
        fragments.map { String(decoding: bytes[$0.range], as: UTF8.self) } == fragments.map(\.text))
    }
  }

  @Test("need two words of four letters side by side in the memory as in the text")
  func none() throws {
    for fragments in try fragments("Une dette, la charge ; le roi a vu.") {
      #expect(fragments.isEmpty)
    }
  }

  @Test("are left out of the answer unless they are asked for")
  func unasked() throws {
    let answer = try workspace.lookup(LookupOptions(pair: pair)).answer("La charge de la dette")
    #expect(answer.fragments == nil)
    #expect(!answer.json.contains("fragments"))
  }
}
