/// The best matches found so far, in their order, at most as many as were asked for.
struct TopMatches {
  private(set) var matches: [RankedSegment] = []
  let limit: Int

  init(limit: Int) { self.limit = limit }

  var isFull: Bool { matches.count >= limit }

  /// The match that the next one has to precede once there are enough.
  var last: RankedSegment? { isFull ? matches.last : nil }

  mutating func offer(_ match: RankedSegment) {
    if let last, !match.precedes(last) { return }
    var (low, high) = (0, matches.count)
    while low < high {
      let middle = (low + high) / 2
      if match.precedes(matches[middle]) { high = middle } else { low = middle + 1 }
    }
    matches.insert(match, at: low)
    if matches.count > limit { matches.removeLast() }
  }
}
