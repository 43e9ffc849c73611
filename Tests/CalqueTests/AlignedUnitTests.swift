import CalqueModel
import CalqueStore
import TestSupport
import Testing

@testable import Calque

@Suite("A unit that an alignment made")
struct AlignedUnitTests {
  private let folder: TemporaryFolder
  private let workspace: Workspace
  private let pair: LanguagePair

  init() throws {
    folder = try TemporaryFolder()
    workspace = try folder.workspace()
    pair = try #require(LanguagePair("fr-en"))
  }

  private func store(
    _ source: String, _ target: String, confidence: String?, status: UnitStatus = .translated,
    into memory: String = "stories"
  ) throws {
    var meta = Meta()
    if let confidence {
      meta.properties = [Meta.Property(type: AlignedOrigin.confidence, value: confidence)]
    }
    let unit = TranslationUnit(
      sourceLanguage: pair.source, status: status, origin: AlignedOrigin.name, meta: meta,
      variants: [
        Variant(language: pair.source, text: source), Variant(language: pair.target, text: target),
      ])
    let from = ImportSource(kind: .memory, name: memory, format: "aligned")
    _ = try workspace.store.importing(from, at: Instant(seconds: 1_700_000_000)) {
      try $0.add(unit)
    }
  }

  private func matches(
    _ text: String, _ change: (inout LookupOptions) -> Void = { _ in }
  ) throws -> [MatchAnswer] {
    var options = LookupOptions(pair: pair)
    change(&options)
    return try workspace.lookup(options).matches(text)
  }

  @Test(
    "loses five points for each tenth of confidence below .9, rounded up",
    arguments: [
      ("0.9500", 100), ("0.9000", 100), ("0.8999", 99), ("0.8000", 95), ("0.6200", 86),
      ("0.5000", 80),
    ])
  func penalty(confidence: String, score: Int) throws {
    try store("Le sommet est fini.", "The summit is over.", confidence: confidence)
    let match = try #require(try matches("Le sommet est fini.").first)
    #expect(match.score == score)
    #expect(match.kind == .exact)
    #expect(match.aligned == Double(confidence))
    #expect(match.penalties.map(\.name) == (score < 100 ? ["aligned"] : []))
  }

  @Test("says so to a search, as others do not")
  func search() throws {
    try store("Le sommet est fini.", "The peak is finished.", confidence: "0.6200")
    try workspace.add("Un sommet est prévu.", "A summit is planned.", pair: pair)
    let hits = try workspace.search("sommet", pair: pair).hits
    #expect(hits.map(\.aligned).sorted { ($0 ?? 0) < ($1 ?? 0) } == [nil, 0.62])
  }

  @Test("is left out where the text was not translated; a name may be the same in both languages")
  func untranslated() throws {
    let french = "Le ministre a dit que la réforme des retraites est dans l'intérêt de tous."
    let english = "The minister said that the reform of pensions is in the interest of all."
    let pairs = [
      (french, french), (french, english), (english, french),
      ("Emmanuel Macron", "Emmanuel Macron"),
    ]
    let document = AlignedDocument(
      name: "story", pair: pair, source: pairs.map(\.0), target: pairs.map(\.1),
      links: pairs.indices.map { AlignedLink(source: [$0], target: [$0], confidence: 0.99) })
    var intake = AlignmentIntake(workspace, into: "news")
    try intake.add([document], from: nil)
    intake.finish()
    #expect(intake.counts.stored == 2)
    #expect(intake.untranslated == 2)
    #expect(try matches(french).map(\.target) == [english])
    #expect(try matches("Emmanuel Macron").map(\.target) == ["Emmanuel Macron"])
  }

  @Test("is no surer than the pair of documents that holds it", arguments: [1, 0.57])
  func pairedByContent(confidence: Double) throws {
    let aligner = DocumentAligner(pair: pair)
    let folder = try TemporaryFolder()
    try folder.write("Le sommet est fini. Les ministres partent lundi.\n", to: "a.txt")
    try folder.write("The summit is over. The ministers leave on Monday.\n", to: "b.txt")
    var files = DocumentPair(source: folder.file("a.txt"), target: folder.file("b.txt"))
    let sure = try aligner.align(files).links.map(\.confidence)
    files.confidence = confidence
    let links = try aligner.align(files).links
    #expect(links.count == 2)
    for (link, sure) in zip(links, sure) {
      #expect(abs(link.confidence - sure * confidence) < 1e-9)
    }
  }

