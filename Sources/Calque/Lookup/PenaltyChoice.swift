public import CalqueModel

/// A penalty for a status, a region or an alignment: `draft=3`, `region=2`, `aligned=5`.
public struct PenaltyChoice: Hashable, Sendable {
  /// The reason.
  public enum Reason: Hashable, Sendable {
    /// The unit's status.
    case status(UnitStatus)
    /// A text in the language of another region than the requested one.
    case region
    /// A unit that an alignment made, for each tenth of confidence below .9.
    case aligned
  }

  /// The reason.
  public var reason: Reason
  /// The points.
  public var points: Int

  /// Creates a penalty.
  public init(_ reason: Reason, points: Int) {
    self.reason = reason
    self.points = points
  }

  /// Reads `STATUS=POINTS`, `region=POINTS` or `aligned=POINTS`, from 0 to 100 points; nil for other texts.
  public init?(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let points = Int(String(parts[1])), (0...100).contains(points) else {
      return nil
    }
    if parts[0] == "region" {
      self.init(.region, points: points)
    } else if parts[0] == "aligned" {
      self.init(.aligned, points: points)
    } else if let status = UnitStatus(name: String(parts[0])), status != .rejected {
      self.init(.status(status), points: points)
    } else {
      return nil
    }
  }

  /// All reasons, as they are written.
  public static let reasons =
    UnitStatus.allCases.filter { $0 != .rejected }.map(\.name) + ["region", "aligned"]
}

extension LookupOptions {
  /// Adds penalties; of two for one reason, the later one counts.
  public mutating func add(_ penalties: [PenaltyChoice]) {
    for penalty in penalties {
      switch penalty.reason {
      case .status(let status): statusPenalties[status] = penalty.points
      case .region: regionPenalty = penalty.points
      case .aligned: alignedPenalty = penalty.points
      }
    }
  }
}
