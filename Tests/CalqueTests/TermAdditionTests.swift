import Calque
import CalqueModel
import TestSupport
import Testing

@Suite("A term that is added")
struct TermAdditionTests {
  let folder: TemporaryFolder
  let workspace: Workspace
  let pair: LanguagePair

  init() throws {
    folder = try TemporaryFolder()
    workspace = try folder.workspace()
    pair = try #require(LanguagePair("fr-en"))
  }

  /// An entry with a note, a domain, a span, and translations to use and to avoid.
  private func prepare() throws -> Concept {
    try add("prime minister", TermDetails(domain: "government", note: "Small letters."))
    try add("first minister", TermDetails(status: .forbidden, note: "Scotland's."))
    try add("premier", TermDetails(status: .admitted, validity: #require(Validity("2020.."))))
    return try entry()
  }

  @discardableResult
  private func add(_ target: String, _ details: TermDetails = TermDetails()) throws -> AddedTerm {
    try workspace.addTerm("Premier ministre", target, pair: pair, details: details)
  }

  private func entry() throws -> Concept {
    let entries = try workspace.entries("Premier ministre", pair: pair)
    #expect(entries.count == 1)
    return try #require(entries.first).concept
  }

  @Test(
    "takes nothing away where the glossary has the pair",
    arguments: ["prime minister", "first minister", "premier"])
  func known(target: String) throws {
    let before = try prepare()
    #expect(try add(target).outcome == .known)
    #expect(try entry() == before)
  }

  @Test("is known where all that is given of it is said already")
  func said() throws {
    let before = try prepare()
    let details = TermDetails(status: .preferred, domain: "government", note: "Small letters.")
    #expect(try add("prime minister", details).outcome == .known)
    let avoided = TermDetails(status: .forbidden, note: "Scotland's.")
    #expect(try add("first minister", avoided).outcome == .known)
    #expect(try entry() == before)
  }

  @Test("adds what is new, replaces what is given again, and says which")
  func changed() throws {
    var wanted = try prepare()
    let validity = try #require(Validity("2024.."))
    let added = try add(
      "prime minister",
      TermDetails(domain: "politics", note: "Capitals before a name.", validity: validity))
    #expect(
      added.outcome
        == .changed([
          .note(isReplaced: true), .validity(isReplaced: false), .domain("politics"),
        ]))
    #expect(!added.isNew)
    wanted.note = "Capitals before a name."
    wanted.domains = ["government", "politics"]
    wanted.terms[1].validity = validity
    #expect(try entry() == wanted)
  }

  @Test("changes the status of its translation alone, and only where one is given")
  func status() throws {
    var wanted = try prepare()
    let added = try add("premier", TermDetails(status: .forbidden))
    #expect(added.outcome == .changed([.status(.forbidden)]))
    #expect(added.status == .forbidden)
    wanted.terms[3].status = .forbidden
    #expect(try entry() == wanted)
    #expect(try add("premier").status == .forbidden)
    #expect(try entry() == wanted)
  }

  @Test("is no less preferred where another entry of its source stands beside it")
  func secondEntry() throws {
    _ = try prepare()
    try add("PM")
    let admitted = try add("prime minister", TermDetails(note: "New."))
    #expect(admitted.status == .preferred)
    let entries = try workspace.entries("Premier ministre", pair: pair)
    #expect(entries.map(\.concept.note) == ["New.", nil])
    #expect(entries[0].concept.terms.count == 4)
  }

  @Test("gives its span to the source where the entry is about this pair alone")
  func span() throws {
    let (first, second) = (
      try #require(Validity("2024-09..")), try #require(Validity("2024-09..2024-12"))
    )
    try add("Michel Barnier", TermDetails(validity: first))
    let added = try add("Michel Barnier", TermDetails(validity: second))
    #expect(added.outcome == .changed([.validity(isReplaced: true)]))
    #expect(try entry().terms.map(\.validity) == [second, second])
  }

  @Test("is compared byte for byte")
  func bytes() throws {
    try add("e\u{301}", TermDetails(note: "e\u{301}"))
    #expect(try add("é").isNew)
    let changed = try add("e\u{301}", TermDetails(note: "é"))
    #expect(changed.outcome == .changed([.note(isReplaced: true)]))
  }
}