  @Test("stands below the same text of a person, whichever came first")
  func order() throws {
    try store("Le sommet est fini.", "The peak is finished.", confidence: "0.6200")
    try workspace.add("Le sommet est fini.", "The summit is over.", pair: pair)
    try store("Le sommet est fini.", "The top has ended.", confidence: "0.7000")
    let found = try matches("Le sommet est fini.")
    #expect(
      found.map(\.target) == [
        "The summit is over.", "The top has ended.", "The peak is finished.",
      ])
    #expect(found.map(\.aligned) == [nil, 0.7, 0.62])
    #expect(
      try matches("Le sommet est fini.") { $0.limit = 1 }.map(\.target) == [
        "The summit is over."
      ])
  }

  @Test("has no penalty once a person has read it, or where the penalty is turned off")
  func reviewed() throws {
    try store("Le vote est clos.", "The vote is closed.", confidence: "0.5", status: .reviewed)
    let read = try #require(try matches("Le vote est clos.").first)
    #expect((read.score, read.aligned) == (100, nil))
    try store("La loi est votée.", "The law has passed.", confidence: "0.5")
    #expect(try matches("La loi est votée.") { $0.alignedPenalty = 0 }.map(\.score) == [100])
    let mild = try #require(PenaltyChoice("aligned=2"))
    #expect(try matches("La loi est votée.") { $0.add([mild]) }.map(\.score) == [92])
  }

  @Test("is not trusted where its confidence cannot be read", arguments: [nil, "", "much", "7"])
  func unreadable(confidence: String?) throws {
    try store("Le vote est clos.", "The vote is closed.", confidence: confidence)
    let match = try #require(try matches("Le vote est clos.") { $0.minimum = 1 }.first)
    #expect((match.score, match.aligned) == (55, 0))
  }

  @Test("lets a text of a person come first that the index ranks behind many doubtful ones")
  func manyDoubtful() throws {
    for number in 0..<40 {
      try store(
        "Le sommet est fini.", "Doubtful \(number).", confidence: "0.5000", into: "m\(number % 3)")
    }
    try workspace.add("Le sommet est fini !", "The summit is over!", pair: pair)
    let found = try matches("Le sommet est fini.") { $0.limit = 2 }
    #expect(found.first?.target == "The summit is over!")
    #expect(found.map(\.score) == found.map(\.score).sorted(by: >))
  }
}

@Suite("The place of a unit that an alignment made")
struct AlignedPlaceTests {
  private let pair: LanguagePair

  init() throws { pair = try #require(LanguagePair("fr-en")) }

  private func places(_ document: AlignedDocument) -> [[String]] {
    document.units().map { unit in
      [AlignedOrigin.document, AlignedOrigin.paragraph].compactMap { type in
        unit.meta.properties.first { $0.type == type }?.value
      }
    }
  }

  @Test("is its document and its source paragraph")
  func place() throws {
    let document = try DocumentAligner(pair: pair).align(
      source: "PARIS, 4 mars (AFP) - Le vote est clos. Paris dit non.\n\nLa suite est incertaine.",
      target: "PARIS, March 4 (AFP) - The vote is closed. Paris says no.\n\nThe rest is unsure.",
      named: "story")
    #expect(places(document) == [["story", "1"], ["story", "1"], ["story", "2"]])
  }

  @Test("counts the paragraphs of lines between blank ones, however many those are")
  func lines() throws {
    let document = try DocumentAligner(pair: pair, isPresegmented: true).align(
      source: "\nUn.\nDeux.\n\n\nTrois.\n", target: "\nOne.\nTwo.\n\n\nThree.\n", named: "s")
    #expect(places(document) == [["s", "1"], ["s", "1"], ["s", "2"]])
  }
}

@Suite("The import of a batch of aligned documents")
struct AlignmentIntakeTests {
  @Test("is known by its mark in its memory, and only there")
  func mark() throws {
    let folder = try TemporaryFolder()
    let workspace = try folder.workspace()
    let pair = try #require(LanguagePair("fr-en"))
    let documents = (0..<3).map { number in
      AlignedDocument(
        name: "d\(number)", pair: pair, source: ["Phrase \(number).", "Fin \(number)."],
        target: ["Sentence \(number).", "End \(number)."],
        links: [
          AlignedLink(source: [0], target: [0], confidence: 0.9),
          AlignedLink(source: [1], target: [1], confidence: 0.3),
        ])
    }
    var intake = AlignmentIntake(workspace, into: "news", minConfidence: 0.5)
    #expect(try !intake.holds(mark: "m"))
    try intake.add(documents, from: "folder", mark: "m")
    #expect((intake.counts.stored, intake.counts.known) == (3, 0))
    #expect(try intake.holds(mark: "m"))
    #expect(try !intake.holds(mark: "n"))
    #expect(try !AlignmentIntake(workspace, into: "other").holds(mark: "m"))
    try intake.add(documents, from: "folder", mark: "m")
    #expect((intake.counts.stored, intake.counts.known) == (3, 3))
    try workspace.remove(.memory, named: "news")
    #expect(try !intake.holds(mark: "m"))
  }
}
