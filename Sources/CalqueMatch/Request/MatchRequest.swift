public import CalqueModel

/// The conditions of a lookup, apart from the query's text.
public struct MatchRequest: Hashable, Sendable {
  /// The minimum score to report, after penalties; a value below 1 counts as 1.
  public var minimum: Int
  /// The maximum number of matches to report.
  public var limit: Int
  /// The penalty in points of each memory that takes part, by the memory's number.
  ///
  /// A penalty below 0 counts as 0.
  public var memories: [Int64: Int]
  /// The penalty in points of each status.
  ///
  /// A penalty that is missing or below 0 counts as 0.
  public var statusPenalties: [UnitStatus: Int]

  /// Asks for the best `limit` matches of at least `minimum` points.
  public init(
    minimum: Int, limit: Int, memories: [Int64: Int], statusPenalties: [UnitStatus: Int] = [:]
  ) {
    self.minimum = minimum
    self.limit = limit
    self.memories = memories
    self.statusPenalties = statusPenalties
  }

  /// The penalty of a segment by its memory and status; nil if the memory takes no part.
  public func penalty(memory: Int64, status: UnitStatus) -> Int? {
    guard let points = memories[memory] else { return nil }
    return max(0, points) + max(0, statusPenalties[status] ?? 0)
  }

  /// The minimum score to report, at least 1: a segment of 0 points is no match.
  package var minimumPoints: Int { max(1, minimum) }

  /// The minimum penalty of a segment.
  package var minimumPenalty: Int {
    let statuses = UnitStatus.allCases.map { statusPenalties[$0] ?? 0 }
    return max(0, memories.values.min() ?? 0) + max(0, statuses.min() ?? 0)
  }
}
