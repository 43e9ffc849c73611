import Calque
import CalqueModel
import TestSupport
import Testing

@Suite("An entry that is edited")
struct TermEditTests {
  private let folder: TemporaryFolder
  private let workspace: Workspace
  private let id: ConceptID

  init() throws {
    folder = try TemporaryFolder()
    let surroundings = Surroundings(folder: folder.path)
    _ = try Workspace.initialise(pair: LanguagePair("fr-en"), in: surroundings)
    workspace = try Workspace(opening: .find(in: surroundings), for: .writing)
    let rows = """
      #fr\ten\tnote\tdomain\tpos\tgender\tfr_variants\ten_variants\ten_avoid\tflags\tvalid
      Bercy\tMinistry of Economy\tSpell it out.\tgovernment\tproper noun\tm\tministère\tFinance Ministry\tBercy Ministry\tmetonym|case\t2017..

      """
    _ = try workspace.importFile(
      folder.write(rows, to: "desk.fr-en.tsv"), options: ImportOptions(kind: .glossary))
    let pair = try #require(LanguagePair("fr-en"))
    id = try #require(try workspace.entries("Bercy", pair: pair).first).id
  }

  private func entry() throws -> Concept { try #require(try workspace.entry(id)).concept }

  private static let changes: [(name: String, change: @Sendable (inout TermEdit) -> Void)] = [
    ("source", { $0.source = "Bercy (ministère)" }), ("target", { $0.target = "Treasury" }),
    ("status", { $0.status = .admitted }), ("note", { $0.note = "Paris" }),
    ("no note", { $0.note = "" }), ("domain", { $0.domain = "economy" }),
    ("dates", { $0.validity = Validity("2020..2021") }), ("pos", { $0.partOfSpeech = "noun" }),
    ("gender", { $0.gender = "mf" }),
    (
      "one rendering",
      {
        $0.rendering = "Finance Ministry"
        $0.status = .forbidden
      }
    ),
  ]

  @Test("keeps all that is not named", arguments: changes.map(\.name))
  func keeps(name: String) throws {
    let before = try entry()
    var edit = TermEdit()
    #expect(edit.isEmpty)
    try #require(Self.changes.first { $0.name == name }).change(&edit)
    #expect(!edit.isEmpty)
    #expect(try workspace.edit(concept: id, edit))
    let after = try entry()
    var expected = before
    let (bercy, ministry, finance) = (0, 1, 3)
    #expect(
      before.terms.map(\.text) == [
        "Bercy", "Ministry of Economy", "ministère", "Finance Ministry", "Bercy Ministry",
      ])
    switch name {
    case "source": expected.terms[bercy].text = "Bercy (ministère)"
    case "target": expected.terms[ministry].text = "Treasury"
    case "status": expected.terms[ministry].status = .admitted
    case "note": expected.note = "Paris"
    case "no note": expected.note = nil
    case "domain": expected.domains = ["economy"]
    case "dates":
      for place in [bercy, ministry] {
        expected.terms[place].validity = try #require(Validity("2020..2021"))
      }
    case "pos": for place in [bercy, ministry] { expected.terms[place].partOfSpeech = "noun" }
    case "gender": expected.terms[bercy].gender = "mf"
    default: expected.terms[finance].status = .forbidden
    }
    #expect(after == expected)
    #expect(try !workspace.edit(concept: id, edit), "the second time nothing changes")
  }

  @Test("is refused where it or what is meant is not there, and nothing is stored")
  func refused() throws {
    let before = try entry()
    var edit = TermEdit()
    edit.note = "x"
    #expect(throws: WorkspaceError.self) { try workspace.edit(concept: 99, edit) }
    #expect(throws: WorkspaceError.self) { try workspace.edit(concept: 0, edit) }
    edit.rendering = "Treasury"
    #expect(throws: WorkspaceError.self) { try workspace.edit(concept: id, edit) }
    edit.rendering = nil
    edit.target = " "
    #expect(throws: WorkspaceError.self) { try workspace.edit(concept: id, edit) }
    #expect(try entry() == before)
  }

  @Test("takes no text that another of its terms has: that one would have two statuses")
  func taken() throws {
    let before = try entry()
    for (rendering, target) in [
      (nil, "Bercy Ministry"), (nil, "Finance Ministry"), ("Bercy Ministry", "Ministry of Economy"),
    ] {
      var edit = TermEdit()
      (edit.rendering, edit.target) = (rendering, target)
      #expect(throws: WorkspaceError.self) { try workspace.edit(concept: id, edit) }
    }
    var edit = TermEdit()
    edit.source = "ministère"
    #expect(throws: WorkspaceError.self) { try workspace.edit(concept: id, edit) }
    #expect(try entry() == before)
    edit.source = nil
    (edit.rendering, edit.target) = ("Bercy Ministry", "Bercy Ministry")
    #expect(try !workspace.edit(concept: id, edit), "its own text is no other's")
  }

  @Test("is found by its new text at once")
  func found() throws {
    let pair = try #require(LanguagePair("fr-en"))
    let lookup = try Lookup(store: workspace.store, options: LookupOptions(pair: pair))
    for _ in 0..<2 { #expect(try lookup.terms("Bercy attend").count == 1) }
    var edit = TermEdit()
    edit.source = "rue de Bercy"
    try workspace.edit(concept: id, edit)
    #expect(try lookup.terms("Bercy attend").isEmpty)
    #expect(try lookup.terms("la rue de Bercy").map(\.term) == ["rue de Bercy"])
  }

  @Test(
    "is listed by what its terms hold, on either side, whatever the case and the accents",
    arguments: [
      ("bercy", 1), ("MINISTRY OF", 1), ("ministere", 1), ("forbid", 0), ("é", 1), ("", 1),
    ])
  func listed(query: String, count: Int) throws {
    var found = 0
    try workspace.forEachEntry(matching: query) { _ in found += 1 }
    #expect(found == count)
  }
}
