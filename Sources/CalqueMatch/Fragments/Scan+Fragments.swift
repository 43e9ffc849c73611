import CalqueText

extension Scan {
  /// The parts of a query that stand in the memory; see `FragmentCollector`.
  ///
  /// - Parameters:
  ///   - text: the query.
  ///   - memories: the memories whose texts count.
  /// - Returns: the fragments, and the places of the query's tokens.
  package mutating func fragments(of text: String, memories: Set<Int64>) -> FoundFragments {
    let query = comparedQuery(text)
    let structure = FragmentQuery(
      isContent: query.tokens.map {
        FragmentQuery.isContent($0.kind, letters: $0.folded.count)
      })
    var collector = FragmentCollector(structure, classes: classes(of: query))
    forEachText { segment, classes in
      if memories.contains(segment.resource) {
        collector.add(classes, unit: segment.unit, changed: segment.changed)
      }
    }
    return FoundFragments(fragments: collector.fragments, ranges: query.ranges)
  }
}

/// The fragments of a query, with the places of its tokens.
package struct FoundFragments: Sendable {
  /// The fragments, rarest first.
  package let fragments: [TextFragment]
  /// The place of each token of the query, in UTF-8 bytes.
  package let ranges: [Range<Int>]

  package init(fragments: [TextFragment], ranges: [Range<Int>]) {
    self.fragments = fragments
    self.ranges = ranges
  }

  /// The bytes of a fragment.
  package func bytes(of fragment: TextFragment) -> Range<Int> {
    ranges[fragment.tokens.lowerBound]
      .lowerBound..<ranges[fragment.tokens.upperBound - 1]
      .upperBound
  }
}
