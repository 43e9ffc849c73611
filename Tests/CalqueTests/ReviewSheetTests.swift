import CalqueModel
import TestSupport
import Testing

@testable import Calque

@Suite("A sheet for review")
struct ReviewSheetTests {
  private let folder: TemporaryFolder
  private let workspace: Workspace
  private let pair: LanguagePair

  init() throws {
    folder = try TemporaryFolder()
    workspace = try folder.workspace()
    pair = try #require(LanguagePair("fr-en"))
  }

  private var document: AlignedDocument {
    var document = AlignedDocument(
      name: "story", pair: pair, source: ["Un.", "Deux.", "Trois ‖ quatre.", "", "Cinq.", "Six."],
      target: ["One.", "Two.", "Three ‖ four.", "Five.", "\"Six.\"\tSeven."],
      links: [
        AlignedLink(source: [0], target: [0], confidence: 0.99),
        AlignedLink(source: [1, 2], target: [1, 2], confidence: 0.4),
        AlignedLink(source: [3], target: [], confidence: 1),
        AlignedLink(source: [4], target: [], confidence: 0.7),
        AlignedLink(source: [], target: [3], confidence: 0.6),
        AlignedLink(source: [5], target: [4], confidence: 0.8),
      ])
    document.sourceParagraphs = [1, 1, 2, 3, 3, 4]
    return document
  }

  private func sheet() -> ReviewSheet {
    var sheet = ReviewSheet(pair: pair)
    sheet.add(document)
    return sheet
  }

  /// The sheet after a person has judged its rows, written and read back.
  private func judged(
    _ decisions: [Int: String], separator: String = "\t", edit: (String) -> String = { $0 }
  ) throws -> ReviewSheet {
    let path = folder.file("judged.tsv")
    try sheet().write(to: path)
    var lines = String(decoding: try folder.bytes(of: path), as: UTF8.self).split(separator: "\n")
      .map(String.init)
    for (row, decision) in decisions { lines[row + 1] = decision + lines[row + 1] }
    var text = edit(lines.joined(separator: "\n"))
    if separator != "\t" { text = text.replacing("\t", with: separator) }
    try folder.write(text, to: "judged.tsv")
    return try ReviewSheet(reading: path, pair: pair)
  }

  private func units() throws -> [String] {
    try ["Un", "Deux", "Trois", "Cinq", "Six"].flatMap { word in
      try workspace.search(word, pair: pair).hits.map { hit in
        let unit = try #require(try workspace.unit(hit.unit)).unit
        return "\(hit.source) = \(hit.target) (\(unit.status.name))"
      }
    }
  }

  @Test("comes back from its file as it was, whatever the texts hold")
  func roundTrip() throws {
    let read = try judged([:])
    #expect(read.rows.map(\.source) == sheet().rows.map(\.source))
    #expect(read.rows.map(\.target) == sheet().rows.map(\.target))
    #expect(read.rows.map(\.bead) == [1, 2, 3, 4, 5])
    #expect(read.rows.map(\.sourceSpan) == [0..<1, 1..<3, 4..<5, nil, 5..<6])
    #expect(read.rows.map(\.targetSpan) == [0..<1, 1..<3, nil, 3..<4, 4..<5])
    #expect(read.rows.map(\.paragraph) == [1, 1, 3, nil, 4])
    #expect(read.rows.allSatisfy { $0.decision == nil })
  }

  @Test("puts doubtful rows first on request, equally doubtful ones in their order")
  func doubt() {
    var sheet = sheet()
    sheet.sortByDoubt()
    #expect(sheet.rows.map(\.confidence) == [0.4, 0.6, 0.7, 0.8, 0.99])
  }

  @Test("stores accepted, split and merged pairs as reviewed, and leaves the rest")
  func decisions() throws {
    let sheet = try judged([0: "accept", 1: "S", 2: "merge", 3: "m"])
    let report = try workspace.store(sheet, from: "judged.tsv", into: "news")
    #expect((report.accepted, report.rejected, report.left) == (4, 0, 1))
    #expect(report.counts.stored == 4)
    #expect(
      try units() == [
        "Un. = One. (reviewed)", "Deux. = Two. (reviewed)",
        "Trois ‖ quatre. = Three ‖ four. (reviewed)", "Cinq. = Five. (reviewed)",
      ])
    let again = try workspace.store(sheet, from: "judged.tsv", into: "news")
    #expect((again.counts.stored, again.counts.known) == (0, 4))
  }

  @Test("keeps the document and the paragraph of what it stores, also of merged rows")
  func places() throws {
    let judged = try judged([0: "accept", 2: "merge", 3: "merge"]).judged(in: "judged.tsv")
    #expect(judged.map(\.place.document) == ["story", "story"])
    #expect(judged.map(\.place.paragraph) == [1, 3])
  }

  @Test("decides about pairs that the alignment stored, and may decide otherwise later")
  func later() throws {
    var intake = AlignmentIntake(workspace, into: "news", minConfidence: 0)
    try intake.add(document, from: DocumentPair(name: "story", source: nil, target: nil))
    #expect(try workspace.lookup(LookupOptions(pair: pair)).matches("Un.").first?.aligned == 0.99)
    try workspace.store(try judged([0: "accept"]), from: "judged.tsv", into: "news")
    let accepted = try #require(
      try workspace.lookup(LookupOptions(pair: pair)).matches("Un.").first)
    #expect((accepted.aligned, accepted.status) == (nil, .reviewed))
    let report = try workspace.store(try judged([0: "reject"]), from: "judged.tsv", into: "news")
    #expect(report.rejected == 1)
    #expect(try workspace.lookup(LookupOptions(pair: pair)).matches("Un.").isEmpty)
  }

  @Test("takes the texts as a person has edited them")
  func edited() throws {
    let sheet = try judged([0: "split"]) {
      $0.replacing("\tUn.\tOne.", with: "\tUn, ‖ deux.\tOne, ‖ number two.")
    }
    try workspace.store(sheet, from: "judged.tsv", into: "news")
    #expect(
      try units() == ["Un, = One, (reviewed)", "deux. = number two. (reviewed)"])
  }

  @Test("is read as spreadsheets save it", arguments: [";", ","])
  func spreadsheet(separator: String) throws {
    let read = try judged([0: "accept"], separator: separator)
    #expect(read.rows.map(\.source) == sheet().rows.map(\.source))
    #expect(read.rows.first?.decision == .accept)
  }

  @Test(
    "names the row that it does not understand, and stores nothing",
    arguments: [
      ([1: "perhaps"], "judged.tsv:3:1: 'perhaps' is no decision"),
      ([1: "accept", 2: "accept"], "judged.tsv:4:1: a pair with an empty side"),
      ([0: "accept", 2: "merge"], "judged.tsv:4:1: a row to merge has no neighbour"),
      ([0: "split"], "judged.tsv:2:1: a row to split has 1 and 1 parts"),
    ] as [([Int: String], String)])
  func wrong(decisions: [Int: String], message: String) throws {
    let error = try #require(throws: WorkspaceError.self) {
      try workspace.store(
        try judged(decisions), from: folder.file("judged.tsv"), into: "news")
    }
    #expect(error.description.contains(message), "\(error)")
    #expect(try units().isEmpty)
  }

  @Test("is refused if a column is missing")
  func columns() throws {
    let path = try folder.write("decision\tsource\naccept\tUn.\n", to: "short.tsv")
    let error = try #require(throws: WorkspaceError.self) {
      try ReviewSheet(reading: path, pair: pair)
    }
    #expect(error.description.contains("no column 'confidence'"))
  }
}
