/// The best chain of anchors through two long texts: pairs of sentences that share telling words,
/// each behind the one before on both sides.
struct AnchorChain {
  private let source: Int
  private let target: Int
  /// The anchors, ascending on both sides.
  private(set) var anchors: [(source: Int, target: Int)] = []

  /// The number of candidates of a sentence that may be anchors.
  private static let perSentence = 4
  /// The least evidence of an anchor.
  private static let least: Float = 1
  /// The cost of a sentence that a chain passes over.
  private static let skip: Float = 0.05
  /// The largest gap between two anchors that is searched whole, in cells.
  private static let wholeGap = 250_000
  /// The half width of the strip that is searched through a larger gap.
  private static let strip = 120

  /// Finds the chain by dynamic programming, with a tree of prefix maxima over the target.
  ///
  /// - Complexity: O(n log m) time for n source and m target sentences.
  init(_ candidates: Candidates, source: Int, target: Int) {
    self.source = source
    self.target = target
    var places: [(source: Int32, target: Int32, before: Int32)] = []
    var best = PrefixMaxima(count: target)
    for sentence in 0..<source {
      let row = candidates.row(sentence).filter { $0.evidence >= Self.least }
        .sorted { ($1.evidence, $0.target) < ($0.evidence, $1.target) }
        .prefix(Self.perSentence)
      let first = places.count
      var scores: [Float] = []
      for candidate in row {
        let (value, place) = best.maximum(before: Int(candidate.target))
        places.append((Int32(sentence), candidate.target, Int32(place)))
        // A chain's cost grows with the sentences on both sides; an anchor gives back its own two.
        scores.append(max(0, value) + candidate.evidence + 2 * Self.skip)
      }
      for (offset, candidate) in row.enumerated() {
        best.raise(Int(candidate.target), to: scores[offset], place: first + offset)
      }
    }
    var place = best.maximum(before: target).place
    while place >= 0 {
      anchors.append((Int(places[place].source), Int(places[place].target)))
      place = Int(places[place].before)
    }
    anchors.reverse()
  }

  /// The cells within a distance of the chain.
  ///
  /// - Complexity: at most 250,000 cells for each gap between two anchors, and a strip of 240
  ///   columns through a larger one.
  func band(radius: Int) -> Band {
    var path: [Step] = []
    var (i, j) = (0, 0)
    for anchor in anchors + [(source, target)] {
      path += Self.stretch(i..<anchor.source, j..<anchor.target)
      (i, j) = anchor
    }
    return .around(path, radius: radius, source: source, target: target)
  }

  /// A gap as one rectangle, or as rectangles along its diagonal.
  private static func stretch(_ source: Range<Int>, _ target: Range<Int>) -> [Step] {
    guard source.count * target.count > wholeGap else {
      return [Step(source: source, target: target)]
    }
    let pieces = max(1, max(source.count, target.count) / strip)
    return (0..<pieces).map { piece in
      func part(_ range: Range<Int>) -> Range<Int> {
        (range.lowerBound + range.count * piece / pieces)..<(range.lowerBound
          + range.count * (piece + 1) / pieces)
      }
      return Step(source: part(source), target: part(target))
    }
  }
}

/// The maximum over each prefix of a row of numbers that only rise.
///
/// The tree is that of P. M. Fenwick, "A New Data Structure for Cumulative Frequency Tables" (1994).
private struct PrefixMaxima {
  private var values: [Float]
  private var places: [Int]

  init(count: Int) {
    values = [Float](repeating: -.infinity, count: count + 1)
    places = [Int](repeating: -1, count: count + 1)
  }

  /// The largest number before an index, and its place; −1 if there is none.
  func maximum(before index: Int) -> (value: Float, place: Int) {
    var (value, place) = (-Float.infinity, -1)
    var node = index
    while node > 0 {
      if values[node] > value { (value, place) = (values[node], places[node]) }
      node &= node - 1
    }
    return (value, place)
  }

  mutating func raise(_ index: Int, to value: Float, place: Int) {
    var node = index + 1
    while node < values.count {
      if value > values[node] {
        values[node] = value
        places[node] = place
      }
      node += node & -node
    }
  }
}
