import Calque
import CalqueModel
import TestSupport
import Testing

@Suite("An index that is not what was written")
struct BrokenIndexTests {
  private let folder: TemporaryFolder
  private let workspace: Workspace
  private let pair: LanguagePair
  private static let index = "calque.db-index"

  init() throws {
    folder = try TemporaryFolder()
    let surroundings = Surroundings(folder: folder.path)
    _ = try Workspace.initialise(pair: LanguagePair("fr-en"), in: surroundings)
    workspace = try Workspace(opening: .find(in: surroundings), for: .writing)
    pair = try #require(LanguagePair("fr-en"))
    let rows = (0..<40).map { number in
      "Le ministre n° \(number) ouvre le sommet de la région \(number % 7).\tSummit \(number)."
    }
    let file = try folder.write(rows.joined(separator: "\n"), to: "news.fr-en.tsv")
    _ = try workspace.importFile(file, options: ImportOptions(kind: .memory))
  }

  private var segments: [String] {
    folder.names(in: Self.index).filter { $0.hasSuffix(".part") }.map { "\(Self.index)/\($0)" }
  }

  private func lookup(_ set: (inout LookupOptions) -> Void = { _ in }) throws -> Lookup {
    var options = LookupOptions(pair: pair)
    options.minimum = 50
    options.limit = 40
    set(&options)
    return try Lookup(store: Workspace(opening: workspace.location).store, options: options)
  }

  private let query = "Le ministre n° 3 ouvre un sommet de la région 4."

