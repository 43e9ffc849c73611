/// Gathers the longest parts of a query that stand in the texts of a memory, class by class.
///
/// This is the reference: each text is compared with the query token by token. A fragment is a core
/// that a text holds and that is no part of another such core (`FragmentQuery`), with the tokens
/// around it that the same text holds (`FragmentHolders`).
struct FragmentCollector {
  private let query: FragmentQuery
  /// The query's classes.
  private let classes: [UInt32]
  /// The places of each class in the query.
  private let places: [UInt32: [Int]]
  /// The holders of each core.
  private var found: [Range<Int>: FragmentHolders] = [:]

  init(_ query: FragmentQuery, classes: [UInt32]) {
    self.query = query
    self.classes = classes
    places = Dictionary(grouping: classes.indices) { classes[$0] }
  }

  /// Adds the parts of the query that stand in a text.
  ///
  /// - Complexity: O(tokens · places of their classes in the query).
  mutating func add(_ text: [UInt32], unit: Int64, changed: Int64) {
    var held: [Range<Int>: Range<Int>] = [:]
    for (token, number) in text.enumerated() {
      for place in places[number] ?? [] {
        if token > 0, place > 0, text[token - 1] == classes[place - 1] { continue }
        var end = place
        while end < classes.count, token + end - place < text.count,
          text[token + end - place] == classes[end]
        {
          end += 1
        }
        for core in query.cores(in: place..<end) {
          let tokens = query.reach(of: core).clamped(to: place..<end)
          let known = held[core] ?? tokens
          held[core] = known.isBetter(than: tokens) ? known : tokens
        }
      }
    }
    for (core, tokens) in held {
      found[core, default: FragmentHolders()].add(tokens, unit: unit, changed: changed)
    }
  }

  /// The fragments.
  var fragments: [TextFragment] {
    FragmentQuery.longest(found.keys).compactMap { found[$0]?.fragment }.ranked()
  }
}

extension Range<Int> {
  /// Whether a stretch around a core is longer than another, or as long and earlier.
  package func isBetter(than other: Range<Int>) -> Bool {
    (other.count, lowerBound) < (count, other.lowerBound)
  }
}
