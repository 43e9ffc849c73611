extension Lattice {
  /// The path of the highest score, by Viterbi's algorithm (1967).
  ///
  /// - Complexity: O(cells) time; one byte a cell, and nine rows of numbers.
  func bestPath() -> [Step] {
    let columns = target.count + 1
    // Two bits each, from the lowest: the kind of the joining bead that ends at a cell, then the
    // states before `ready`, before a lone source sentence and before a lone target sentence.
    var choices = [UInt8](repeating: 0, count: band.cells)
    // Two columns of padding come before the first, so that no bead reaches outside.
    let nothing = [Double](repeating: -.infinity, count: columns + 2)
    var ready = nothing
    var ready1 = nothing
    var ready2 = nothing
    var joined = nothing
    var joined1 = nothing
    var loneS = nothing
    var loneS1 = nothing
    var loneT = nothing
    var loneT1 = nothing
    let (open, extend, stay, leave) = (beads.open, beads.extend, beads.stay, beads.leave)

    for i in 0...source.count {
      swap(&ready1, &ready2)
      swap(&ready, &ready1)
      swap(&joined, &joined1)
      swap(&loneS, &loneS1)
      swap(&loneT, &loneT1)
      // Rows are reused: cells of two or three rows before that this row does not write are
      // cleared.
      for j in band.left(behind: i - 3, at: i) { ready[j + 2] = -.infinity }
      for j in band.left(behind: i - 2, at: i) {
        joined[j + 2] = -.infinity
        loneS[j + 2] = -.infinity
        loneT[j + 2] = -.infinity
      }
      let row = band.columns[i]
      var cell = band.starts[i]
      for j in row {
        var bead = -Double.infinity
        var choice: UInt8 = 0
        if i == 0, j == 0 { bead = 0 }
        if i >= 1, j >= 1 {
          bead = ready1[j + 1] + score(.oneOne, endingAt: i, j)
          if i >= 2 {
            let other = ready2[j + 1] + score(.twoOne, endingAt: i, j)
            if other > bead { (bead, choice) = (other, 1) }
          }
          if j >= 2 {
            let other = ready1[j] + score(.oneTwo, endingAt: i, j)
            if other > bead { (bead, choice) = (other, 2) }
            if i >= 2 {
              let other = ready2[j] + score(.twoTwo, endingAt: i, j)
              if other > bead { (bead, choice) = (other, 3) }
            }
          }
        }
        joined[j + 2] = bead

        let (s, sFrom) = Self.best(
          joined1[j + 2] + open, loneS1[j + 2] + extend, loneT1[j + 2] + open)
        loneS[j + 2] = i > 0 ? s : -.infinity
        let isFirst = j == row.lowerBound
        let (t, tFrom) =
          isFirst
          ? (-.infinity, 0)
          : Self.best(joined[j + 1] + open, loneS[j + 1] + open, loneT[j + 1] + extend)
        loneT[j + 2] = t
        let (next, from) = Self.best(bead + stay, loneS[j + 2] + leave, t + leave)
        ready[j + 2] = next
        choices[cell] = choice | from << 2 | sFrom << 4 | tFrom << 6
        cell += 1
      }
    }
    let end = target.count + 2
    let (_, last) = Self.best(joined[end], loneS[end], loneT[end])
    return walkBack(choices, from: last)
  }

  /// The best score of the three states, and the state: 0 joined, 1 lone source, 2 lone target.
  @inline(__always)
  private static func best(_ join: Double, _ s: Double, _ t: Double) -> (Double, UInt8) {
    join >= s ? (join >= t ? (join, 0) : (t, 2)) : (s >= t ? (s, 1) : (t, 2))
  }

  /// Reads the best path off the choices, from its end to its beginning.
  private func walkBack(_ choices: [UInt8], from last: UInt8) -> [Step] {
    var steps: [Step] = []
    var (i, j, state) = (source.count, target.count, last)
    while i > 0 || j > 0 {
      let choice = choices[band.starts[i] + j - band.columns[i].lowerBound]
      switch state {
      case 1:
        i -= 1
        steps.append(Step(move: .loneSource, source: i, target: j))
        state = choice >> 4 & 3
      case 2:
        j -= 1
        steps.append(Step(move: .loneTarget, source: i, target: j))
        state = choice >> 6 & 3
      default:
        let kind = BeadModel.Kind(rawValue: Int(choice & 3)) ?? .oneOne
        i -= kind.source
        j -= kind.target
        steps.append(Step(move: .join(kind), source: i, target: j))
        state = choices[band.starts[i] + j - band.columns[i].lowerBound] >> 2 & 3
      }
    }
    return steps.reversed()
  }
}
