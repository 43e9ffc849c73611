import Calque
import CalqueFormats
import CalqueModel
import TestSupport
import Testing

@Suite("A dump of a whole store")
struct StoreDumpTests {
  private let folder: TemporaryFolder
  private let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder()
    workspace = try folder.workspace()
  }

  /// Fills the store with memories and glossaries of several formats.
  private func fill() throws {
    let tmx = try folder.write(
      """
      <tmx version="1.4"><header srclang="fr" o-tmf="x"><prop type="p">v</prop></header><body>
      <tu tuid="1" usagecount="3"><note>n</note><prop type="x">y</prop><tuv xml:lang="fr"><seg>Un \
      <bpt i="1">&lt;b></bpt>mot<ept i="1"/></seg></tuv><tuv xml:lang="EN-gb"><seg lang="a">A word\
      </seg></tuv></tu></body></tmx>
      """, to: "alt.tmx")
    _ = try workspace.importFile(tmx)
    let tbx = try folder.write(
      """
      <martif type="TBX"><text><body><termEntry id="c1"><descrip type="subjectField">droit\
      </descrip><langSet xml:lang="fr"><tig><term>loi</term><termNote type="termType">fullForm\
      </termNote></tig></langSet><langSet xml:lang="en"><tig><term>law</term></tig></langSet>\
      </termEntry></body></text></martif>
      """, to: "droit.tbx")
    _ = try workspace.importFile(tbx)
    let pair = try #require(LanguagePair("fr-en"))
    _ = try workspace.add("oui", "yes", pair: pair, into: "droit")
    _ = try workspace.add("L'\u{2028}\u{1F600}\\\"", "x", pair: pair, into: "leer")
    try workspace.edit(.memory, named: "alt") {
      ($0.penalty, $0.priority, $0.domain, $0.isReadOnly) = (5, -3, "presse", true)
    }
  }

  @Test("comes back into a new store as it was: what is dumped of that is the same bytes")
  func roundTrip() throws {
    try fill()
    let file = folder.file("all.jsonl")
    let reports = try workspace.exportAll(toFile: file)
    #expect(reports.map(\.resource.name) == ["alt", "droit", "droit", "leer"])
    #expect(reports.map(\.rows) == [1, 1, 1, 1])
    #expect(reports.allSatisfy { $0.losses.isEmpty })
    let other = try TemporaryFolder()
    let copy = try other.workspace()
    let dry = try #require(
      try copy.importDump(file, options: ImportOptions(isDryRun: true)))
    #expect(dry.map(\.counts.stored) == [1, 1, 1, 1])
    #expect(try copy.resources().isEmpty)
    let imported = try #require(try copy.importDump(file))
    #expect(imported.map(\.into) == ["alt", "droit", "droit", "leer"])
    #expect(imported.map(\.counts.stored) == [1, 1, 1, 1])
    #expect(try Set(copy.resources()) == Set(workspace.resources()))
    let again = other.file("again.jsonl")
    _ = try copy.exportAll(toFile: again)
    #expect(try folder.bytes(of: again) == folder.bytes(of: file))
    // The header of the TMX file came along.
    for workspace in [workspace, copy] {
      let tmx = try workspace.exportText(ExportOptions(from: "alt", format: .tmx)).text
      #expect(tmx.contains("<prop type=\"p\">v</prop>"))
      #expect(tmx.contains("<seg lang=\"a\">"))
    }
  }

  @Test("that is broken stores nothing; another file is none")
  func broken() throws {
    try fill()
    let file = folder.file("all.jsonl")
    _ = try workspace.exportAll(toFile: file)
    let bytes = try folder.bytes(of: file)
    let cut = try folder.write(bytes.dropLast(20), to: "cut.jsonl")
    let other = try TemporaryFolder()
    let copy = try other.workspace()
    let error = #expect(throws: WorkspaceError.self) { try copy.importDump(cut) }
    #expect(error?.place?.line == 4)
    #expect(try copy.resources().isEmpty)
    let named = #expect(throws: WorkspaceError.self) {
      try copy.importDump(file, options: ImportOptions(into: "x"))
    }
    #expect(named?.kind == .request)
    let single = folder.file("one.jsonl")
    _ = try workspace.export(ExportOptions(from: "leer", format: .jsonl), toFile: single)
    #expect(try copy.importDump(single) == nil)
  }

  @Test("keeps a memory that is empty, and knows a second time what it has")
  func empty() throws {
    let pair = try #require(LanguagePair("fr-en"))
    let added = try workspace.add("oui", "yes", pair: pair, into: "a")
    _ = try workspace.add("non", "no", pair: pair, into: "b")
    try workspace.remove(units: [added.id])
    let file = folder.file("all.jsonl")
    #expect(try workspace.exportAll(toFile: file).map(\.rows) == [0, 1])
    let other = try TemporaryFolder()
    let copy = try other.workspace()
    _ = try copy.importDump(file)
    #expect(try copy.resources().map(\.name).sorted() == ["a", "b"])
    let twice = try #require(try copy.importDump(file))
    #expect(twice.map(\.counts.stored) == [0, 0])
    #expect(twice.map(\.counts.known) == [0, 1])
  }
}
