import CalqueAlign
import CalqueModel
import TestSupport
import Testing

@testable import Calque

@Suite("A document that is aligned anew around accepted beads")
struct RealignmentTests {
  private let folder: TemporaryFolder
  private let pair: LanguagePair
  private let document: DocumentPair

  private static let french = [
    "Le gouvernement a survécu lundi.", "Le vote a eu lieu à midi.", "Paris dit non.",
    "Les ministres sont partis.", "La suite est incertaine.",
  ]
  private static let english = [
    "The government survived on Monday.", "The vote took place at noon.", "Paris says no.",
    "The ministers have left.", "What comes next is uncertain.",
  ]

  init() throws {
    folder = try TemporaryFolder()
    pair = try #require(LanguagePair("fr-en"))
    document = DocumentPair(
      source: try folder.write(Self.french.joined(separator: "\n"), to: "a.fr.txt"),
      target: try folder.write(Self.english.joined(separator: "\n"), to: "a.en.txt"))
  }

  private var aligner: DocumentAligner {
    DocumentAligner(pair: pair, isPresegmented: true, sentences: LexicalAligner())
  }

  /// A sheet of links that a person has judged.
  private func sheet(
    _ links: [(source: [Int], target: [Int], decision: ReviewRow.Decision?)]
  ) -> ReviewSheet {
    var sheet = ReviewSheet(pair: pair)
    sheet.add(
      AlignedDocument(
        name: document.name, pair: pair, source: Self.french, target: Self.english,
        links: links.map { AlignedLink(source: $0.source, target: $0.target, confidence: 0.5) }))
    sheet.replace(
      rowsOf: document.name,
      by: zip(sheet.rows, links).map { row, link in
        var row = row
        row.decision = link.decision
        return row
      })
    return sheet
  }

  private func shape(_ sheet: ReviewSheet) -> [String] {
    sheet.rows.map {
      "\(SentenceSpan.text($0.sourceSpan)):\(SentenceSpan.text($0.targetSpan)) "
        + ($0.decision?.rawValue ?? "-")
    }
  }

  @Test("keeps accepted rows, and pairs the rest")
  func rest() throws {
    var sheet = sheet([
      ([0], [0], .accept), ([1, 2], [1], nil), ([3], [2, 3], nil), ([4], [4], .accept),
    ])
    try aligner.realign(document, in: &sheet, from: "sheet.tsv")
    #expect(shape(sheet) == ["1:1 accept", "2:2 -", "3:3 -", "4:4 -", "5:5 accept"])
    #expect(sheet.rows.map(\.bead) == [1, 2, 3, 4, 5])
  }

  @Test("keeps merged rows together, and a rejected bead rejected if it comes again")
  func mergedAndRejected() throws {
    var sheet = sheet([
      ([0], [0], .merge), ([1], [1], .merge), ([2], [2], .reject), ([3], [3], nil), ([4], [4], nil),
    ])
    try aligner.realign(document, in: &sheet, from: "sheet.tsv")
    #expect(
      shape(sheet) == ["1:1 merge", "2:2 merge", "3:3 reject", "4:4 -", "5:5 -"])
  }

  @Test("keeps an accepted pair that crosses the order of the others")
  func moved() throws {
    var sheet = sheet([
      ([0], [4], .accept), ([1], [1], .accept), ([2], [2], .accept), ([3], [3], nil),
      ([4], [0], nil),
    ])
    try aligner.realign(document, in: &sheet, from: "sheet.tsv")
    #expect(
      shape(sheet).filter { $0.hasSuffix("accept") } == ["1:5 accept", "2:2 accept", "3:3 accept"])
    #expect(sheet.rows.compactMap(\.targetSpan).flatMap { Array($0) }.sorted() == [0, 1, 2, 3, 4])
    #expect(sheet.rows.compactMap(\.sourceSpan).flatMap { Array($0) }.sorted() == [0, 1, 2, 3, 4])
  }

  @Test("is refused when the document has fewer sentences than a row says")
  func changed() throws {
    var sheet = sheet([([0], [0], .accept), ([4], [4], .accept)])
    try folder.write("Le gouvernement a survécu lundi.", to: "a.fr.txt")
    let error = try #require(throws: WorkspaceError.self) {
      try aligner.realign(document, in: &sheet, from: "sheet.tsv")
    }
    #expect(error.description.contains("fewer sentences"))
  }

  @Test("is refused when the document has another sentence where a row is, and the sheet stays")
  func inserted() throws {
    var sheet = sheet([
      ([0], [0], .accept), ([1], [1], nil), ([2], [2], nil), ([3], [3], nil), ([4], [4], nil),
    ])
    let before = sheet.rows
    try folder.write((["Bonjour à tous."] + Self.french).joined(separator: "\n"), to: "a.fr.txt")
    let error = try #require(throws: WorkspaceError.self) {
      try aligner.realign(document, in: &sheet, from: "sheet.tsv")
    }
    #expect(error.description.contains("write a new sheet"))
    #expect(sheet.rows == before)
  }

  @Test("finds the longest chain of accepted beads", arguments: 0..<50)
  func chain(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let targets = (0..<6).shuffled(using: &random)
    let beads = targets.enumerated().map {
      FixedBeads.Bead(rows: [$0], source: $0..<$0 + 1, target: $1..<$1 + 1)
    }
    // The twin tries every subset.
    let longest = (0..<64).map { subset in
      let chosen = (0..<6).filter { subset & (1 << $0) != 0 }.map { targets[$0] }
      return zip(chosen, chosen.dropFirst()).allSatisfy { $0 < $1 } ? chosen.count : 0
    }.max()
    let fixed = FixedBeads(beads)
    #expect(fixed.chain.count == longest, "seed \(seed): \(targets)")
    #expect(fixed.chain.count + fixed.moved.count == 6)
    #expect(
      zip(fixed.chain, fixed.chain.dropFirst()).allSatisfy {
        $0.target.upperBound <= $1.target.lowerBound
      })
  }
}
