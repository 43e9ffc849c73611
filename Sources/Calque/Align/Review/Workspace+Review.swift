public import CalqueModel
import CalqueStore
import CalqueSystem

/// What became of a sheet that a person has judged.
public struct ReviewReport: Hashable, Sendable {
  /// The pairs that a person accepted, merged and split ones included.
  public internal(set) var accepted = 0
  /// The pairs that a person rejected.
  public internal(set) var rejected = 0
  /// The rows without a decision.
  public internal(set) var left = 0
  /// The outcomes of storing the pairs.
  public internal(set) var counts = ImportCounts()
}

extension Workspace {
  /// Stores what a person has decided in a sheet, all of it or nothing.
  ///
  /// Accepted pairs are stored as reviewed. Rejected pairs are stored so that they never match. A
  /// pair that an alignment stored before takes the decision on. A sheet may be read as often as
  /// wanted, half judged or whole: what is known is not stored again.
  ///
  /// - Parameters:
  ///   - sheet: the sheet.
  ///   - path: the sheet's file, for errors and for the history.
  ///   - memory: the memory, which is made if it is missing.
  /// - Returns: the decisions and what became of them.
  /// - Throws: `WorkspaceError` of the kind `file` with the first row whose decision cannot be
  ///   carried out.
  @discardableResult
  public func store(
    _ sheet: ReviewSheet, from path: String, into memory: String
  ) throws(WorkspaceError) -> ReviewReport {
    let judged = try sheet.judged(in: path)
    var report = ReviewReport()
    report.left = sheet.rows.count { $0.decision == nil }
    report.rejected = judged.count { $0.status == .rejected }
    report.accepted = judged.count - report.rejected
    if judged.isEmpty { return report }
    let now = Instant.now
    let source = ImportSource(kind: .memory, name: memory, file: path, format: "review")
    report.counts = try WorkspaceError.carrying {
      try store.importing(source, at: now) { session in
        for pair in judged {
          var unit = TranslationUnit(
            aligned: pair.source, with: pair.target, sheet.pair, from: pair.place,
            confidence: pair.confidence, status: pair.status)
          unit.created = now
          do throws(StoreError) { try session.add(unit) } catch .unstorable { session.refuse() }
        }
      }
    }
    storeChanged(kind: .memory, languages: [sheet.pair.source, sheet.pair.target])
    return report
  }
}
