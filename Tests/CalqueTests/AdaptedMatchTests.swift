import Calque
import CalqueModel
import TestSupport
import Testing

@Suite("A match that differs in numbers and dates alone")
struct AdaptedMatchTests {
  private let folder: TemporaryFolder
  private let workspace: Workspace
  private let pair: LanguagePair

  init() throws {
    folder = try TemporaryFolder()
    let store = try Workspace.initialise(store: folder.file("calque.db")).store
    workspace = try Workspace(opening: StoreLocation(path: store), for: .writing)
    pair = try #require(LanguagePair("fr-en"))
    for (source, target) in [
      (
        "Le 1er mars, 3 000 agents ont défilé à Paris.",
        "On March 1, 3,000 officers marched in Paris."
      ),
      ("Aucune victime n'est à déplorer.", "There were no casualties."),
      ("Le bilan est de douze morts.", "The toll is twelve dead."),
    ] {
      _ = try workspace.add(source, target, pair: pair)
    }
  }

  private func answers(_ query: String, _ edit: (inout LookupOptions) -> Void = { _ in }) throws
    -> [LookupAnswer]
  {
    try [false, true].map { usesScan in
      var options = LookupOptions(pair: pair)
      options.usesScan = usesScan
      edit(&options)
      return try workspace.lookup(options).answer(query)
    }
  }

  @Test("comes adapted with 99 and its flag, from the index and the scan alike")
  func adapted() throws {
    for answer in try answers("Le 4 mai, 12 000 agents ont défilé à Paris.") {
      let match = try #require(answer.matches.first)
      #expect(match.score == 99)
      #expect(match.target == "On May 4, 12,000 officers marched in Paris.")
      #expect(match.original == "On March 1, 3,000 officers marched in Paris.")
      #expect(match.flags == [.adapted])
      #expect(answer.json.contains("\"original\":\"On March 1"))
    }
  }

  @Test("loses its memory's penalty, and is not taken for equal")
  func penalty() throws {
    for answer in try answers(
      "Le 4 mai, 12 000 agents ont défilé à Paris.", { $0.memoryPenalties = ["my-memory": 7] })
    { #expect(answer.matches.first?.score == 92) }
    for answer in try answers("Le 4 mai, 12 000 agents ont défilé à Paris.", { $0.isExact = true })
    { #expect(answer.matches.isEmpty) }
  }

  @Test("keeps its score and its flag where a number in words differs")
  func words() throws {
    for answer in try answers("Le bilan est de treize morts.") {
      let match = try #require(answer.matches.first)
      #expect(match.score < 99)
      #expect(match.flags == [.numbers, .adapted])
      #expect(match.target == "The toll is thirteen dead.")
    }
  }

  @Test("of several sentences at once comes a sentence each, where the whole finds nothing")
  func sentences() throws {
    let text = "Aucune victime n'est à déplorer. Il pleut à Brest. Le bilan est de douze morts."
    for answer in try answers(text) {
      #expect(answer.matches.isEmpty)
      #expect(!answer.isEmpty)
      #expect(answer.sentences.map { $0.matches.first?.score } == [100, nil, 100])
      let bytes = Array(text.utf8)
      #expect(
        answer.sentences.map { String(decoding: bytes[$0.range], as: UTF8.self) }
          == answer.sentences.map(\.text))
    }
    for answer in try answers("Le bilan est de douze morts.") { #expect(answer.sentences.isEmpty) }
  }
}
