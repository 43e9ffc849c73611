package import CalqueText

/// How a match came by its score, token by token, and by what it stands where it stands.
///
/// The steps are those of a cheapest edit script, so their costs sum up to the distance.
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

  /// Explains a match.
  package init(_ query: ComparedText, _ match: ComparedText, ranked: RankedSegment) {
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
    steps = EditScript(query, match).steps()
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

/// The table of all cheapest edit scripts of two texts, kept whole so that one can be read off.
private struct EditScript {
  /// More cells than this are not worth the wait.
  private static let limit = 4_000_000

  let query: ComparedText
  let match: ComparedText
  private let bytes: (query: [UInt8], match: [UInt8])

  init(_ query: ComparedText, _ match: ComparedText) {
    (self.query, self.match) = (query, match)
    bytes = (Array(query.text.utf8), Array(match.text.utf8))
  }

  private func cost(_ i: Int, _ j: Int) -> Int {
    let (a, b) = (query.tokens[i], match.tokens[j])
    guard a.kind == b.kind, a.classKey == b.classKey else { return max(a.weight, b.weight) }
    if a.plain == b.plain { return 0 }
    return Int(
      SubstitutionCost.cost(a.kind, weight: a.weight, folded: a.folded, folded: b.folded))
  }

  func steps() -> [Explanation.Step] {
    let (n, m) = (query.tokens.count, match.tokens.count)
    guard n > 0, m > 0, n <= Self.limit / m else { return [] }
    let width = m + 1
    var costs = [Int](repeating: 0, count: (n + 1) * width)
    for i in 0..<n { costs[(i + 1) * width] = costs[i * width] + query.tokens[i].weight }
    for j in 0..<m { costs[j + 1] = costs[j] + match.tokens[j].weight }
    for i in 0..<n {
      for j in 0..<m {
        costs[(i + 1) * width + j + 1] = min(
          costs[i * width + j] + cost(i, j),
          costs[i * width + j + 1] + query.tokens[i].weight,
          costs[(i + 1) * width + j] + match.tokens[j].weight)
      }
    }
    return walk(costs, width)
  }

  /// Reads a script off the table, from the end to the beginning.
  private func walk(_ costs: [Int], _ width: Int) -> [Explanation.Step] {
    var steps = [Explanation.Step]()
    var (i, j) = (query.tokens.count, match.tokens.count)
    while i > 0 || j > 0 {
      let here = costs[i * width + j]
      if i > 0, j > 0, here == costs[(i - 1) * width + j - 1] + cost(i - 1, j - 1) {
        (i, j) = (i - 1, j - 1)
        let cost = cost(i, j)
        if cost > 0 { steps.append(step(.exchange, i, j, cost)) }
      } else if j > 0, here == costs[i * width + j - 1] + match.tokens[j - 1].weight {
        j -= 1
        steps.append(step(.insert, nil, j, match.tokens[j].weight))
      } else {
        i -= 1
        steps.append(step(.delete, i, nil, query.tokens[i].weight))
      }
    }
    return steps.reversed()
  }

  private func step(
    _ kind: Explanation.Step.Kind, _ i: Int?, _ j: Int?, _ cost: Int
  ) -> Explanation.Step {
    Explanation.Step(
      kind: kind,
      query: i.map { String(decoding: bytes.query[query.ranges[$0]], as: UTF8.self) },
      match: j.map { String(decoding: bytes.match[match.ranges[$0]], as: UTF8.self) }, cost: cost)
  }
}
