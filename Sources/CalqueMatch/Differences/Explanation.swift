import CalqueText

/// How a match came by its score, token by token, and by its place among the matches.
///
/// The steps are those of the match's edit script, which the differences come from as well; their
/// costs sum up to the distance.
public struct Explanation: Hashable, Sendable {
  /// One token, or two that stand for each other, and what that costs.
  public struct Step: Hashable, Sendable {
    /// What has to be done to the query's token to reach the match's.
    public enum Kind: String, Sendable {
      /// Only the match has it.
      case insert
      /// Only the query has it.
      case delete
      /// The match has another in its place.
      case exchange
    }

    /// What is done.
    public let kind: Kind
    /// The query's token as it is written; nil where only the match has one.
    public let query: String?
    /// The match's token as it is written; nil where only the query has one.
    public let match: String?
    /// What it costs, in hundredths of a weight.
    public let cost: Int
  }

  /// What decided that a match stands below another.
  public enum Criterion: String, Sendable {
    /// The reported score.
    case score
    /// The exact share of the distance in the weight.
    case distance
    /// The weight of what the query has and the match lacks, the rare the heavier.
    case missing
    /// The unit's status.
    case status
    /// The unit's last change, the newer first.
    case changed
    /// The unit's number, where all else is equal.
    case id
    /// It does not reach the lowest score that was asked for.
    case minimum
  }

  /// What differs and costs something, in the order of the texts; empty also where both texts are
  /// so long that telling would take too long.
  public let steps: [Step]
  /// How alike the texts are.
  public let score: Score
  /// The score that comes from tokens alone.
  public let base: Int
  /// The score that comes from characters; nil where the query is not short or the folded texts
  /// are equal.
  public let short: Int?
  /// What the query's classes that the match lacks weigh.
  public let missing: Int
  /// By what the match stands below the one before it; nil for the first.
  public package(set) var lost: Criterion?

  /// What a step costs in points of a hundred.
  public func points(of step: Step) -> Double { 100 * Double(step.cost) / Double(score.weight) }

  /// Explains a match by its edit script.
  package init(_ script: EditScript, ranked: RankedSegment) {
    let (query, match) = (script.query, script.match)
    score = ranked.score
    missing = ranked.missing
    base = Score.base(distance: score.distance, weight: score.weight)
    let isShort = ShortQuery.isShort(
      scalars: query.normalized.count, tokens: query.tokens.count)
    short =
      isShort && query.folded != match.folded
      ? Score.short(
        distance: Levenshtein.distance(query.folded, match.folded),
        longer: max(query.folded.count, match.folded.count)) : nil
    steps = script.isCheapest ? script.explained() : []
  }
}

extension RankedSegment {
  /// By what this segment stands below another that precedes it; nil where it is the same.
  package func criterion(below other: RankedSegment) -> Explanation.Criterion? {
    if points != other.points { return .score }
    if score.share != other.score.share {
      return .distance
    }
    if missing != other.missing { return .missing }
    if status != other.status { return .status }
    if changed != other.changed { return .changed }
    return variant == other.variant ? nil : .id
  }
}

extension EditScript {
  /// The steps that change something, with the tokens as they are written.
  fileprivate func explained() -> [Explanation.Step] {
    let bytes = (query: Array(query.text.utf8), match: Array(match.text.utf8))
    return steps.compactMap { step in
      let kind: Explanation.Step.Kind
      switch step.kind {
      case .keep: return nil
      case .exchange: kind = .exchange
      case .insert: kind = .insert
      case .delete: kind = .delete
      }
      return Explanation.Step(
        kind: kind,
        query: step.query.map { String(decoding: bytes.query[query.ranges[$0]], as: UTF8.self) },
        match: step.match.map { String(decoding: bytes.match[match.ranges[$0]], as: UTF8.self) },
        cost: step.cost)
    }
  }
}
