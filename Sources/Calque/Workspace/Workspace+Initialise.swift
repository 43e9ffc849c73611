public import CalqueModel
import CalqueStore
import CalqueSystem

/// What `init` made.
public struct Initialised: Sendable {
  /// The store's file.
  public let store: String
  /// Whether it was made; a store that stood there was left alone.
  public let isNew: Bool
  /// The `calque.toml` that was written; nil where none was.
  public let configuration: String?
  /// The pair that the settings name, those written now or those that stood there; nil for none.
  public let pair: LanguagePair?
  /// The glossaries that were loaded, in order.
  public let glossaries: [ImportReport]
}

extension Workspace {
  /// Makes a store, and a `calque.toml` that names it; where a store stands, nothing changes.
  ///
  /// - Parameters:
  ///   - path: makes this store alone, and heeds and writes no `calque.toml`.
  ///   - pair: the pair that `calque.toml` names.
  ///   - withGlossaries: loads the shipped glossaries as well.
  ///   - surroundings: where the command stands.
  /// - Returns: what was made.
  /// - Throws: `WorkspaceError` where the store cannot be made or the glossaries are not found.
  public static func initialise(
    store path: String? = nil, pair: LanguagePair? = nil, withGlossaries: Bool = false,
    in surroundings: Surroundings = .ofProcess
  ) throws(WorkspaceError) -> Initialised {
    try WorkspaceError.carrying {
      let file = Paths.join(surroundings.folder, Configuration.fileName)
      let present = path == nil ? try Configuration.read(file) : nil
      let target = path ?? present?.storePath ?? Paths.join(surroundings.folder, "calque.db")
      // Found before anything is made: what cannot be done whole is not begun.
      let glossaries = withGlossaries ? try glossaryFiles(in: surroundings) : []
      let (store, isNew) = try Store.create(at: target)
      guard isNew else {
        return Initialised(
          store: target, isNew: false, configuration: nil, pair: present?.pair, glossaries: [])
      }
      var written: String?
      if path == nil, present == nil {
        try write(pair: pair, to: file)
        written = file
      }
      let workspace = Workspace(store, at: StoreLocation(path: target))
      let options = ImportOptions(kind: .glossary)
      let reports = try glossaries.map { try workspace.importFile($0, options: options) }
      return Initialised(
        store: target, isNew: true, configuration: written,
        pair: written == nil ? present?.pair : pair, glossaries: reports)
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
      throw WorkspaceError.usage("no glossaries found; name their folder: CALQUE_GLOSSARIES=…")
    }
    let files = (Files.names(in: folder) ?? []).filter { $0.hasSuffix(".tsv") }
    guard !files.isEmpty else {
      throw WorkspaceError.usage(
        "no glossaries in \(folder); name their folder: CALQUE_GLOSSARIES=…")
    }
    return files.map { Paths.join(folder, $0) }
  }
}
