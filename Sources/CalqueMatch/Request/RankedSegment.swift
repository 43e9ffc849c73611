public import CalqueModel

/// A segment that matches a query, with the data that its rank depends on.
public struct RankedSegment: Hashable, Sendable {
  /// The text's number in the store.
  public let variant: Int64
  /// The unit's number.
  public let unit: Int64
  /// The memory's number.
  public let resource: Int64
  /// The status of the translation.
  public let status: UnitStatus
  /// The number of the change that made the unit's present state.
  public let changed: Int64
  /// The likeness of query and text, before penalties.
  public let score: Score
  /// The reported score: the score less the penalties, at least 0.
  public let points: Int
  /// The weight of the query's classes that the segment lacks; a rare class weighs more.
  ///
  /// The sum over those classes of weight · ⌊16 · log2((N + 1) / (df + 1))⌋, where N counts the
  /// live texts of the language and df those that hold the class.
  public let missing: Int

  /// Joins a segment and its score.
  public init(
    variant: Int64, unit: Int64, resource: Int64, status: UnitStatus, changed: Int64,
    score: Score, points: Int, missing: Int
  ) {
    self.variant = variant
    self.unit = unit
    self.resource = resource
    self.status = status
    self.changed = changed
    self.score = score
    self.points = points
    self.missing = missing
  }

  /// Whether this segment ranks before another.
  ///
  /// The order: reported score, highest first; exact D / M; `missing`; status (approved, reviewed,
  /// translated, draft); change, newest first; the unit's number; the text's number.
  public func precedes(_ other: RankedSegment) -> Bool {
    if points != other.points { return points > other.points }
    if score.share != other.score.share { return score.share < other.score.share }
    if missing != other.missing { return missing < other.missing }
    if status != other.status { return status.rawValue > other.status.rawValue }
    if changed != other.changed { return changed > other.changed }
    if unit != other.unit { return unit < other.unit }
    return variant < other.variant
  }
}
