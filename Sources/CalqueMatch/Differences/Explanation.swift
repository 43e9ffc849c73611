import CalqueText

/// The explanation of a match's score, token by token, and of the match's rank.
///
/// The steps come from the match's edit script, as the differences do. The sum of their costs is
/// the distance.
public struct Explanation: Hashable, Sendable {
  /// One token, or two tokens in one place, with the cost of the change.
  public struct Step: Hashable, Sendable {
    /// The changes that lead from the query's token to the match's.
    public enum Kind: String, Sendable {
      /// Only the match has the token.
      case insert
      /// Only the query has the token.
      case delete
      /// The match has another token in the place of the query's.
      case exchange
    }

    /// The change.
    public let kind: Kind
    /// The query's token as it is written; nil if only the match has a token.
    public let query: String?
    /// The match's token as it is written; nil if only the query has a token.
    public let match: String?
    /// The cost of the change, in hundredths of a weight.
    public let cost: Int
  }

  /// The criteria by which a match ranks below another.
  public enum Criterion: String, Sendable {
    /// The reported score.
    case score
    /// The exact share of the distance in the weight.
    case distance
    /// The weight of the query's classes that the match lacks; rare classes weigh more.
    case missing
    /// The unit's status.
    case status
    /// The unit's last change, the newer first.
    case changed
    /// The unit's number, if all else is equal.
    case id
    /// The minimum score of the request, which the match does not reach.
    case minimum
  }

  /// The changes that cost something, in the order of the texts.
  ///
  /// Empty for two texts that are too long to be compared token by token.
  public let steps: [Step]
  /// The likeness of the two texts.
  public let score: Score
  /// The score that comes from tokens alone.
  public let base: Int
  /// The score that comes from characters.
  ///
  /// Nil if the query is not short, and if the folded texts are equal.
  public let short: Int?
  /// The weight of the query's classes that the match lacks.
  public let missing: Int
  /// The criterion by which the match ranks below the match before; nil for the first match.
  public package(set) var lost: Criterion?

  /// The cost of a step in points of a hundred.
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
  /// The criterion by which this segment ranks below another that precedes it; nil if it is the
  /// same.
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
  /// The steps that are changes, with the tokens as they are written.
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
