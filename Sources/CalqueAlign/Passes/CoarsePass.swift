internal import Glibc

/// The first alignment of two texts: few kinds of beads, the most telling words, the lengths.
///
/// Its path is where the fine passes look. Texts of up to `wholeCells` pairs of sentences are
/// aligned over the whole matrix; longer ones in a band around a chain of anchors (`AnchorChain`).
struct CoarsePass {
  /// The largest matrix that is computed whole.
  var wholeCells = 2_000_000
  /// The distance from the chain of anchors within which a long text is aligned.
  var radius = 48

  private enum Score {
    static let oneToOne = log(0.84)
    static let oneToTwo = log(0.045)
    static let lone = -3.5
    static let lexical: Double = 0.85
    static let split: Double = 0.8
  }

  /// The best path.
  func path(_ pair: PairWords, _ model: LexicalModel) -> [Step] {
    let (n, m) = (pair.source.count, pair.target.count)
    guard n > 0, m > 0 else {
      return [Step(source: 0..<n, target: 0..<m)]
    }
    let candidates = Candidates(pair, model)
    let band =
      (n + 1) * (m + 1) <= wholeCells
      ? .whole(n, m)
      : AnchorChain(candidates, source: n, target: m).band(radius: radius)
    return walkBack(choices(pair, candidates, band), band)
  }

  private enum Move: UInt8 { case oneToOne, twoToOne, oneToTwo, source, target }

  /// How the best path comes to each cell of the band.
  private func choices(
    _ pair: PairWords, _ candidates: Candidates, _ band: Band
  ) -> [UInt8] {
    let (n, m) = (pair.source.count, pair.target.count)
    let model = LengthModel(ratio: pair.ratio)
    let tails = LengthModel.table
    let source = pair.source.lengths.map { $0 * pair.ratio }
    let target = pair.target.lengths
    var choices = [UInt8](repeating: 0, count: band.cells)
    var scores = RowWindow(depth: 3, columns: m + 1)
    // The evidence of the words for the row's sentence and the one before, by target sentence.
    var now = [Float](repeating: 0, count: m)
    var before = now
    for i in 0...n {
      swap(&now, &before)
      if i > 2 { for candidate in candidates.row(i - 3) { now[Int(candidate.target)] = 0 } }
      if i > 0 {
        for candidate in candidates.row(i - 1) {
          now[Int(candidate.target)] = candidate.evidence
        }
      }
      let row = band.columns[i]
      scores.begin(i, row)
      var cell = band.starts[i]
      for j in row {
        if i == 0, j == 0 {
          scores[0, 0] = 0
          cell += 1
          continue
        }
        var best = -Double.infinity
        var move = Move.source
        if i > 0 { best = scores[i - 1, j] + Score.lone }
        if j > 0 {
          let value = scores[i, j - 1] + Score.lone
          if value > best { (best, move) = (value, .target) }
        }
        if i > 0, j > 0 {
          let (s, t) = (source[i - 1], target[j - 1])
          let evidence = Double(now[j - 1])
          let value =
            scores[i - 1, j - 1] + Score.oneToOne + model.evidence(s, t, tails)
            + Score.lexical * evidence
          if value >= best { (best, move) = (value, .oneToOne) }
          if i > 1 {
            let value =
              scores[i - 2, j - 1] + Score.oneToTwo
              + model.evidence(s + source[i - 2], t, tails)
              + Score.lexical * Score.split * (evidence + Double(before[j - 1]))
            if value > best { (best, move) = (value, .twoToOne) }
          }
          if j > 1 {
            let value =
              scores[i - 1, j - 2] + Score.oneToTwo
              + model.evidence(s, t + target[j - 2], tails)
              + Score.lexical * Score.split * (evidence + Double(now[j - 2]))
            if value > best { (best, move) = (value, .oneToTwo) }
          }
        }
        scores[i, j] = best
        choices[cell] = move.rawValue
        cell += 1
      }
    }
    return choices
  }

  private func walkBack(_ choices: [UInt8], _ band: Band) -> [Step] {
    var steps: [Step] = []
    var (i, j) = (band.columns.count - 1, band.columns[band.columns.count - 1].upperBound)
    while i > 0 || j > 0 {
      let move = Move(rawValue: choices[band.starts[i] + j - band.columns[i].lowerBound])
      let (end, last) = (i, j)
      switch move ?? .oneToOne {
      case .oneToOne: (i, j) = (i - 1, j - 1)
      case .twoToOne: (i, j) = (i - 2, j - 1)
      case .oneToTwo: (i, j) = (i - 1, j - 2)
      case .source: i -= 1
      case .target: j -= 1
      }
      steps.append(Step(source: i..<end, target: j..<last))
    }
    return steps.reversed()
  }
}
