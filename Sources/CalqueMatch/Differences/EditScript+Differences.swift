import CalqueText

extension EditScript {
  /// The differences of the two texts, as places in both.
  package var differences: [Difference] {
    var differences = [Difference]()
    var start = steps.startIndex
    while start < steps.endIndex {
      let isKept = steps[start].kind == .keep
      let run = steps[start...].prefix { ($0.kind == .keep) == isKept }
      let query = Self.span(run.compactMap(\.query), in: query)
      let match = Self.span(run.compactMap(\.match), in: match)
      let kind: Difference.Kind =
        isKept ? .same : query == nil ? .added : match == nil ? .removed : .changed
      differences.append(Difference(kind, query: query, match: match))
      start = run.endIndex
    }
    return differences
  }

  /// The place of a run of tokens in its text; nil if the run has no tokens.
  private static func span(_ tokens: [Int], in text: ComparedText) -> Range<Int>? {
    guard let first = tokens.first, let last = tokens.last else { return nil }
    return text.ranges[first].lowerBound..<text.ranges[last].upperBound
  }
}
