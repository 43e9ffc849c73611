public import CalqueModel
import CalqueStore
import CalqueSystem

/// The import of aligned documents into a memory.
///
///     var intake = AlignmentIntake(workspace, into: "stories")
///     for files in folder.documents { try intake.add(aligner.align(files), from: files) }
///     intake.finish()
///     print(intake.counts.stored, intake.doubtful)
///
/// For one document, `Workspace.add(aligned:into:)` is all that it takes.
///
/// Documents are stored in batches. A batch is one import, so the store gets the whole batch, or
/// nothing of it. The ledger of imports keeps the batch's mark, by which an interrupted alignment
/// finds what is done.
public struct AlignmentIntake {
  private let workspace: Workspace
  private let name: String
  /// The minimum confidence of a unit that is stored.
  public let minConfidence: Double
  private var pairs: Set<LanguagePair> = []

  /// The minimum confidence, unless another one is chosen.
  ///
  /// Of the pairs that reach it, more than 95 of 100 are right: measured on texts of news, fiction
  /// and law with passages that only one side has.
  public static let usualConfidence = 0.6

  /// The pairs of texts that were left out because of their confidence.
  public private(set) var doubtful = 0

  /// The pairs of texts that were left out because they are no translations: one text on both
  /// sides, or a side in another language than its own.
  public private(set) var untranslated = 0

  /// The maximum number of words of a text that may be the same in both languages: a name, a title.
  private static let wordsAlike = 3

  /// The counts of all units so far, by outcome.
  public private(set) var counts = ImportCounts()

  /// Prepares the import into a memory.
  ///
  /// - Parameters:
  ///   - workspace: the workspace, opened for writing.
  ///   - name: the memory, which is made if it is missing.
  ///   - minConfidence: the minimum confidence of a unit.
  public init(
    _ workspace: Workspace, into name: String, minConfidence: Double = Self.usualConfidence
  ) {
    self.workspace = workspace
    self.name = name
    self.minConfidence = minConfidence
  }

  /// Whether a batch with a mark is stored in the memory.
  ///
  /// - Throws: `WorkspaceError` of the kind `store` if the store cannot be read.
  public func holds(mark: String) throws(WorkspaceError) -> Bool {
    try WorkspaceError.carrying {
      try workspace.store.holdsImport(sha256: mark, format: Self.format, into: name)
    }
  }

  /// The settings on which the stored units depend, in words.
  var settings: String { "from \(AlignedLink.text(ofConfidence: minConfidence))" }

  /// The format that the ledger names.
  private static let format = "alignment"

  /// Stores those units of a document that the memory does not have.
  public mutating func add(
    _ document: AlignedDocument, from pair: DocumentPair
  ) throws(WorkspaceError) {
    try add([document], from: pair.source)
  }

  /// Stores those units of a batch of documents that the memory does not have.
  ///
  /// - Parameters:
  ///   - documents: the documents, in order.
  ///   - file: the file or folder that the ledger names.
  ///   - mark: the mark of the batch for `holds`; nil for none.
  /// - Throws: `WorkspaceError` of the kind `store`; nothing of the batch is stored then.
  public mutating func add(
    _ documents: [AlignedDocument], from file: String?, mark: String? = nil
  ) throws(WorkspaceError) {
    let source = ImportSource(
      kind: .memory, name: name, file: file, format: Self.format, sha256: mark)
    let (now, minimum) = (Instant.now, minConfidence)
    var (doubter, untranslated) = (Doubter(), 0)
    let added = try WorkspaceError.carrying {
      try workspace.store.importing(source, at: now) { session in
        for document in documents {
          try document.forEachUnit(minConfidence: minimum) { unit, neighbours in
            var unit = unit
            unit.created = now
            if Self.isUntranslated(unit, &doubter) {
              untranslated += 1
              return
            }
            do throws(StoreError) {
              try session.add(unit, between: neighbours)
            } catch .unstorable { session.refuse() }
          }
        }
      }
    }
    self.untranslated += untranslated
    counts.stored += added.stored
    counts.known += added.known
    counts.refused += added.refused
    for document in documents {
      doubtful += document.links.count {
        !$0.source.isEmpty && !$0.target.isEmpty && $0.confidence < minimum
      }
    }
    if added.stored > 0 { for document in documents { pairs.insert(document.pair) } }
  }

  /// Whether a unit holds one text on both sides, or a side in another language than its own.
  private static func isUntranslated(_ unit: TranslationUnit, _ doubter: inout Doubter) -> Bool {
    doubter.doubts(about: unit).contains { doubt in
      guard doubt == .identical, let text = unit.variants.first?.text else { return true }
      return text.split(whereSeparator: \.isWhitespace).count > wordsAlike
    }
  }

  /// Brings the index up to date after all documents are imported.
  public mutating func finish() {
    for pair in pairs {
      workspace.storeChanged(kind: .memory, languages: [pair.source, pair.target])
    }
    pairs = []
  }
}
