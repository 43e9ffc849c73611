internal import CalqueMatch

/// The best matches found so far, at most as many as were asked for.
///
/// Until there are as many they only gather: what asks for a million matches pays for no order
/// before there is need of one.
struct TopMatches {
  private var matches: [RankedSegment] = []
  /// The texts that they hold, so that only what is there is searched for.
  private var held: Set<Int64> = []
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// The match that the next one has to precede once there are enough.
  var last: RankedSegment? { matches.count >= limit ? matches.last : nil }

  /// The matches in their order.
  consuming func sorted() -> [RankedSegment] {
    if matches.count < limit { matches.sort { $0.precedes($1) } }
    return matches
  }

  /// The least points before penalties that still matter, from `minimum` on.
  ///
  /// What has fewer points less the least penalty comes behind the last of the matches wanted.
  func least(_ minimum: Int, _ request: MatchRequest) -> Int {
    guard let last else { return minimum }
    return max(minimum, last.points + request.leastPenalty)
  }

  /// How far off a text may be to come among the best by its tokens.
  func cutoff(_ minimum: Int, _ request: MatchRequest) -> Cutoff {
    Cutoff(minimum: least(minimum, request), last: last?.score)
  }

  /// Whether a text is among the best with at least so many points before penalties.
  func holds(_ variant: Int64, points: Int) -> Bool {
    held.contains(variant)
      && matches.contains { $0.variant == variant && $0.score.points >= points }
  }

  /// Takes a match in if it comes among the best; a text that is there already in its better place.
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
