public import CalqueModel
import CalqueStore
import CalqueSystem

/// The way of aligned documents into a memory.
///
/// Each document is an import of its own: in the store as a whole, or not at all.
public struct AlignmentIntake {
  private let workspace: Workspace
  private let name: String
  private let minConfidence: Double
  private var pairs: Set<LanguagePair> = []

  /// What became of all units so far.
  public private(set) var counts = ImportCounts()

  /// Opens the way into a memory.
  ///
  /// - Parameters:
  ///   - workspace: the workspace, opened for writing.
  ///   - name: the memory; it is made if it is not there.
  ///   - minConfidence: how sure a unit must be.
  public init(_ workspace: Workspace, into name: String, minConfidence: Double = 0) {
    self.workspace = workspace
    self.name = name
    self.minConfidence = minConfidence
  }

  /// Stores the units of a document that are not known already.
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

  /// Lets what is derived from the store follow, once all documents are in.
  public mutating func finish() {
    for pair in pairs {
      workspace.storeChanged(kind: .memory, languages: [pair.source, pair.target])
    }
    pairs = []
  }
}
