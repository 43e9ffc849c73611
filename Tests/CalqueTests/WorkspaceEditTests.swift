import Calque
import CalqueFormats
import CalqueModel
import TestSupport
import Testing

@Suite("A workspace that is changed")
struct WorkspaceEditTests {
  let folder: TemporaryFolder
  let workspace: Workspace
  let pair: LanguagePair

  init() throws {
    folder = try TemporaryFolder()
    workspace = try folder.workspace()
    pair = try #require(LanguagePair("fr-en"))
  }

  @Test("adds, changes and removes a unit under one id")
  func units() throws {
    let added = try workspace.add("sommet", "peak", pair: pair)
    #expect((added.resource, added.isNew) == ("my-memory", true))
    #expect(try !workspace.add("sommet", "peak", pair: pair).isNew)
    #expect(try workspace.edit(unit: added.id, pair: pair, target: "summit", status: .approved))
    let unit = try #require(try workspace.unit(added.id)).unit
    #expect(unit.variants.map(\.text) == ["sommet", "summit"])
    #expect(unit.status == .approved)
    #expect(try workspace.edit(unit: added.id, pair: pair.reversed, source: "top"))
    #expect(try workspace.unit(added.id)?.unit.variants.map(\.text) == ["sommet", "top"])
    try workspace.remove(units: [added.id, added.id])
    #expect(try workspace.unit(added.id) == nil)
    #expect(try workspace.stats().holdings.map(\.rows) == [0])
  }

  @Test("says what is wrong with a question, with 2", arguments: [99, -1, 0] as [UnitID])
  func wrongID(id: UnitID) throws {
    let error = #expect(throws: WorkspaceError.self) { try workspace.remove(units: [id]) }
    #expect(error?.kind == .request)
    #expect(throws: WorkspaceError.self) { try workspace.edit(unit: id, status: .draft) }
    #expect(throws: WorkspaceError.self) { try workspace.add(" \u{A0}", "x", pair: pair) }
  }

  @Test("lets an admitted or forbidden term join the entry of its source")
  func terms() throws {
    let bercy = try workspace.addTerm("Bercy", "Ministry of Economy", pair: pair)
    let details = TermDetails(status: .forbidden, note: "means nothing abroad")
    let joined = try workspace.addTerm("Bercy", "Bercy ministry", pair: pair, details: details)
    #expect((joined.id, joined.isNew) == (bercy.id, true))
    #expect(
      try !workspace.addTerm("Bercy", "Bercy ministry", pair: pair, details: details).isNew)
    _ = try workspace.addTerm("sommet", "summit", pair: pair)
    _ = try workspace.addTerm("sommet", "peak", pair: pair)
    let entries = try workspace.entries("sommet", pair: pair)
    #expect(entries.count == 2)
    #expect(try workspace.entries("sommet", "peak", pair: pair).map(\.id) == [entries[1].id])
    #expect(try workspace.entries("peak", pair: pair.reversed).count == 1)
    let terms = try #require(try workspace.entries("Bercy", pair: pair).first).concept.terms
    #expect(terms.map(\.status) == [.preferred, .preferred, .forbidden])
    #expect(terms[2].note == "means nothing abroad")
    try workspace.remove(concepts: entries.map(\.id))
    #expect(try workspace.entries("sommet", pair: pair).isEmpty)
  }

  @Test("finds the only pair, and asks where there are several")
  func pairs() throws {
    #expect(throws: WorkspaceError.self) { try workspace.pair() }
    _ = try workspace.add("oui", "yes", pair: #require(LanguagePair("fr-en-GB")))
    #expect(try workspace.pair() == LanguagePair("fr-en-GB"))
    _ = try workspace.add("yes", "oui", pair: #require(LanguagePair("en-US-fr")), into: "b")
    #expect(try workspace.pair() == pair)
    _ = try workspace.add("ja", "yes", pair: #require(LanguagePair("de-en")), into: "c")
    let error = #expect(throws: WorkspaceError.self) { try workspace.pair() }
    #expect("\(error.map { "\($0)" } ?? "")".contains("fr-en, de-en"))
    #expect(try workspace.pair(named: pair) == pair)
  }

  @Test("stores nothing of a broken file, and what can be read of it when told so")
  func brokenFile() throws {
    let file = try folder.write(
      "Oui\tYes\n\tNothing\nAvant\u{0}après\tBefore\nNon\tNo\n", to: "news.fr-en.tsv")
    let error = #expect(throws: WorkspaceError.self) {
      try workspace.importFile(file, options: ImportOptions(kind: .memory))
    }
    #expect((error?.kind, error?.place?.line) == (.file, 3))
    #expect(error?.outcome == "nothing was stored (2 could be read)")
    #expect(error?.remedy == .keepGoing(file: file))
    #expect(try workspace.resources().isEmpty)
    let options = ImportOptions(kind: .memory, keepsGoing: true)
    let report = try workspace.importFile(file, options: options)
    #expect((report.counts.stored, report.counts.refused, report.counts.read) == (2, 1, 4))
    #expect(
      report.json.contains(
        #""refused":1,"doubtful":{"empty side":1},"warnings":[{"line":3,"#))
  }

  @Test("counts a dry run as if it were one, and stores nothing")
  func dryRun() throws {
    let file = try folder.write("Oui\tYes\n", to: "news.fr-en.tsv")
    var options = ImportOptions(kind: .memory, isDryRun: true)
    #expect(try workspace.importFile(file, options: options).counts.stored == 1)
    #expect(try workspace.resources().isEmpty)
    options.isDryRun = false
    #expect(
      try workspace.importFile(file, options: options).json
        == """
        {"file":"\(file)","format":"tsv","kind":"memory","into":"news","read":1,"stored":1,\
        "known":0,"skipped":{},"refused":0,"doubtful":{},"warnings":[]}
        """)
  }

  @Test("describes its resources, and lets a read-only one alone")
  func resources() throws {
    _ = try workspace.add("oui", "yes", pair: pair, into: "news")
    try workspace.edit(.memory, named: "news") {
      $0.penalty = 5
      $0.isReadOnly = true
    }
    let news = try #require(try workspace.resources().first)
    #expect((news.penalty, news.isReadOnly) == (5, true))
    let error = #expect(throws: WorkspaceError.self) {
      try workspace.add("non", "no", pair: pair, into: "news")
    }
    #expect(error?.kind == .request)
    #expect(throws: WorkspaceError.self) { try workspace.remove(.memory, named: "nothing") }
  }
}
