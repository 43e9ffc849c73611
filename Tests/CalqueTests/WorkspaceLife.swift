import Calque
import CalqueModel
import TestSupport
import Testing

/// A workspace under random changes, its model beside it, and what was done so far.
struct WorkspaceLife {
  /// A copy of the store's files, and the model as it was then.
  struct Copy {
    var files: [(name: String, bytes: [UInt8])]
    var model: WorkspaceModel
  }

  /// Two workspaces over one store, and a lookup that lives as long as they do.
  struct Doors {
    let reader: Workspace
    let writer: Workspace
    let lasting: Lookup

    init(_ folder: TemporaryFolder, _ pair: LanguagePair) throws {
      let surroundings = Surroundings(folder: folder.path)
      writer = try Workspace(opening: .find(in: surroundings), for: .writing)
      reader = try Workspace(opening: .find(in: surroundings))
      lasting = try Lookup(store: reader.store, options: WorkspaceLife.question(pair))
    }
  }

  static let memories = ["news", "old", "law"]
  static let glossaries = ["desk", "mine"]
  // No word is the code of a language: a first row of two codes is a header.
  static let sourceWords = ["cette", "sommet", "reste", "clos", "préfet", "voici", "été"]
  static let targetWords = ["this", "summit", "stays", "closed", "café", "here"]
  static let terms = [
    "sommet", "sommet climat", "climat", "budget", "budget annexe", "préfet", "grève",
  ]
  static let renderings = ["summit", "peak", "climate summit", "budget", "strike", "fiancé"]

  let seed: UInt64
  let pair: LanguagePair
  let folder: TemporaryFolder
  var random: SplitMix64
  var model = WorkspaceModel()
  /// What was done so far, for whoever has to find out why the two differ.
  var history: [String] = []
  private var openDoors: Doors?
  var copy: Copy?
  /// How many changes are still to be made before the next question, so that an index that is
  /// older than the store's files meets a store with just as many changes.
  var silentChanges = 0
  /// The rows of the files that were imported, to be imported again.
  var memoryFiles: [[WorkspaceModel.Row]] = []
  var glossaryFiles: [[GlossaryCells]] = []

  init(seed: UInt64) throws {
    self.seed = seed
    pair = try #require(LanguagePair("fr-en"))
    random = SplitMix64(seed: seed)
    folder = try TemporaryFolder()
    _ = try Workspace.initialise(pair: pair, in: Surroundings(folder: folder.path))
    openDoors = try Doors(folder, pair)
  }

  /// Every match, and not only the best ones.
  static func question(_ pair: LanguagePair) -> LookupOptions {
    var options = LookupOptions(pair: pair)
    options.limit = 1000
    return options
  }

  // MARK: - Doors

  var doors: Doors { get throws { try #require(openDoors) } }
  var writer: Workspace { get throws { try doors.writer } }
  /// The reader that lives as long as the store's files, and the writer.
  var both: [(name: String, workspace: Workspace)] {
    get throws { [("reader", try doors.reader), ("writer", try doors.writer)] }
  }

  /// Copies the store's files while no workspace is open.
  mutating func copyStore() throws {
    openDoors = nil
    copy = Copy(
      files: try storeFiles().map { ($0, try folder.bytes(of: folder.file($0))) }, model: model)
    openDoors = try Doors(folder, pair)
    history.append("copy of the store after change \(model.changes)")
  }

  /// Puts the copy in the place of the store; the index stays as it is, or is gone.
  mutating func restoreStore() throws {
    guard let copy else { return try copyStore() }
    openDoors = nil
    for name in try storeFiles() { try folder.remove(name) }
    for (name, bytes) in copy.files { try folder.write(bytes, to: name) }
    if number(below: 4) == 0 { folder.removeFolder("calque.db-index") }
    let lost = model.changes - copy.model.changes
    model = copy.model
    openDoors = try Doors(folder, pair)
    silentChanges = number(below: 2) == 0 ? min(lost, 12) : 0
    history.append("restored the copy, \(silentChanges) changes without a question follow")
  }

  private func storeFiles() throws -> [String] {
    try folder.names.filter {
      try $0.hasPrefix("calque.db") && folder.isPlainFile(folder.file($0))
    }
  }

  // MARK: - Chance

  mutating func number(below limit: Int) -> Int { random.number(below: limit) }

  mutating func one<T>(_ list: [T]) -> T { list[random.number(below: list.count)] }

  /// One of the values, or nil in half of the cases.
  mutating func perhaps<T>(_ list: [T]) -> T? { number(below: 2) == 0 ? nil : one(list) }

  private mutating func text(of words: [String]) -> String {
    (0...number(below: 4)).map { _ in one(words) }.joined(separator: " ")
  }

  /// A source text, most often one that some unit has.
  mutating func source() -> String {
    let known = model.memories.flatMap { $0.units.map(\.source) }
    return number(below: 3) > 0 && !known.isEmpty ? one(known) : text(of: Self.sourceWords)
  }

  mutating func target() -> String {
    let known = model.memories.flatMap { $0.units.map(\.target) }
    return number(below: 2) == 0 && !known.isEmpty ? one(known) : text(of: Self.targetWords)
  }

  mutating func row() -> WorkspaceModel.Row {
    WorkspaceModel.Row(source: source(), target: target())
  }

  mutating func cells() -> GlossaryCells {
    GlossaryCells([
      "fr": one(Self.terms), "en": one(Self.renderings),
      "note": perhaps(["checked", "see the style book"]) ?? "",
      "domain": perhaps(["politics", "politics|climate"]) ?? "", "pos": perhaps(["noun"]) ?? "",
      "gender": perhaps(["m", "f"]) ?? "", "fr_variants": number(below: 4) == 0 ? "grève" : "",
      "en_variants": perhaps(["gathering"]) ?? "", "en_avoid": perhaps(["apex|acme"]) ?? "",
      "valid": number(below: 4) == 0 ? one([GlossaryModel.past, "2010.."]) : "",
    ])
  }

  // MARK: - Agreement

  /// Ends the life where the product and the model differ.
  func agree<T: Equatable>(
    _ found: T, _ wanted: T, _ what: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try #require(
      found == wanted, "\(what)\n\(story)", sourceLocation: sourceLocation)
  }

  /// The seed, and all that was done.
  var story: String {
    "seed \(seed):\n"
      + history.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: "\n")
  }
}
