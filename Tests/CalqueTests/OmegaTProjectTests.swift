import Calque
import CalqueModel
import TestSupport
import Testing

@Suite("A project folder of OmegaT")
struct OmegaTProjectTests {
  let folder: TemporaryFolder
  let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder()
    workspace = try folder.workspace()
  }

  private let memory = """
    <tmx version="1.4"><header srclang="fr"/><body>
    <tu><prop type="x-Origin">aligned</prop><prop type="x-confidence">0.8</prop>\
    <tuv xml:lang="fr"><seg>Le sommet.</seg></tuv><tuv xml:lang="en"><seg>The summit.</seg></tuv></tu>
    <tu><tuv xml:lang="fr"><seg>La fin.</seg></tuv><tuv xml:lang="en"><seg>The end.</seg></tuv></tu>
    <tu><prop type="x-ConfirmationLevel">RejectedTranslation</prop>\
    <tuv xml:lang="fr"><seg>Faux.</seg></tuv><tuv xml:lang="en"><seg>Right.</seg></tuv></tu>
    </body></tmx>
    """

  @Test("holds memories, aligned units apart, and glossaries, and comes back")
  func bothWays() throws {
    let pair = try #require(LanguagePair("fr-en"))
    _ = try workspace.importText(memory, named: "../news.fr-en.tmx")
    _ = try workspace.importText(
      "fr,en,note\nsommet,summit,a\n#MeToo,#MeToo,\n", named: "mots.csv",
      options: ImportOptions(kind: .glossary))
    let files = try workspace.export(toOmegaT: folder.file("project"), pair: pair)
    #expect(files.map(\.rows) == [1, 1, 2])
    #expect(files.map { $0.losses["rejected unit"] } == [1, nil, nil])
    #expect(folder.names(in: "project/tm/auto") == ["news.tmx"])
    #expect(folder.names(in: "project/tm/penalty-10") == ["news.tmx"])
    #expect(folder.names(in: "project/glossary") == ["mots.txt"])
    let project = try #require(try OmegaTProject(folder.file("project")))
    #expect(project.pair == pair)
    #expect(project.memories.count == 2)
    #expect(project.glossaries.count == 1)
    // OmegaT takes a line that begins with # for a comment.
    let text = String(decoding: try folder.bytes(of: project.glossaries[0]), as: UTF8.self)
    #expect(text.hasSuffix("\nsommet\tsummit\ta\n #MeToo\t#MeToo\t\n"))
    var known = 0
    for file in project.memories { known += try workspace.importFile(file).counts.known }
    #expect(known == 2)
    let glossary = try workspace.importFile(
      project.glossaries[0], options: ImportOptions(kind: .glossary, into: "again", pair: pair))
    #expect((glossary.counts.read, glossary.counts.stored) == (2, 2))
    // A second export writes the same bytes.
    let before = try files.map { try folder.bytes(of: $0.path) }
    let again = try workspace.export(toOmegaT: folder.file("project"), pair: pair, from: "news")
    #expect(again.map(\.path) == files.prefix(2).map(\.path))
    #expect(try files.map { try folder.bytes(of: $0.path) } == before)
  }

  @Test("is no other folder, and no pair is made of broken settings")
  func others() throws {
    #expect(try OmegaTProject(folder.path) == nil)
    #expect(try OmegaTProject(folder.file("none")) == nil)
    _ = try folder.write("<omegat><source_lang>fr", to: "omegat.project")
    let project = try #require(try OmegaTProject(folder.path))
    #expect(project.pair == nil && project.memories.isEmpty && project.glossaries.isEmpty)
  }
}
