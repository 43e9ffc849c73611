import Calque
import CalqueFormats
import CalqueModel
import Dispatch
import Synchronization
import TestSupport
import Testing

@Suite("Questions beside a change")
struct ReentrantTests {
  private let folder: TemporaryFolder
  private let pair = LanguagePair(source: "fr", target: "en")

  init() throws { folder = try TemporaryFolder() }

  /// A store with one unit and one term, opened for writing.
  private func workspace() throws -> Workspace {
    let path = folder.path + "/calque.db"
    _ = try Workspace.initialise(store: path)
    let workspace = try Workspace(opening: StoreLocation(path: path), for: .writing)
    try workspace.add("Le sommet est fini.", "The summit is over.", pair: pair)
    try workspace.addTerm("sommet", "summit", pair: pair)
    return workspace
  }

  /// A table of so many pairs that an import hands it over in several batches.
  private func table(rows: Int = 1_200) throws -> String {
    let path = folder.path + "/news.fr-en.tsv"
    let text = (0..<rows).map {
      "Phrase numéro \($0) du jour.\tSentence number \($0) of the day.\n"
    }
    try folder.write(text.joined(), to: "news.fr-en.tsv")
    return path
  }

  @Test("an import's progress may ask the same workspace, which answers from before the import")
  func asksDuringImport() throws {
    let workspace = try workspace()
    var answers = [Int]()
    let report = try workspace.importFile(
      table(), options: ImportOptions(kind: .memory, into: "news")
    ) { step in
      guard case .rows = step, answers.count < 3 else { return }
      let hits = try? workspace.search("Phrase", pair: pair).hits.count
      let units = try? workspace.stats().holdings(.memory).map(\.rows).reduce(0, +)
      answers += [hits ?? -1, units ?? -1]
    }
    #expect(answers == [0, 1, 0, 1])
    #expect(report.counts.stored == 1_200)
    #expect(try workspace.stats().holdings(.memory).map(\.rows).reduce(0, +) == 1_201)
  }

  @Test("another thread's question does not wait for an import that is under way")
  func asksFromAnotherThread() throws {
    let workspace = try workspace()
    let (isUnderWay, isAnswered) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let hits = Mutex(-1)
    DispatchQueue.global().async {
      isUnderWay.wait()
      let found = try? workspace.search("sommet", pair: pair).hits.count
      hits.withLock { $0 = found ?? -2 }
      isAnswered.signal()
    }
    var isWaitedFor = false
    _ = try workspace.importFile(
      table(), options: ImportOptions(kind: .memory, into: "news")
    ) { step in
      guard case .rows = step, !isWaitedFor else { return }
      isWaitedFor = true
      isUnderWay.signal()
      // The import goes on only when the question has been answered.
      #expect(isAnswered.wait(timeout: .now() + 60) == .success)
    }
    #expect(hits.withLock { $0 } == 1)
  }

  @Test("a change that an import's own progress asks for is refused, and the import goes on")
  func refusesNestedChange() throws {
    let workspace = try workspace()
    var message = ""
    let report = try workspace.importFile(
      table(), options: ImportOptions(kind: .memory, into: "news")
    ) { step in
      guard case .rows = step, message.isEmpty else { return }
      do { try workspace.add("Un.", "One.", pair: pair) } catch { message = "\(error)" }
    }
    #expect(message.contains("is being changed by an import that asked for this change"))
    #expect(report.counts.stored == 1_200)
    // The turn was given back: the next change is made.
    #expect(try workspace.add("Un.", "One.", pair: pair).isNew)
  }

  @Test("an import that is cancelled stores nothing and gives its turn back")
  func cancelled() async throws {
    let workspace = try workspace()
    let file = try table()
    let isCancelled = DispatchSemaphore(value: 0)
    let task = Task.detached {
      try workspace.importFile(file, options: ImportOptions(kind: .memory, into: "news")) { step in
        if case .rows = step { _ = isCancelled.wait(timeout: .now() + 60) }
      }
    }
    task.cancel()
    isCancelled.signal()
    await #expect(throws: WorkspaceError.self) { try await task.value }
    #expect(try workspace.stats().holdings(.memory).map(\.rows) == [1])
    #expect(try workspace.add("Un.", "One.", pair: pair).isNew)
  }

  @Test("what takes an export's bytes may ask and change the workspace; the export shows one state")
  func asksDuringExport() throws {
    let workspace = try workspace()
    _ = try workspace.importFile(table(), options: ImportOptions(kind: .memory, into: "news"))
    var bytes = [UInt8]()
    var added = 0
    _ = try workspace.export(ExportOptions(from: "news", format: .tsv, pair: pair)) { chunk in
      bytes += chunk
      #expect(try workspace.search("sommet", pair: pair).hits.count == 1)
      try workspace.add("Ajout \(added).", "Addition \(added).", pair: pair, into: "news")
      added += 1
    }
    #expect(added > 0)
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("Phrase") } == 1_200)
    #expect(!lines.contains { $0.hasPrefix("Ajout") })
  }

  @Test("a walk over the entries of a glossary may ask and change the workspace")
  func asksDuringWalk() throws {
    let workspace = try workspace()
    var seen = 0
    try workspace.forEachEntry { entry in
      seen += 1
      #expect(try workspace.entry(of: entry)?.id == entry.id)
      try workspace.addTerm("cime", "peak", pair: pair)
    }
    #expect(seen == 1)
  }
}

extension Workspace {
  /// The entry of the same term, asked for anew.
  fileprivate func entry(of entry: GlossaryEntry) throws -> GlossaryEntry? {
    var found: GlossaryEntry?
    try forEachEntry { if $0.id == entry.id { found = $0 } }
    return found
  }
}
