public import CalqueModel

/// The result of the addition of an aligned document.
public struct AddedAlignment: Hashable, Sendable {
  /// The memory.
  public let memory: String
  /// The counts of the units, by outcome.
  public let counts: ImportCounts
  /// The pairs of texts that were left out because of their confidence.
  public let doubtful: Int
  /// The pairs of texts that were left out because they are no translations.
  public let untranslated: Int
}

extension Workspace {
  /// Stores what is sure enough of an aligned document in a memory, which is made if it is missing.
  ///
  ///     let document = try workspace.documentAligner(pair: pair)
  ///       .align(source: french, target: english, named: "story")
  ///     print(try workspace.add(aligned: document, into: "stories").counts.stored)
  ///
  /// Units that the memory has are not stored again. `AlignmentIntake` stores many documents.
  ///
  /// - Parameters:
  ///   - document: the aligned document.
  ///   - memory: the memory's name.
  ///   - minConfidence: the minimum confidence of a unit that is stored, from 0 to 1.
  /// - Returns: the counts of the units, and of the pairs that were left out.
  /// - Throws: `WorkspaceError` of the kind `store`; nothing is stored then.
  @discardableResult
  public func add(
    aligned document: AlignedDocument, into memory: String,
    minConfidence: Double = AlignmentIntake.usualConfidence
  ) throws(WorkspaceError) -> AddedAlignment {
    var intake = AlignmentIntake(self, into: memory, minConfidence: minConfidence)
    try intake.add([document], from: nil)
    intake.finish()
    return AddedAlignment(
      memory: memory, counts: intake.counts, doubtful: intake.doubtful,
      untranslated: intake.untranslated)
  }
}
