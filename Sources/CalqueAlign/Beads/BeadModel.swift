internal import Glibc

/// The scores of beads apart from their sentences' lengths, as logarithms.
///
/// The shares of the kinds are those of W. A. Gale and K. W. Church (1993, table 5: 1-1 0.89, 2-1
/// and 1-2 0.089 together, 2-2 0.011, 1-0 and 0-1 0.0099 together), except for sentences without a
/// counterpart. Gale and Church score a lone sentence by its length, as if its counterpart had no
/// length. Then every passage that was added or left out pulls its neighbours out of place. Here, a
/// run of lone sentences costs one step to open and a smaller step for each further sentence,
/// whatever the lengths (an affine gap: O. Gotoh, "An improved algorithm for matching biological
/// sequences", Journal of Molecular Biology 162, 1982).
struct BeadModel: Sendable {
  /// The scores of the four kinds of joining beads, in the order of `Kind`.
  var kinds = SIMD4(Kind.allCases.map { log($0.share) + Self.gain })

  /// The gain of a bead over the same sentences alone.
  ///
  /// The tail (`LengthModel`) of lengths that agree as well as those of translations is about e^-1
  /// or e^-2, the tail of unrelated lengths far less. Without a gain, runs of lone sentences would
  /// be the best path through much of any text.
  static let gain = 1.5

  /// The score of opening a run of lone sentences on one given side.
  private(set) var open = Self.firstOpen
  /// The score of a further sentence in the run.
  private(set) var extend = Self.firstExtend
  /// The score of opening no run.
  private(set) var stay = log(1 - 2 * exp(Self.firstOpen))
  /// The score of ending a run.
  private(set) var leave = log(1 - exp(Self.firstExtend))

  /// The scores of a run of lone sentences before anything is aligned.
  static let firstOpen = -3.5
  static let firstExtend = -2.0

  /// The scores of the paragraphs.
  var paragraphs: ParagraphWalls

  /// The model for two texts of which only the beginnings of paragraphs are known.
  init(_ source: AlignmentText, _ target: AlignmentText) {
    paragraphs = ParagraphWalls(source, target)
  }

  /// Sets the scores of a run of lone sentences from two probabilities.
  ///
  /// `open` is the probability that a run opens on one given side, `extend` that an open run goes
  /// on.
  mutating func setGap(open: Double, extend: Double) {
    self.open = log(open)
    self.extend = log(extend)
    stay = log(1 - 2 * open)
    leave = log(1 - extend)
  }

  /// The kinds of joining beads, by the numbers of source and target sentences.
  enum Kind: Int, CaseIterable {
    case oneOne, twoOne, oneTwo, twoTwo

    var source: Int { self == .twoOne || self == .twoTwo ? 2 : 1 }
    var target: Int { self == .oneTwo || self == .twoTwo ? 2 : 1 }

    /// The share of the kind among all beads, from Gale and Church.
    var share: Double {
      switch self {
      case .oneOne: 0.89
      case .twoOne, .oneTwo: 0.0445
      case .twoTwo: 0.011
      }
    }
  }
}

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

  /// The walls of texts without paragraphs: none.
  init() {}

  /// The walls between two texts, from their paragraphs and the beads found so far.
  init(_ source: AlignmentText, _ target: AlignmentText, seen: Evidence = Evidence()) {
    guard let s = Self.share(source), let t = Self.share(target) else { return }
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
  private static func share(_ text: AlignmentText) -> Double? {
    let opening = text.opensParagraph.count { $0 }
    guard opening > 1, opening < text.count else { return nil }
    return Double(opening) / Double(text.count)
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
