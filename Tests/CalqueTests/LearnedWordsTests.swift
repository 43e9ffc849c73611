@testable import Calque
import CalqueAlign
import CalqueModel
import CalqueSystem
import TestSupport
import Testing

@Suite("The words that a store teaches the aligner")
struct LearnedWordsTests {
  private let pair = LanguagePair(source: LanguageTag("fr"), target: LanguageTag("en"))

  private func workspace(_ folder: TemporaryFolder) throws -> Workspace {
    let workspace = try folder.workspace()
    for (french, english) in [("chien", "dog"), ("livre", "book"), ("pomme", "apple")] {
      for (verb, other) in [("voit", "sees"), ("mange", "eats"), ("prend", "takes")] {
        _ = try workspace.add(
          "Il \(verb) le \(french).", "He \(other) the \(english).", pair: pair)
      }
    }
    return workspace
  }

  private func words(_ lexicon: BilingualLexicon?) -> String {
    String(decoding: lexicon?.table ?? [], as: UTF8.self)
  }

  @Test("are learned from its memories, in both directions, and kept beside the index")
  func learned() throws {
    let folder = try TemporaryFolder()
    let workspace = try workspace(folder)
    let found = try LearnedWords(workspace.store, pair: pair).lexicon()
    #expect(words(found).contains("chien\tdog\t"))
    let reversed = try LearnedWords(workspace.store, pair: pair.reversed).lexicon()
    #expect(words(reversed).contains("dog\tchien\t"))
    #expect(reversed?.count == found?.count)
    let names = Files.names(in: folder.file("calque.db-index")) ?? []
    #expect(names.filter { $0.hasSuffix(".words") }.count == 1)
  }

  @Test("are read from the file while the store is the same, and learned again after a change")
  func derived() throws {
    let folder = try TemporaryFolder()
    let workspace = try workspace(folder)
    let first = words(try LearnedWords(workspace.store, pair: pair).lexicon())
    let names = Files.names(in: folder.file("calque.db-index")) ?? []
    let name = try #require(names.first { $0.hasSuffix(".words") })
    let path = folder.file("calque.db-index/" + name)
    let whole = try #require(try Files.read(path))

    // A file that was cut off or changed is not trusted; a file that is gone is made again.
    func write(_ bytes: [UInt8]) throws {
      let file = try AtomicFile(path)
      try file.write(bytes)
      try file.commit()
    }
    for spoiled in [Array(whole.dropLast(3)), whole.map { $0 == 0x64 ? 0x65 : $0 }, []] {
      try write(spoiled)
      #expect(words(try LearnedWords(workspace.store, pair: pair).lexicon()) == first)
      #expect(try Files.read(path) == whole)
    }

    for (verb, other) in [("voit", "sees"), ("mange", "eats"), ("prend", "takes")] {
      _ = try workspace.add("Il \(verb) la maison.", "He \(other) the house.", pair: pair)
    }
    let second = words(try LearnedWords(workspace.store, pair: pair).lexicon())
    #expect(second.contains("maison\thouse\t"))
    #expect(!first.contains("maison"))
  }

  @Test("are the same file's after changes that teach nothing, and of no other store's history")
  func caughtUp() throws {
    let folder = try TemporaryFolder()
    let workspace = try workspace(folder)
    let first = words(try LearnedWords(workspace.store, pair: pair).lexicon())
    let names = Files.names(in: folder.file("calque.db-index")) ?? []
    let path = folder.file(
      "calque.db-index/" + (try #require(names.first { $0.hasSuffix(".words") })))
    let before = try #require(try Files.read(path))

    // A mark in the words shows whose they are: the file's, or learned again.
    func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
      Array(bytes.split(separator: 0x0A, maxSplits: 1))
    }
    try workspace.addTerm("chat", "cat", pair: pair)
    var intake = AlignmentIntake(workspace, into: "stories", minConfidence: 0)
    let aligner = DocumentAligner(pair: pair)
    for name in ["a", "b", "c"] {
      try intake.add(
        [
          try aligner.align(
            source: "Il voit la maison. Fin \(name).", target: "He sees the house. End \(name).",
            named: name)
        ], from: nil)
    }
    #expect(words(try LearnedWords(workspace.store, pair: pair).lexicon()) == first)
    let after = try #require(try Files.read(path))
    #expect(lines(after)[0] != lines(before)[0])
    #expect(lines(after)[1] == lines(before)[1])

    // A unit that goes and one that comes leave the number as it is, and not the words.
    let found = try workspace.lookup(LookupOptions(pair: pair)).matches("Il voit le chien.")
    try workspace.remove(units: [try #require(found.first).unit])
    try workspace.add("Il voit la maison.", "He sees the house.", pair: pair)
    let second = words(try LearnedWords(workspace.store, pair: pair).lexicon())
    #expect(second != first)
  }

  @Test("are none for a store without a memory")
  func empty() throws {
    let folder = try TemporaryFolder()
    let store = try Workspace.initialise(store: folder.file("calque.db")).store
    let workspace = try Workspace(opening: StoreLocation(path: store))
    #expect(try LearnedWords(workspace.store, pair: pair).lexicon() == nil)
    let aligner = try workspace.documentAligner(pair: pair)
    let document = try aligner.align(
      source: "Le sommet est fini. Il pleut.", target: "The summit is over. It is raining.")
    #expect(document.links.map(\.kind) == ["1-1", "1-1"])
  }
}
