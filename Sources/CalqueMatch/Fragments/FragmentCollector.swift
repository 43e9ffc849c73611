package import CalqueText

/// A part of a query that stands in the memory.
package struct TextFragment: Hashable, Sendable {
  /// The tokens of the query.
  package let tokens: Range<Int>
  /// The number of units that hold the fragment.
  package let count: Int
  /// The latest changed units that hold it, at most `FragmentCollector.mostUnits`.
  package let units: [Int64]
}

/// Gathers the longest parts of a query that stand in the texts of a memory, class by class.
///
/// A fragment has at least two content words: words of four letters or more. A part of a longer
/// fragment is none of its own.
package struct FragmentCollector {
  /// The maximum number of units that are named for a fragment.
  package static let mostUnits = 10
  /// The maximum number of fragments of a query.
  package static let most = 50

  /// The number of content words before each token.
  private let contentBefore: [Int]
  /// The query's classes, in the numbers of the texts that are added.
  private var classes: [UInt32] = []
  /// The places of each class in the query.
  private var places: [UInt32: [Int]] = [:]
  /// The units of each run of tokens, with their last changes.
  private var found: [Range<Int>: [Int64: Int64]] = [:]

  /// A collector for a query.
  ///
  /// - Parameter isContent: whether each token is a content word.
  package init(isContent: [Bool]) {
    contentBefore = isContent.reduce(into: [0]) { $0.append($0[$0.count - 1] + ($1 ? 1 : 0)) }
  }

  /// Whether a token of a query is a content word.
  package static func isContent(_ kind: TokenKind, letters: Int) -> Bool {
    kind == .word && letters >= 4
  }

  /// Begins with texts whose classes have other numbers.
  package mutating func begin(_ classes: [UInt32]) {
    self.classes = classes
    places.removeAll(keepingCapacity: true)
    for (place, number) in classes.enumerated() { places[number, default: []].append(place) }
  }

  /// Adds the parts of the query that stand in a text.
  ///
  /// - Complexity: O(tokens · places of their classes in the query).
  package mutating func add(_ text: [UInt32], unit: Int64, changed: Int64) {
    for (token, number) in text.enumerated() {
      guard let places = places[number] else { continue }
      for place in places {
        if token > 0, place > 0, text[token - 1] == classes[place - 1] { continue }
        var length = 1
        while token + length < text.count, place + length < classes.count,
          text[token + length] == classes[place + length]
        {
          length += 1
        }
        guard length > 1, contentBefore[place + length] - contentBefore[place] >= 2 else {
          continue
        }
        found[place..<(place + length), default: [:]][unit] = changed
      }
    }
  }

  /// The fragments, the rarest first, then the longest.
  package var fragments: [TextFragment] {
    var kept = [Range<Int>]()
    for range in found.keys.sorted(by: {
      ($1.count, $0.lowerBound) < ($0.count, $1.lowerBound)
    })
    where !kept.contains(where: {
      $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound
    }) {
      kept.append(range)
    }
    let fragments = kept.map { range in
      let units = found[range] ?? [:]
      let newest = units.sorted { ($0.value, $0.key) > ($1.value, $1.key) }
      return TextFragment(
        tokens: range, count: units.count,
        units: newest.prefix(Self.mostUnits).map(\.key))
    }
    return Array(
      fragments.sorted {
        ($0.count, $1.tokens.count, $0.tokens.lowerBound)
          < ($1.count, $0.tokens.count, $1.tokens.lowerBound)
      }.prefix(Self.most))
  }
}
