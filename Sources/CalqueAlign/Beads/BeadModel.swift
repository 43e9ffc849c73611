internal import Glibc

/// The scores of beads apart from lengths and words, as logarithms.
///
/// Sentences without a counterpart are not scored by themselves. A run of them costs one step to
/// open and a smaller step for each further sentence (an affine gap: O. Gotoh, "An improved
/// algorithm for matching biological sequences", Journal of Molecular Biology 162, 1982).
struct BeadModel: Sendable {
  /// The largest number of sentences on one side of a bead.
  static let most = 4

  /// The scores of the kinds of beads: a source and b target sentences at (a − 1)·4 + b − 1.
  private(set) var kinds: [Double]

  /// The gain of a bead over the same sentences alone.
  static let gain = 0.8
  /// The loss of a bead of several sentences on both sides, which good alignments rarely need.
  static let manyToMany = -2.0

  /// The score of opening a run of lone sentences on one given side.
  private(set) var open = Self.firstOpen
  /// The score of a further sentence in the run.
  private(set) var extend = Self.firstExtend
  /// The score of opening no run.
  private(set) var stay = log(1 - exp(Self.firstOpen))
  /// The score of ending a run.
  private(set) var leave = log(1 - exp(Self.firstExtend))

  static let firstOpen = -3.5
  static let firstExtend = -1.8

  /// The scores of the paragraphs.
  private(set) var paragraphs: ParagraphWalls

  /// The shares of the kinds before anything is aligned, in the order of `kinds`.
  static let shares: [Double] = [
    0.84, 0.045, 0.007, 0.0015,
    0.045, 0.008, 0.002, 0.0006,
    0.007, 0.002, 0.0006, 0.0003,
    0.0015, 0.0006, 0.0003, 0.0002,
  ]

  /// The model of two texts before anything is aligned.
  init(_ pair: PairWords) {
    kinds = Self.scores(Self.shares)
    paragraphs = ParagraphWalls(pair.source.opensParagraph, pair.target.opensParagraph)
  }

  /// The model that an alignment shows, with the first one as pseudo-counts.
  init(_ pair: PairWords, learnedFrom path: [Step]) {
    var counts = [Double](repeating: 0, count: Self.shares.count)
    var (opened, extended, places) = (0.0, 0.0, 0.0)
    var seen = ParagraphWalls.Evidence()
    var before: Step?
    for step in path {
      if step.isJoint {
        places += 1
        counts[(step.source.count - 1) * Self.most + step.target.count - 1] += 1
        seen.add(
          pair.source.opensParagraph[step.source], pair.target.opensParagraph[step.target])
      } else if let before, !before.isJoint, before.source.isEmpty == step.source.isEmpty {
        extended += 1
      } else {
        places += 1
        opened += 1
      }
      before = step
    }
    let joints = counts.reduce(0, +)
    kinds = Self.scores(
      zip(counts, Self.shares).map { ($0 + 30 * $1) / (joints + 30) })
    // A text full of gaps must not learn that gaps cost nothing.
    let firstOpen = exp(Self.firstOpen)
    let open = min(0.2, (opened + 20 * firstOpen) / (places + 20))
    let extend = min(0.9, (extended + 10 * exp(Self.firstExtend)) / (extended + opened + 10))
    self.open = log(open)
    self.extend = log(extend)
    stay = log(1 - open)
    leave = log(1 - extend)
    paragraphs = ParagraphWalls(
      pair.source.opensParagraph, pair.target.opensParagraph, seen: seen)
  }

  /// The model of sentences that a path left alone: beads have to be better than none, and do not
  /// join sentences that are not neighbours.
  static var ofFreeSentences: BeadModel {
    BeadModel(
      kinds: scores(shares).map { $0 - gain }, open: log(0.3), extend: log(0.8),
      paragraphs: .closed)
  }

  private init(kinds: [Double], open: Double, extend: Double, paragraphs: ParagraphWalls) {
    self.kinds = kinds
    self.open = open
    self.extend = extend
    stay = log(1 - exp(open))
    leave = log(1 - exp(extend))
    self.paragraphs = paragraphs
  }

  private static func scores(_ shares: [Double]) -> [Double] {
    shares.enumerated().map { place, share in
      let isMany = place / most > 0 && place % most > 0
      return log(share) + gain + (isMany ? manyToMany : 0)
    }
  }
}
