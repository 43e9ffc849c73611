import CalqueAlign
import CalqueModel
import CalqueStore
import Synchronization
import TestSupport
import Testing

@testable import Calque

@Suite("The alignment of many documents")
struct BatchAlignmentTests {
  private struct Stopped: Error {}

  private let folder: TemporaryFolder
  private let pair: LanguagePair
  private let documents: [DocumentPair]

  init() throws {
    folder = try TemporaryFolder()
    pair = try #require(LanguagePair("fr-en"))
    var documents: [DocumentPair] = []
    for number in 0..<12 {
      let source = try folder.write(
        "Le sommet numéro \(number) est fini. Les ministres sont partis à \(number) heures.",
        to: "d\(number).fr.txt")
      let target = try folder.write(
        "Summit number \(number) is over. The ministers left at \(number) o'clock.",
        to: "d\(number).en.txt")
      documents.append(DocumentPair(source: source, target: target))
    }
    self.documents = documents
  }

  /// An aligner that knows no words before: it is ready at once.
  private var aligner: DocumentAligner {
    DocumentAligner(pair: pair, isPresegmented: false, sentences: LexicalAligner())
  }

  /// An alignment in batches of two or three documents.
  private func alignment(into workspace: Workspace? = nil) -> BatchAlignment {
    var alignment = BatchAlignment(aligner, documents: documents)
    alignment.batchSize = 400
    alignment.intake = workspace.map { AlignmentIntake($0, into: "news", minConfidence: 0) }
    return alignment
  }

  private func units(of workspace: Workspace) throws -> [String] {
    var options = ExportOptions()
    options.format = .jsonl
    // Times are those of the run.
    return try workspace.exportText(options).text.split(separator: "\n").map { line in
      String(line).replacing(/"(created|changed)":"[^"]*"/, with: "")
    }
  }

  @Test("counts documents, kinds of beads and confidence, also as JSON")
  func summary() throws {
    var seen: [Int] = []
    var alignment = alignment()
    let summary = try alignment.run { _, summary in seen.append(summary.seen) }
    #expect(seen == Array(1...12))
    #expect((summary.documents, summary.refused, summary.doneBefore) == (12, 0, 0))
    #expect(summary.joined == summary.beads.values.reduce(0, +))
    #expect(summary.beads["1-1"] == 24)
    #expect(summary.meanConfidence.map { (0...1).contains($0) } == true)
    #expect(
      summary.json.hasPrefix(#"{"documents":12,"refused":0,"done_before":0,"beads":{"1-1":24"#))
  }

  @Test("reports a document that cannot be read, and aligns the others")
  func refused() throws {
    try folder.write([0x00, 0xFF, 0x00], to: "d3.en.txt")
    try folder.remove("d7.fr.txt")
    var refused: [String] = []
    var alignment = alignment(into: try folder.workspace("refused.db"))
    let summary = try alignment.run { event, _ in
      if case .refused(let document, _) = event { refused.append(document.name) }
    }
    #expect(refused == ["d3", "d7"])
    #expect((summary.documents, summary.refused) == (10, 2))
    #expect(alignment.intake?.counts.stored == 20)
  }

  @Test(
    "ends, interrupted anywhere and resumed, with the memory of an undisturbed run",
    arguments: [1, 4, 7, 12])
  func resumed(after count: Int) throws {
    let whole = try folder.workspace("whole.db")
    var undisturbed = alignment(into: whole)
    try undisturbed.run()
    let disturbed = try folder.workspace("disturbed.db")
    var first = alignment(into: disturbed)
    #expect(throws: Stopped.self) {
      try first.run { _, summary in if summary.seen == count { throw Stopped() } }
    }
    var second = alignment(into: disturbed)
    second.isResumed = true
    let summary = try second.run()
    #expect(summary.doneBefore + summary.seen == documents.count)
    #expect(summary.doneBefore > 0)
    #expect(try units(of: disturbed) == units(of: whole))
    var third = alignment(into: disturbed)
    third.isResumed = true
    #expect(try third.run().doneBefore == documents.count)
    #expect(third.intake?.counts.stored == 0)
  }

  @Test("reports bad documents again when it is resumed, and does nothing twice")
  func refusedAgain() throws {
    try folder.write([0x00, 0xFF, 0x00], to: "d3.en.txt")
    try folder.remove("d7.fr.txt")
    let workspace = try folder.workspace("again.db")
    var first = alignment(into: workspace)
    try first.run()
    var second = alignment(into: workspace)
    second.isResumed = true
    var refused: [String] = []
    let summary = try second.run { event, _ in
      if case .refused(let document, _) = event { refused.append(document.name) }
    }
    #expect(refused == ["d3", "d7"])
    #expect((summary.documents, summary.refused, summary.doneBefore) == (0, 2, 10))
    #expect(second.intake?.counts.stored == 0)
  }

  @Test("gives the same beads and confidences for any number of jobs, in the documents' order")
  func jobs() throws {
    func links(_ jobs: Int) throws -> [[AlignedLink]] {
      var links: [[AlignedLink]] = []
      var alignment = alignment()
      (alignment.jobs, alignment.batchSize) = (jobs, AlignmentBatch.size)
      try alignment.run { event, _ in
        if case .aligned(let document, _) = event {
          #expect(document.name == "d\(links.count)")
          links.append(document.links)
        }
      }
      return links
    }
    let one = try links(1)
    #expect(one.count == documents.count)
    for jobs in [2, 3, 16] { #expect(try links(jobs) == one, "\(jobs) jobs") }
  }

  @Test("tells its progress step by step, from the first document to the end")
  func progress() throws {
    let shares = Mutex<[Double]>([])
    var alignment = alignment(into: try folder.workspace("progress.db"))
    alignment.progress = { share, _ in shares.withLock { $0.append(share) } }
    try alignment.run()
    let told = shares.withLock(\.self)
    #expect(told.count > documents.count)
    #expect(told == told.sorted())
    #expect(told.first.map { $0 < 0.1 } == true)
    #expect(told.last == 1)
  }

  @Test("does a batch again whose file has changed")
  func changed() throws {
    let workspace = try folder.workspace("changed.db")
    var first = alignment(into: workspace)
    try first.run()
    try folder.write("Le vote est clos.", to: "d5.fr.txt")
    try folder.write("The vote is closed.", to: "d5.en.txt")
    var second = alignment(into: workspace)
    second.isResumed = true
    let summary = try second.run()
    #expect(summary.seen > 0 && summary.seen < documents.count)
    #expect(second.intake?.counts.stored == 1)
  }

  @Test("stores batches, not documents, in a transaction each")
  func transactions() throws {
    let workspace = try folder.workspace("batches.db")
    var alignment = alignment(into: workspace)
    let before = try workspace.store.generation()
    try alignment.run()
    let batches = AlignmentBatch.batches(documents, size: 400).count
    #expect((2..<documents.count).contains(batches))
    #expect(try workspace.store.generation().sequence - before.sequence == Int64(batches))
  }
}
