internal import Glibc

/// Paragraphs as soft walls, which steer the beads but yield to clear evidence from the lengths.
///
/// A bead that begins a paragraph on both sides gains. A bead that begins a paragraph on one side
/// only loses. Each score is the logarithm of how much more often the two events happen together
/// than by chance (pointwise mutual information), so paragraphs that carry no information weigh
/// nothing. A bead that runs over the end of a paragraph loses in the same way.
struct ParagraphWalls: Sendable {
  /// The scores of a bead that begins a paragraph on neither side, in the target, in the source, or
  /// on both sides.
  var beginnings = SIMD4(repeating: 0.0)
  /// The score of a source paragraph, and of a target paragraph, that ends inside a bead.
  var sourceCrossing = 0.0
  var targetCrossing = 0.0

  /// Whether no text has paragraphs, so that all scores are 0.
  private(set) var isOpen = true

  /// Walls that no bead crosses.
  static var closed: ParagraphWalls {
    var walls = ParagraphWalls([], [])
    walls.isOpen = false
    walls.sourceCrossing = -.infinity
    walls.targetCrossing = -.infinity
    return walls
  }

  /// The walls between two texts, from their paragraphs and the beads found so far.
  init(_ source: [Bool], _ target: [Bool], seen: Evidence = Evidence()) {
    guard let s = Self.share(source), let t = Self.share(target) else { return }
    isOpen = false
    // The prior: a translation keeps four in five paragraphs.
    let both = 0.8 * min(s, t) + 0.2 * s * t
    let prior = [1 - s - t + both, t - both, s - both, both]
    let chance = [(1 - s) * (1 - t), (1 - s) * t, s * (1 - t), s * t]
    let total = Double(seen.beginnings.reduce(0, +)) + Self.trust
    for index in 0..<4 {
      let together = (Double(seen.beginnings[index]) + Self.trust * prior[index]) / total
      beginnings[index] = min(3, max(-4, log(together / chance[index])))
    }
    sourceCrossing = seen.source.cost(share: s)
    targetCrossing = seen.target.cost(share: t)
  }

  /// The number of beads that the prior counts for.
  fileprivate static let trust = 20.0

  /// The share of sentences that begin a paragraph.
  ///
  /// Nil for a text of one paragraph, and for a text whose sentences all begin one.
  private static func share(_ opens: [Bool]) -> Double? {
    let opening = opens.count { $0 }
    guard opening > 1, opening < opens.count else { return nil }
    return Double(opening) / Double(opens.count)
  }

  /// The counts of paragraphs in the beads of an alignment.
  struct Evidence {
    /// The numbers of beads, in the order of `ParagraphWalls.beginnings`.
    var beginnings = [0, 0, 0, 0]
    var source = Joints()
    var target = Joints()

    /// Counts a bead, given whether each of its sentences begins a paragraph.
    mutating func add(_ source: ArraySlice<Bool>, _ target: ArraySlice<Bool>) {
      beginnings[(source.first == true ? 2 : 0) + (target.first == true ? 1 : 0)] += 1
      self.source.add(source.dropFirst())
      self.target.add(target.dropFirst())
    }
  }

  /// The counts of the places inside beads where two sentences of one side meet.
  struct Joints {
    var all = 0
    /// The places where the second sentence begins a paragraph.
    var crossing = 0

    mutating func add(_ opensParagraph: ArraySlice<Bool>) {
      all += opensParagraph.count
      crossing += opensParagraph.count { $0 }
    }

    /// The score of a crossing, given the share of the side's sentences that begin a paragraph.
    func cost(share: Double) -> Double {
      let crossed =
        (Double(crossing) + ParagraphWalls.trust * 0.05) / (Double(all) + ParagraphWalls.trust)
      return min(0, log(crossed / share))
    }
  }
}
