import Calque
import CalqueModel
import CalqueStore
import TestSupport
import Testing

@Suite("The terms of a query")
struct TermRecognitionTests {
  private let folder: TemporaryFolder
  private let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder()
    let made = try Workspace.initialise(
      store: folder.file("t.db"), in: Surroundings(folder: folder.path))
    workspace = try Workspace(opening: StoreLocation(path: made.store), for: .writing)
    let rows = """
      #fr\ten\tnote\tdomain\tpos\tgender\tfr_variants\ten_variants\ten_avoid\tflags\tvalid
      sommet\tsummit\t\t\tnoun\tm\tréunion au sommet\t\ttop\t\t
      Bercy\tMinistry of Economy\t\t\tproper noun\tm\t\t\t\tmetonym|case\t
      communiqué\tstatement\t\t\tnoun\tm\t\t\t\t\t

      """
    _ = try workspace.importFile(
      folder.write(rows, to: "g.fr-en.tsv"), options: ImportOptions(kind: .glossary))
  }

  private func recognition(_ pair: String = "fr-en") throws -> TermRecognition {
    let pair = try #require(LanguagePair(pair))
    let date = try #require(PartialDate("2024"))
    return try TermRecognition(
      store: workspace.store, options: TermRecognition.Options(pair: pair, date: date))
  }

  @Test("are those that stand in it, and of a short one those that it resembles")
  func query() throws {
    var recognition = try recognition()
    for _ in 0..<2 {
      let exact = try recognition.answers(toQuery: "Un sommet à Bercy", minimum: 70)
      #expect(exact.map(\.surface) == ["sommet", "Bercy"])
      #expect(exact.map(\.score) == [100, 100])
      let near = try recognition.answers(toQuery: "sommmet", minimum: 70)
      #expect(near.map(\.term) == ["sommet"])
      #expect(near.map(\.score) == [84])
      #expect(near.map(\.start) == [0])
      #expect(near.map(\.end) == [7])
      #expect(try recognition.answers(toQuery: "somme", minimum: 90).isEmpty)
      #expect(
        try recognition.answers(toQuery: "COMMUNIQUE\u{301}", minimum: 70).map(\.score) == [100])
      #expect(try recognition.answers(toQuery: "comunique", minimum: 70).map(\.score) == [84])
      #expect(try recognition.answers(toQuery: "bercy", minimum: 70).map(\.score) == [95])
    }
  }

  @Test("are never forbidden ones")
  func forbidden() throws {
    var recognition = try recognition("en-fr")
    #expect(try recognition.answers(toQuery: "top", minimum: 50).isEmpty)
    #expect(try recognition.answers(toQuery: "summits", minimum: 50).map(\.term) == ["summit"])
  }
}