  @Test(
    "never gives a match a score that the texts have not, whichever bit fell over", arguments: 0..<3
  )
  func flippedBits(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let truth = Set(try lookup { $0.usesScan = true }.answer(query).matches)
    #expect(truth.count == 40)
    var rebuilt = 0
    for _ in 0..<50 {
      let segment = try #require(segments.first)
      let content = try folder.bytes(of: folder.file(segment))
      // Where nothing but zeros stands, bits of empty tables are hit all the time.
      let place = try #require(
        content.indices.filter { $0 >= 1_024 && content[$0] != 0 }.randomElement(using: &random))
      let bits = UInt8(1) << UInt8.random(in: 0..<8, using: &random)
      try folder.flip(bits, at: place, of: segment)
      let asked = try lookup()
      let wrong = Set(try asked.answer(query).matches).subtracting(truth)
      #expect(wrong.isEmpty, "seed \(seed): bits \(bits) of byte \(place) of \(content.count)")
      if segments.first == segment {
        try folder.flip(bits, at: place, of: segment)
      } else {
        rebuilt += 1
        #expect(asked.notice?.contains("the index is rebuilt") == true)
        #expect(Set(try asked.answer(query).matches) == truth)
      }
    }
    #expect(rebuilt > 0)
  }

  @Test("is rebuilt where it hides a match that the question for the closest finds")
  func hiddenMatches() throws {
    let text = "Le ministre n° 3 ouvre le sommet de la région 3."
    func asked() throws -> LookupAnswer {
      try lookup {
        ($0.minimum, $0.seeksClosest) = (100, true)
      }.answer(text)
    }
    #expect(try asked().matches.map(\.score) == [100])
    let size = try folder.bytes(of: folder.file(segments[0])).count
    var healed = 0
    for start in stride(from: 1_024, to: size, by: 16) {
      let segment = try #require(segments.first)
      let content = try folder.bytes(of: folder.file(segment))
      var damaged = content
      for place in start..<min(start + 16, content.count) { damaged[place] = 0 }
      if damaged == content { continue }
      _ = try folder.write(damaged, to: segment)
      let answer = try asked()
      #expect(answer.closest ?? 0 < 100, "zeros from \(start) on")
      if segments.first == segment {
        _ = try folder.write(content, to: segment)
      } else {
        healed += 1
        #expect(answer.matches.map(\.score) == [100], "zeros from \(start) on")
      }
    }
    #expect(healed > 0)
  }

  @Test("is not built for a language that the store does not know")
  func unknownLanguage() throws {
    let before = folder.names(in: Self.index)
    let german = try #require(LanguagePair("de-en"))
    let asked = try Lookup(
      store: Workspace(opening: workspace.location).store, options: LookupOptions(pair: german))
    #expect(try asked.answer("Das Treffen").matches.isEmpty)
    #expect(asked.notice == nil)
    #expect(folder.names(in: Self.index) == before)
  }

  @Test("is rebuilt once, however many were reading it")
  func builtOnce() throws {
    let readers = try (0..<3).map { _ in try lookup() }
    // Open, but not asked for this word: what a reader has looked up once it knows.
    for reader in readers { _ = try reader.answer("Le vote est clos.") }
    let truth = try lookup { $0.usesScan = true }.answer(query).json
    let damaged = segments
    let segment = try #require(damaged.first)
    // A word that all the units hold is another one: no score is right any more.
    let content = try folder.bytes(of: folder.file(segment))
    let word = Array("ministre".utf8)
    for place in content.indices where content[place...].starts(with: word) {
      try folder.flip(at: place, of: segment)
    }
    #expect(try readers[0].answer(query).json == truth)
    #expect(readers[0].notice?.contains("the index is rebuilt") == true)
    _ = try readers[0].answer(query)
    #expect(readers[0].notice == nil, "what was said of one question is not said of the next")
    let mended = segments
    #expect(mended != damaged)
    for reader in readers.dropFirst() { #expect(try reader.answer(query).json == truth) }
    #expect(segments == mended)
  }

  @Test("leaves nothing behind where it cannot be written")
  func unwritable() throws {
    let name = "fr.index"
    try workspace.remove(.memory, named: "news")
    #expect(folder.names(in: Self.index).contains("fr.index"))
    let kept = folder.names(in: Self.index).filter { $0 != "fr.index" }
    // A folder in the directory's place: no file can be renamed over it.
    try folder.remove("\(Self.index)/\(name)")
    try folder.makeFolder("\(Self.index)/\(name)")
    _ = try folder.write("", to: "\(Self.index)/\(name)/x")
    try workspace.add("Le vote est clos.", "The vote is closed.", pair: pair)
    let asked = try lookup()
    #expect(try asked.answer("Le vote est clos.").matches.map(\.score) == [100])
    #expect(asked.notice?.contains("the memory is scanned instead") == true)
    let left = folder.names(in: Self.index).filter { !$0.hasPrefix("fr.index") }
    #expect(left == kept)
    #expect(folder.names(in: Self.index).contains("fr.index"))
    // Where it can be written again, the next change is found by it, and nothing more is said.
    folder.removeFolder("\(Self.index)/\(name)")
    try workspace.add("Le vote est ouvert.", "The vote is open.", pair: pair)
    #expect(try asked.answer("Le vote est ouvert.").matches.map(\.score).first == 100)
    #expect(asked.notice == nil)
  }

  @Test("shows again what was gone only in a store that a copy has taken the place of")
  func restored() throws {
    let surroundings = Surroundings(folder: folder.path)
    let other = try TemporaryFolder()
    let location = StoreLocation(path: other.file("calque.db"))
    func change(_ body: (Workspace) throws -> Void) throws {
      try body(Workspace(opening: location, for: .writing))
    }
    _ = try Workspace.initialise(
      store: location.path, pair: LanguagePair("fr-en"), in: surroundings)
    try change { opened in
      _ = try opened.importFile(
        folder.file("news.fr-en.tsv"), options: ImportOptions(kind: .memory))
      try opened.add("Un.", "One.", pair: pair)
    }
    #expect(!other.names.contains("calque.db-wal"))
    try other.copy("calque.db", to: "copy.db")
    // As many small segments as there may be: the next change makes one of them all.
    try change { opened in
      try opened.remove(units: [7])
      for number in 0..<7 { try opened.add("Phrase \(number) neuve.", "New.", pair: pair) }
    }
    let deltas = other.names(in: Self.index).count { $0.hasSuffix(".part") }
    #expect(deltas == 9)
    try other.copy("copy.db", to: "calque.db")
    let reader = try Workspace(opening: location)
    let asked = try Lookup(store: reader.store, options: LookupOptions(pair: pair))
    let found = try asked.answer("Le ministre n° 6 ouvre le sommet de la région 6.")
    #expect(asked.notice == nil)
    #expect(other.names(in: Self.index).count { $0.hasSuffix(".part") } == 2)
    #expect(found.matches.first?.target == "Summit 6.")
    #expect(found.matches.first?.score == 100)
    #expect(try asked.answer("Phrase 3 neuve.").matches.isEmpty)
  }
}
