public import CalqueModel

/// What is asked of a memory beside the query's text.
public struct MatchRequest: Hashable, Sendable {
  /// The lowest score to report, after penalties; below 1 it is taken for 1.
  public var minimum: Int
  /// The most matches to report.
  public var limit: Int
  /// The memories that take part, by number, each with the points it costs; below 0 none.
  public var memories: [Int64: Int]
  /// The points that each status costs; what is missing or below 0 costs nothing.
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

  /// What a segment of a memory and a status costs; nil where the memory takes no part.
  public func penalty(memory: Int64, status: UnitStatus) -> Int? {
    guard let points = memories[memory] else { return nil }
    return max(0, points) + max(0, statusPenalties[status] ?? 0)
  }

  /// The lowest score to report: nothing of 0 points is a match.
  package var leastPoints: Int { max(1, minimum) }

  /// The points that every segment costs at least.
  package var leastPenalty: Int {
    let statuses = UnitStatus.allCases.map { statusPenalties[$0] ?? 0 }
    return max(0, memories.values.min() ?? 0) + max(0, statuses.min() ?? 0)
  }
}
