import Calque
import CalqueModel
import TestSupport
import Testing

@Suite("A workspace")
struct WorkspaceTests {
  let folder: TemporaryFolder
  var surroundings: Surroundings { Surroundings(folder: folder.path) }

  init() throws { folder = try TemporaryFolder() }

  @Test("is made once, with its settings, and left alone the second time")
  func initialise() throws {
    let made = try Workspace.initialise(pair: LanguagePair("fr-en"), in: surroundings)
    #expect(made.isNew)
    #expect(made.store == folder.file("calque.db"))
    #expect(folder.names.contains("calque.toml"))
    let location = try StoreLocation.find(in: surroundings)
    #expect(location.path == folder.file("calque.db"))
    #expect(location.configuration.pair == LanguagePair("fr-en"))
    #expect(try !Workspace.initialise(in: surroundings).isNew)
  }

  @Test("imports a table of pairs, and knows it the second time")
  func importTwice() throws {
    _ = try Workspace.initialise(pair: LanguagePair("fr-en"), in: surroundings)
    let file = try folder.write(
      "La France accueillera le sommet.\tFrance will host the summit.\nOui.\tYes.\n",
      to: "news.fr-en.tsv")
    let workspace = try Workspace(opening: .find(in: surroundings), for: .writing)
    let first = try workspace.importFile(file)
    #expect((first.counts.stored, first.into) == (2, "news"))
    let second = try workspace.importFile(file)
    #expect((second.counts.stored, second.counts.known) == (0, 2))
    #expect(try workspace.pairs() == [LanguagePair("fr-en")].compactMap(\.self))
  }
}
