import Synchronization

/// Counts the steps of a batch, and reports the share of all work that is done.
final class BatchProgress: Sendable {
  private let steps = Atomic(0)
  private let documents: Int
  private let all: Int
  private let summary: AlignmentSummary
  private let report: @Sendable (Double, AlignmentSummary) -> Void

  /// The steps of a document: it is read, and the aligner passes over it five times.
  private static let stepsOfDocument = 6

  /// Begins a batch.
  ///
  /// - Parameters:
  ///   - batch: the batch.
  ///   - all: the number of documents of all batches.
  ///   - summary: the numbers of the batches before.
  ///   - report: takes the share of the work that is done, from 0 to 1, and the numbers before.
  init(
    _ batch: AlignmentBatch, of all: Int, after summary: AlignmentSummary,
    _ report: @escaping @Sendable (Double, AlignmentSummary) -> Void
  ) {
    documents = batch.documents.count
    self.all = max(1, all)
    self.summary = summary
    self.report = report
  }

  /// Counts a step.
  @Sendable func step() {
    let steps = steps.add(1, ordering: .relaxed).newValue
    let share = min(1, Double(steps) / Double(max(1, documents * Self.stepsOfDocument)))
    let before = Double(summary.seen + summary.doneBefore)
    report((before + share * Double(documents)) / Double(all), summary)
  }
}
