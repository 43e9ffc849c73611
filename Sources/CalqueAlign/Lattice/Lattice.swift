/// All alignments of two texts inside a band, with the score of each.
///
/// A cell (i, j) is the place behind i source and j target sentences. A path reaches a cell in one
/// of three states: by a joining bead, by a lone source sentence, or by a lone target sentence.
/// `ready` combines the three states, each with the score of beginning a joining bead next.
struct Lattice {
  let source: AlignmentText
  let target: AlignmentText
  let band: Band
  let lengths: LengthModel
  let beads: BeadModel

  /// The lengths as the model compares them: the source's times the ratio, and the target's.
  private let sourceLengths: [Double]
  private let targetLengths: [Double]
  private let tails = LengthModel.table

  init(
    _ source: AlignmentText, _ target: AlignmentText, band: Band, lengths: LengthModel,
    beads: BeadModel
  ) {
    self.source = source
    self.target = target
    self.band = band
    self.lengths = lengths
    self.beads = beads
    sourceLengths = source.lengths.map { Double($0) * lengths.ratio }
    targetLengths = target.lengths.map(Double.init)
  }

  /// The score of a joining bead of a kind that ends at a cell.
  @inline(__always)
  func score(_ kind: BeadModel.Kind, endingAt i: Int, _ j: Int) -> Double {
    let from = i - kind.source
    let to = j - kind.target
    var s = sourceLengths[from]
    var t = targetLengths[to]
    let walls = beads.paragraphs
    var score =
      beads.kinds[kind.rawValue]
      + walls.beginnings[
        (source.opensParagraph[from] ? 2 : 0) + (target.opensParagraph[to] ? 1 : 0)]
    if kind.source == 2 {
      s += sourceLengths[from + 1]
      if source.opensParagraph[from + 1] { score += walls.sourceCrossing }
    }
    if kind.target == 2 {
      t += targetLengths[to + 1]
      if target.opensParagraph[to + 1] { score += walls.targetCrossing }
    }
    return score + lengths.evidence(s, t, tails)
  }
}

/// One step of a path through a lattice.
struct Step: Equatable {
  /// The kinds of steps: a joining bead, or a lone sentence on one side.
  enum Move: Equatable {
    case join(BeadModel.Kind)
    case loneSource
    case loneTarget
  }

  let move: Move
  /// The cell that the step leaves.
  let source: Int
  let target: Int

  /// The cell that the step reaches.
  var end: (source: Int, target: Int) {
    switch move {
    case .join(let kind): (source + kind.source, target + kind.target)
    case .loneSource: (source + 1, target)
    case .loneTarget: (source, target + 1)
    }
  }
}
