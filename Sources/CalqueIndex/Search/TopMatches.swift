internal import CalqueMatch

/// The best matches found so far, at most as many as were asked for.
///
/// Matches are appended without an order until there are `limit` of them, and then sorted once.
///
/// - Complexity: n offers cost O(n log n) in total if n ≤ `limit`. Each later match that is taken in
///   costs O(log `limit`) comparisons and moves up to `limit` matches, so n offers cost
///   O(n · `limit`) at worst. A match of a text that is there already costs a search of O(`limit`).
///   So a request for a million matches pays for one sort, and for insertions only if it finds more.
struct TopMatches {
  private var matches: [RankedSegment] = []
  /// The texts of the matches, so that `matches` is searched only for texts that are in it.
  private var held: Set<Int64> = []
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// The match that the next one has to precede; nil while there are fewer matches than wanted.
  var last: RankedSegment? { matches.count >= limit ? matches.last : nil }

  /// The matches, best first.
  consuming func sorted() -> [RankedSegment] {
    if matches.count < limit { matches.sort { $0.precedes($1) } }
    return matches
  }

  /// The minimum points before penalties that still matter, at least `minimum`.
  ///
  /// With fewer points, a text ranks behind the last match even if it pays the minimum penalty.
  func minimumPoints(_ minimum: Int, _ request: MatchRequest) -> Int {
    guard let last else { return minimum }
    return max(minimum, last.points + request.minimumPenalty)
  }

  /// The distance up to which a text can be among the best by its tokens.
  func cutoff(_ minimum: Int, _ request: MatchRequest) -> Cutoff {
    Cutoff(minimum: minimumPoints(minimum, request), last: last?.score)
  }

  /// Whether a text is among the matches with at least the given points before penalties.
  func holds(_ variant: Int64, points: Int) -> Bool {
    held.contains(variant)
      && matches.contains { $0.variant == variant && $0.score.points >= points }
  }

  /// Takes a match in if it is among the best; of two matches of one text, the better one stays.
  mutating func offer(_ match: RankedSegment) {
    if let last, !match.precedes(last) { return }
    if !held.insert(match.variant).inserted,
      let known = matches.firstIndex(where: { $0.variant == match.variant })
    {
      if !match.precedes(matches[known]) { return }
      matches.remove(at: known)
    }
    if matches.count < limit {
      matches.append(match)
      if matches.count == limit { matches.sort { $0.precedes($1) } }
      return
    }
    insert(match)
    held.remove(matches.removeLast().variant)
  }

  private mutating func insert(_ match: RankedSegment) {
    let place = matches.indices.end(ofPrefixWhere: { !match.precedes(matches[$0]) })
    matches.insert(match, at: place)
  }
}
