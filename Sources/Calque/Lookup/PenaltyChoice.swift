public import CalqueModel

/// Points that matches lose for what they are: `draft=3`, `region=2`.
public struct PenaltyChoice: Hashable, Sendable {
  /// What costs points.
  public enum Reason: Hashable, Sendable {
    /// The unit's status.
    case status(UnitStatus)
    /// A text in another region's language than the one asked for.
    case region
  }

  /// What costs points.
  public var reason: Reason
  /// How many.
  public var points: Int

  /// Names a reason and its points.
  public init(_ reason: Reason, points: Int) {
    self.reason = reason
    self.points = points
  }

  /// Reads `STATUS=POINTS` or `region=POINTS`, from 0 to 100 points; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let points = Int(String(parts[1])), (0...100).contains(points) else {
      return nil
    }
    if parts[0] == "region" {
      self.init(.region, points: points)
    } else if let status = UnitStatus(name: String(parts[0])), status != .rejected {
      self.init(.status(status), points: points)
    } else {
      return nil
    }
  }

  /// The reasons there are, as they are written.
  public static let reasons =
    UnitStatus.allCases.filter { $0 != .rejected }.map(\.name) + ["region"]
}

extension LookupOptions {
  /// Takes penalties up; of two for one reason the later holds.
  public mutating func add(_ penalties: [PenaltyChoice]) {
    for penalty in penalties {
      switch penalty.reason {
      case .status(let status): statusPenalties[status] = penalty.points
      case .region: regionPenalty = penalty.points
      }
    }
  }
}
