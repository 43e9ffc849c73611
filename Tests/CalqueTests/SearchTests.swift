import Calque
import CalqueModel
import TestSupport
import Testing

@Suite("A search")
struct SearchTests {
  private let folder: TemporaryFolder
  private let workspace: Workspace
  private let pair: LanguagePair

  init() throws {
    folder = try TemporaryFolder()
    let store = try Workspace.initialise(store: folder.file("calque.db")).store
    workspace = try Workspace(opening: StoreLocation(path: store), for: .writing)
    pair = try #require(LanguagePair("fr-en"))
    for (source, target) in [
      ("Les ministres et le premier venu.", "The ministers and the first comer."),
      ("Le premier ministre a gagné 12 000 euros.", "The prime minister won 12,000 euros."),
      ("Des premiers ministres.", "Some prime ministers."),
    ] {
      _ = try workspace.add(source, target, pair: pair)
    }
    try workspace.addTerm("premier ministre", "prime minister", pair: pair)
    try workspace.addTerm("chef", "prime minister", pair: pair)
  }

  private func sources(_ query: String, _ options: SearchOptions = .init()) throws -> [String] {
    try workspace.search(query, pair: pair, options: options).hits.map(\.source)
  }

  @Test("puts the phrase before its other forms, and these before scattered words")
  func order() throws {
    var options = SearchOptions()
    options.sides = [.source]
    #expect(
      try sources("premier ministre", options) == [
        "Le premier ministre a gagné 12 000 euros.", "Des premiers ministres.",
        "Les ministres et le premier venu.",
      ])
    options.isExact = true
    #expect(
      try sources("premier ministre", options) == ["Le premier ministre a gagné 12 000 euros."])
    options.limit = 1
    options.isExact = false
    let cut = try workspace.search("premier ministre", pair: pair, options: options)
    #expect(cut.isCut)
    #expect(cut.hits.map(\.source) == ["Le premier ministre a gagné 12 000 euros."])
  }

  @Test("tells where the query is on the other side")
  func bothSides() throws {
    let hits = try workspace.search("12000", pair: pair).hits
    #expect(hits.map(\.side) == [.source, .target])
    #expect(hits[0].otherSpans == hits[1].spans)
    #expect(hits[1].otherSpans == hits[0].spans)
    #expect(
      String(decoding: Array(hits[1].target.utf8)[hits[1].spans[0]], as: UTF8.self) == "12,000")
  }

  @Test("finds the terms of glossaries, the whole term first, unless memories are chosen")
  func glossaries() throws {
    let entries = try workspace.search("prime ministers", pair: pair).entries
    #expect(entries.map(\.source) == ["premier ministre", "chef"])
    #expect(entries.map(\.side) == [.target, .target])
    var options = SearchOptions()
    options.memories = ["my-memory"]
    #expect(try workspace.search("prime", pair: pair, options: options).entries.isEmpty)
    options = SearchOptions()
    options.sides = [.source]
    #expect(try workspace.search("prime", pair: pair, options: options).entries.isEmpty)
  }

  @Test("finds parts of words when asked to")
  func substring() throws {
    #expect(try sources("minist", SearchOptions()).isEmpty)
    var options = SearchOptions()
    options.isSubstring = true
    options.sides = [.source]
    #expect(try sources("minist", options).count == 3)
  }

  @Test("refuses a query of more words than it takes")
  func tooLong() throws {
    #expect(throws: WorkspaceError.self) {
      try workspace.search(String(repeating: "mot ", count: 65), pair: pair)
    }
  }
}
