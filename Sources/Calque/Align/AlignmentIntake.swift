public import CalqueModel
import CalqueStore
import CalqueSystem

/// The import of aligned documents into a memory.
///
/// Each document is a separate import: the store gets the whole document, or nothing of it.
public struct AlignmentIntake {
  private let workspace: Workspace
  private let name: String
  private let minConfidence: Double
  private var pairs: Set<LanguagePair> = []

  /// The counts of all units so far, by outcome.
  public private(set) var counts = ImportCounts()

  /// Prepares the import into a memory.
  ///
  /// - Parameters:
  ///   - workspace: the workspace, opened for writing.
  ///   - name: the memory, which is made if it is missing.
  ///   - minConfidence: the minimum confidence of a unit.
  public init(_ workspace: Workspace, into name: String, minConfidence: Double = 0) {
    self.workspace = workspace
    self.name = name
    self.minConfidence = minConfidence
  }

  /// Stores those units of a document that the memory does not have.
  public mutating func add(
    _ document: AlignedDocument, from pair: DocumentPair
  ) throws(WorkspaceError) {
    let source = ImportSource(
      kind: .memory, name: name, file: pair.source, format: "alignment")
    let now = Instant.now
    let store = workspace.store
    let units = document.units(minConfidence: minConfidence)
    let added = try WorkspaceError.carrying {
      try store.importing(source, at: now) { session in
        for var unit in units {
          unit.created = now
          do throws(StoreError) {
            try session.add(unit)
          } catch .unstorable { session.refuse() }
        }
      }
    }
    counts.stored += added.stored
    counts.known += added.known
    counts.refused += added.refused
    if added.stored > 0 { pairs.insert(document.pair) }
  }

  /// Brings the index up to date after all documents are imported.
  public mutating func finish() {
    for pair in pairs {
      workspace.storeChanged(kind: .memory, languages: [pair.source, pair.target])
    }
    pairs = []
  }
}
