import CalqueFormats
public import CalqueModel
import CalqueStore
import CalqueSystem

/// The result of `init`.
public struct Initialised: Sendable {
  /// The store's file.
  public let store: String
  /// The location of the store, to open it with the settings: with the pair of `initialise`.
  public let location: StoreLocation
  /// Whether the store was made; an existing store keeps its content.
  public let isNew: Bool
  /// The `calque.toml` that was written; nil if none was.
  public let configuration: String?
  /// The pair that `calque.toml` names, written now or before; nil for none.
  public let pair: LanguagePair?
  /// The glossaries that were loaded, in order; the store lacked them.
  public let glossaries: [ImportReport]
}

extension Workspace {
  /// Makes a store, and a `calque.toml` that names the store.
  ///
  /// An existing store stays as it is, except that requested glossaries are loaded if they are
  /// missing. A glossary that cannot be read is found before anything is made. The glossaries are
  /// loaded in one transaction.
  ///
  ///     let made = try Workspace.initialise(store: "desk.db", pair: LanguagePair("fr-en"))
  ///     let workspace = try Workspace(opening: made.location, for: .writing)
  ///
  /// - Parameters:
  ///   - path: the store to make; with a path, no `calque.toml` is read or written.
  ///   - pair: the pair of questions that name none: a new `calque.toml` names the pair, and
  ///     with a path the result's `location` does. The store itself keeps no pair.
  ///   - withGlossaries: whether to load the shipped glossaries.
  ///   - surroundings: the surroundings of the command.
  /// - Returns: the store, and everything that was made.
  /// - Throws: `WorkspaceError` if the store cannot be made or the glossaries are not found.
  @discardableResult
  public static func initialise(
    store path: String? = nil, pair: LanguagePair? = nil, withGlossaries: Bool = false,
    in surroundings: Surroundings = .ofProcess
  ) throws(WorkspaceError) -> Initialised {
    try WorkspaceError.carrying {
      let file = Paths.join(surroundings.folder, Configuration.fileName)
      let present = path == nil ? try Configuration.read(file) : nil
      let target = path ?? present?.storePath ?? Paths.join(surroundings.folder, "calque.db")
      let glossaries = withGlossaries ? try readableGlossaries(in: surroundings) : []
      let (store, isNew) = try Store.create(at: target, author: surroundings.user)
      var written: String?
      if isNew, path == nil, present == nil {
        try write(pair: pair, to: file)
        written = file
      }
      let held = try store.resources(.glossary).map(\.resource.name)
      let missing = glossaries.filter { !held.contains($0.name) }.map(\.file)
      let workspace = Workspace(store, at: StoreLocation(path: target))
      var options = ImportOptions(kind: .glossary)
      options.isShipped = true
      let reports = missing.isEmpty ? [] : try workspace.importFiles(missing, options: options)
      let location = try StoreLocation(
        path: target, pair: pair, configuration: path == nil ? Configuration.read(file) : nil)
      return Initialised(
        store: target, location: location, isNew: isNew, configuration: written,
        pair: written == nil ? present?.pair : pair, glossaries: reports)
    }
  }

  /// The shipped glossaries with their future names, each read to its end.
  ///
  /// - Throws: `WorkspaceError` of the kind `file` if a glossary cannot be read.
  private static func readableGlossaries(
    in surroundings: Surroundings
  ) throws -> [(file: String, name: String)] {
    try glossaryFiles(in: surroundings).map { file in
      var read = 0
      do {
        let reader = try FileReader(path: file, options: FormatOptions(kind: .glossary))
        try reader.read { _ in read += 1 }
        return (file, reader.detected.resourceName)
      } catch let error as FormatError { throw WorkspaceError.file(error, readable: read) }
    }
  }

  private static func write(pair: LanguagePair?, to file: String) throws {
    var text = "# What calque uses in this folder and below it.\nstore = \"calque.db\"\n"
    if let pair { text += "pair = \"\(pair)\"\n" }
    let output = try AtomicFile(file)
    try output.write(Array(text.utf8))
    try output.commit()
  }

  private static func glossaryFiles(in surroundings: Surroundings) throws -> [String] {
    guard let folder = surroundings.glossaryFolder else {
      throw WorkspaceError.usage("no glossaries found", remedy: .nameGlossaryFolder)
    }
    let files = (Files.names(in: folder) ?? []).filter { $0.hasSuffix(".tsv") }
    guard !files.isEmpty else {
      throw WorkspaceError.usage(
        "no glossaries in \(folder)", remedy: .nameGlossaryFolder)
    }
    return files.map { Paths.join(folder, $0) }
  }
}
