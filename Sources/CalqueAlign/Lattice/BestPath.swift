extension Lattice {
  /// How the best path came to a cell, in each of its states; two bits a state, and the bead.
  private struct Choice {
    var bits: UInt16 = 0

    /// The bead that ends at the cell: its place in `BeadModel.kinds`.
    var bead: Int {
      get { Int(bits & 15) }
      set { bits = bits & ~15 | UInt16(newValue) }
    }

    /// The state before: 0 for a bead, 1 for a lone source sentence, 2 for a lone target sentence.
    func state(before state: State) -> Int { Int(bits >> state.shift & 3) }
    mutating func set(_ value: Int, before state: State) {
      bits = bits & ~(3 << state.shift) | UInt16(value) << state.shift
    }
  }

  private enum State {
    case ready, loneSource, loneTarget

    var shift: UInt16 {
      switch self {
      case .ready: 4
      case .loneSource: 6
      case .loneTarget: 8
      }
    }
  }

  /// The path of the highest score, by Viterbi's algorithm (1967).
  ///
  /// - Complexity: O(cells) time; two bytes a cell, and a few rows of numbers.
  func bestPath() -> [Step] {
    var choices = [Choice](repeating: Choice(), count: band.cells)
    var block = LexicalBlock(pair, band: band, lexical)
    var states = StateRows(columns: columns)
    let (open, extend, stay, leave) = (beads.open, beads.extend, beads.stay, beads.leave)

    for i in 0..<rows {
      block.ensureForward(i)
      let row = band.columns[i]
      states.begin(i, row)
      var cell = band.starts[i]
      for j in row {
        var choice = Choice()
        var bead = i == 0 && j == 0 ? 0 : -Double.infinity
        for a in 1...BeadModel.most where a <= i {
          for b in 1...BeadModel.most where b <= j {
            let before = states.ready[i - a, j - b]
            guard before > -.infinity else { continue }
            let value = before + score(a, b, endingAt: i, j, block)
            if value > bead {
              bead = value
              choice.bead = (a - 1) * BeadModel.most + b - 1
            }
          }
        }
        states.joined[i, j] = bead
        var (s, t) = (-Double.infinity, -Double.infinity)
        var from = 0
        if i > 0 {
          (s, from) = Self.best(
            states.joined[i - 1, j] + open, states.loneSource[i - 1, j] + extend,
            states.loneTarget[i - 1, j] + open)
          choice.set(from, before: .loneSource)
        }
        if j > row.lowerBound {
          (t, from) = Self.best(
            states.joined[i, j - 1] + open, states.loneSource[i, j - 1] + open,
            states.loneTarget[i, j - 1] + extend)
          choice.set(from, before: .loneTarget)
        }
        states.loneSource[i, j] = s
        states.loneTarget[i, j] = t
        let (next, state) = Self.best(bead + stay, s + leave, t + leave)
        choice.set(state, before: .ready)
        states.ready[i, j] = next
        choices[cell] = choice
        cell += 1
      }
    }
    let (i, j) = (rows - 1, columns - 1)
    let (_, last) = Self.best(states.joined[i, j], states.loneSource[i, j], states.loneTarget[i, j])
    return walkBack(choices, from: last)
  }

  /// The best score of the three states, and the state: 0 joined, 1 lone source, 2 lone target.
  @inline(__always)
  private static func best(_ join: Double, _ s: Double, _ t: Double) -> (Double, Int) {
    join >= s ? (join >= t ? (join, 0) : (t, 2)) : (s >= t ? (s, 1) : (t, 2))
  }

  /// Reads the best path off the choices, from its end to its beginning.
  private func walkBack(_ choices: [Choice], from last: Int) -> [Step] {
    var steps: [Step] = []
    var (i, j, state) = (rows - 1, columns - 1, last)
    func choice() -> Choice { choices[band.starts[i] + j - band.columns[i].lowerBound] }
    while i > 0 || j > 0 {
      let here = choice()
      switch state {
      case 1:
        i -= 1
        steps.append(Step(source: i..<(i + 1), target: j..<j))
        state = here.state(before: .loneSource)
      case 2:
        j -= 1
        steps.append(Step(source: i..<i, target: j..<(j + 1)))
        state = here.state(before: .loneTarget)
      default:
        let (a, b) = (here.bead / BeadModel.most + 1, here.bead % BeadModel.most + 1)
        i -= a
        j -= b
        steps.append(Step(source: i..<(i + a), target: j..<(j + b)))
        state = choice().state(before: .ready)
      }
    }
    return steps.reversed()
  }
}
