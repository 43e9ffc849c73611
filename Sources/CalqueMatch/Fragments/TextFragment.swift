/// A part of a query that stands in the memory.
package struct TextFragment: Hashable, Sendable {
  /// The tokens of the query.
  package let tokens: Range<Int>
  /// The number of units that hold the fragment.
  package let count: Int
  /// The latest changed units that hold it, at most `FragmentHolders.mostUnits`.
  package let units: [Int64]
}

extension [TextFragment] {
  /// The maximum number of fragments of a query.
  private static var most: Int { 50 }

  /// The fragments in their order: the rarest first, then the longest, then by place.
  package func ranked() -> [TextFragment] {
    let sorted = sorted {
      ($0.count, $1.tokens.count, $0.tokens.lowerBound)
        < ($1.count, $0.tokens.count, $1.tokens.lowerBound)
    }
    return Array(sorted.prefix(Self.most))
  }
}
