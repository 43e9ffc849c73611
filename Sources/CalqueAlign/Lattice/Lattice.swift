/// All alignments of two texts inside a band, with what each costs.
///
/// A cell (i, j) stands after i source and j target sentences and is reached in three states: by a
/// bead that joins something, by a lone source sentence, by a lone target sentence. `ready` is the
/// three together, each with the cost of beginning a joining bead next.
struct Lattice {
  let source: AlignmentText
  let target: AlignmentText
  let band: Band
  let lengths: LengthModel
  let beads: BeadModel

  /// Lengths times the ratio, as the model compares them.
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

  /// The score of the joining bead of a kind that ends at a cell.
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
  /// How it moves.
  enum Move: Equatable {
    case join(BeadModel.Kind)
    case loneSource
    case loneTarget
  }

  let move: Move
  /// The cell it leaves.
  let source: Int
  let target: Int

  var end: (source: Int, target: Int) {
    switch move {
    case .join(let kind): (source + kind.source, target + kind.target)
    case .loneSource: (source + 1, target)
    case .loneTarget: (source, target + 1)
    }
  }
}
