import CalqueModel

/// The alignment of many documents into a memory, into a folder, or to the caller.
///
///     var alignment = BatchAlignment(aligner, documents: folder.documents)
///     alignment.intake = AlignmentIntake(workspace, into: "news")
///     alignment.isResumed = true
///     let summary = try alignment.run { event in print(event) }
///
/// A document that cannot be aligned is reported and passed over. What is done stays done: a batch
/// is stored in one transaction, and a file is written whole. So after an interrupt or a kill, a
/// run that is resumed does nothing twice, and ends as an undisturbed run would have ended.
public struct BatchAlignment {
  /// What happened to a document.
  public enum Event: Sendable {
    /// The document is aligned, and is stored and written where that was wanted.
    case aligned(AlignedDocument, DocumentPair)
    /// The document could not be aligned.
    case refused(DocumentPair, WorkspaceError)
  }

  /// Aligns the documents.
  public var aligner: DocumentAligner
  /// The documents.
  public var documents: [DocumentPair]
  /// The size of the files of a batch in bytes; see `AlignmentBatch.batches`.
  public var batchSize = AlignmentBatch.size
  /// The number of documents that are aligned at the same time.
  public var jobs = DocumentAligner.usualJobs
  /// Whether documents that an earlier run has done are passed over.
  public var isResumed = false
  /// The memory to fill; nil for none.
  public var intake: AlignmentIntake?
  /// Takes the share of the work that is done, from 0 to 1, and the numbers of the batches before.
  public var progress: (@Sendable (Double, AlignmentSummary) -> Void)?
  /// The folder to fill, with the minimum confidence of what is written; nil for none.
  public var outputs: (folder: AlignmentFolder, minConfidence: Double)?

  /// An alignment that hands its documents to the caller alone.
  public init(_ aligner: DocumentAligner, documents: [DocumentPair]) {
    (self.aligner, self.documents) = (aligner, documents)
  }

  /// Aligns the documents.
  ///
  /// - Parameter each: takes what happened, in the order of the documents, after it is stored and
  ///   written; an error ends the run.
  /// - Returns: the numbers of the run.
  /// - Throws: `WorkspaceError` if something cannot be stored or written; the errors of `each`.
  @discardableResult
  public mutating func run(
    _ each: (Event, AlignmentSummary) throws -> Void = { _, _ in }
  ) throws -> AlignmentSummary {
    var summary = AlignmentSummary()
    defer { intake?.finish() }
    for batch in AlignmentBatch.batches(documents, size: batchSize) {
      // The mark comes before the reading: a file that changes later has another mark next time.
      let mark = intake.map { batch.mark(aligner.settings + [$0.settings]) }
      let steps = progress.map { BatchProgress(batch, of: documents.count, after: summary, $0) }
      let parallel = WorkerMap(jobs: jobs, step: steps?.step)
      let read = aligner.read(batch, parallel)
      if isResumed, try isDone(batch, read, mark) {
        for (document, result) in zip(batch.documents, read) {
          if case .failure(let error) = result {
            summary.refused += 1
            try each(.refused(document, error), summary)
          } else {
            summary.doneBefore += 1
          }
        }
        continue
      }
      let results = aligner.aligned(read, parallel)
      try keep(results, of: batch, mark: mark)
      for (document, result) in zip(batch.documents, results) {
        switch result {
        case .success(let aligned):
          summary.add(aligned)
          try each(.aligned(aligned, document), summary)
        case .failure(let error):
          summary.refused += 1
          try each(.refused(document, error), summary)
        }
      }
    }
    return summary
  }

  /// Whether an earlier run has stored and written all documents of a batch that can be read.
  private func isDone(
    _ batch: AlignmentBatch, _ read: [Result<DocumentAligner.Segmented, WorkspaceError>],
    _ mark: String?
  ) throws -> Bool {
    if let intake, let mark, try !intake.holds(mark: mark) { return false }
    guard let outputs else { return intake != nil }
    return zip(batch.documents, read).allSatisfy { document, result in
      (try? result.get()) == nil || outputs.folder.isDone(document)
    }
  }

  /// Stores and writes the documents of a batch.
  private mutating func keep(
    _ results: [Result<AlignedDocument, WorkspaceError>], of batch: AlignmentBatch, mark: String?
  ) throws {
    let aligned = results.compactMap { try? $0.get() }
    let file = batch.documents.first?.source ?? batch.documents.first?.target
    try intake?.add(aligned, from: file, mark: mark)
    guard let outputs else { return }
    for (document, result) in zip(batch.documents, results) {
      if isResumed, outputs.folder.isDone(document) { continue }
      guard let aligned = try? result.get() else { continue }
      try aligned.write(
        to: outputs.folder.file(of: document), as: outputs.folder.format,
        minConfidence: outputs.minConfidence)
    }
  }
}
