/// All alignments of two texts inside a band, with the score of each.
///
/// A cell (i, j) is the place behind i source and j target sentences. A path reaches a cell in one
/// of three states: by a bead, by a lone source sentence, or by a lone target sentence. `ready`
/// combines the three states, each with the score of beginning a bead next.
struct Lattice {
  let pair: PairWords
  let band: Band
  let beads: BeadModel
  let lexical: LexicalModel

  private let lengths: LengthModel
  private let tails = LengthModel.table
  /// The sums of the lengths before each sentence, the source's times the ratio.
  private let sourceLengths: [Double]
  private let targetLengths: [Double]

  /// The number of rows, which is one more than that of source sentences.
  var rows: Int { pair.source.count + 1 }
  /// The number of columns.
  var columns: Int { pair.target.count + 1 }

  init(
    _ pair: PairWords, band: Band, ratio: Double, beads: BeadModel, lexical: LexicalModel
  ) {
    self.pair = pair
    self.band = band
    self.beads = beads
    self.lexical = lexical
    lengths = LengthModel(ratio: ratio)
    sourceLengths = Self.sums(pair.source.lengths.map { $0 * ratio })
    targetLengths = Self.sums(pair.target.lengths)
  }

  private static func sums(_ lengths: [Double]) -> [Double] {
    var sums = [0.0]
    sums.reserveCapacity(lengths.count + 1)
    for length in lengths { sums.append(sums[sums.count - 1] + length) }
    return sums
  }

  /// The score of a bead of a source and b target sentences that ends at a cell.
  ///
  /// - Returns: the score; minus infinity for a large bead whose lengths disagree.
  @inline(__always)
  func score(_ a: Int, _ b: Int, endingAt i: Int, _ j: Int, _ block: LexicalBlock) -> Double {
    let (from, to) = (i - a, j - b)
    let evidence = lengths.evidence(
      sourceLengths[i] - sourceLengths[from], targetLengths[j] - targetLengths[to], tails)
    if a + b > 2, evidence < (a + b > 3 ? -9 : -14) { return -.infinity }
    var score = beads.kinds[(a - 1) * BeadModel.most + b - 1] + evidence
    score += Double(block.score(a, b, endingAt: i, j))
    if beads.paragraphs.isOpen { return score }
    return score + walls(from..<i, to..<j)
  }

  /// The scores of the beads of a path; 0 for a lone sentence.
  func scores(of path: [Step]) -> [Double] {
    var block = LexicalBlock(pair, band: band, lexical)
    return path.map { step in
      guard step.isJoint else { return 0 }
      let (i, j) = (step.source.upperBound, step.target.upperBound)
      block.ensure(i)
      return score(step.source.count, step.target.count, endingAt: i, j, block)
    }
  }

  private func walls(_ source: Range<Int>, _ target: Range<Int>) -> Double {
    let (s, t) = (pair.source.opensParagraph, pair.target.opensParagraph)
    var score =
      beads.paragraphs.beginnings[(s[source.lowerBound] ? 2 : 0) + (t[target.lowerBound] ? 1 : 0)]
    for sentence in source.dropFirst() where s[sentence] {
      score += beads.paragraphs.sourceCrossing
    }
    for sentence in target.dropFirst() where t[sentence] {
      score += beads.paragraphs.targetCrossing
    }
    return score
  }
}
