/// Finds the segments of a memory that match a query: the reference scan or the index.
package protocol SegmentMatcher {
  /// The best matches of a query, best first, at most as many as the request allows.
  mutating func matches(_ text: String, _ request: MatchRequest) throws -> [RankedSegment]
}

extension Scan: SegmentMatcher {}
