internal import Glibc

extension Lattice {
  /// The logarithms of the weights of all paths to a cell, or from a cell, in each state.
  private struct CellWeight {
    var ready = -Double.infinity
    var joined = -Double.infinity
    var loneSource = -Double.infinity
    var loneTarget = -Double.infinity
  }

  /// The weights of all paths to cells.
  private struct ForwardWeights {
    /// The weights to the cell that each step of a path leaves.
    var alongPath: [CellWeight] = []
    /// For each cell, the weights of the paths that reach it by a lone source and a lone target
    /// sentence.
    var lone: [SIMD2<Double>]
    /// The weight of all paths.
    var total = -Double.infinity
  }

  /// The weights of all paths from cells.
  private struct BackwardWeights {
    /// The weights from the cell that each step of a path reaches.
    var alongPath: [CellWeight]
    /// The share of the paths in which each source sentence has no counterpart.
    var source: [Double]
    /// The share of the paths in which each target sentence has no counterpart.
    var target: [Double]
  }

  /// The confidence of each step of a path.
  ///
  /// The confidence of a bead is the share of the lattice's paths that hold the bead, that of a lone
  /// sentence the share of those in which the sentence has no counterpart. A path counts with its
  /// weight, the exponential of its score. The shares come from forward and backward sums over the
  /// lattice (L. E. Baum et al., 1970), with all scores divided by a temperature.
  ///
  /// - Complexity: O(cells) time, and 16 bytes a cell.
  func confidences(of path: [Step], temperature: Double) -> [Double] {
    guard !path.isEmpty else { return [] }
    var block = LexicalBlock(pair, band: band, lexical)
    let forward = forwardWeights(along: path, temperature, &block)
    let backward = backwardWeights(along: path, temperature, forward, &block)
    block.load(0..<0)
    return path.indices.map { index in
      let step = path[index]
      guard step.isJoint else {
        return min(
          1,
          step.target.isEmpty
            ? backward.source[step.source.lowerBound] : backward.target[step.target.lowerBound])
      }
      let (i, j) = (step.source.upperBound, step.target.upperBound)
      block.ensure(i)
      let score = score(step.source.count, step.target.count, endingAt: i, j, block)
      return min(
        1,
        exp(
          forward.alongPath[index].ready + backward.alongPath[index].joined
            + score / temperature - forward.total))
    }
  }

  private func forwardWeights(
    along path: [Step], _ temperature: Double, _ block: inout LexicalBlock
  ) -> ForwardWeights {
    let (open, extend) = (beads.open / temperature, beads.extend / temperature)
    let (stay, leave) = (beads.stay / temperature, beads.leave / temperature)
    var states = StateRows(columns: columns)
    var terms: [Double] = []
    var weights = ForwardWeights(
      lone: [SIMD2<Double>](repeating: SIMD2(repeating: -.infinity), count: band.cells))
    var place = 0
    var next = 0
    for i in 0..<rows {
      block.ensureForward(i)
      let row = band.columns[i]
      states.begin(i, row)
      for j in row {
        terms.removeAll(keepingCapacity: true)
        if i == 0, j == 0 { terms.append(0) }
        for a in 1...BeadModel.most where a <= i {
          for b in 1...BeadModel.most where b <= j {
            let before = states.ready[i - a, j - b]
            guard before > -.infinity else { continue }
            terms.append(before + score(a, b, endingAt: i, j, block) / temperature)
          }
        }
        var cell = CellWeight()
        cell.joined = Self.sum(terms)
        if i > 0 {
          cell.loneSource = Self.sum(
            states.joined[i - 1, j] + open, states.loneSource[i - 1, j] + extend,
            states.loneTarget[i - 1, j] + open)
        }
        if j > row.lowerBound {
          cell.loneTarget = Self.sum(
            states.joined[i, j - 1] + open, states.loneSource[i, j - 1] + open,
            states.loneTarget[i, j - 1] + extend)
        }
        cell.ready = Self.sum(cell.joined + stay, cell.loneSource + leave, cell.loneTarget + leave)
        states.ready[i, j] = cell.ready
        states.joined[i, j] = cell.joined
        states.loneSource[i, j] = cell.loneSource
        states.loneTarget[i, j] = cell.loneTarget
        while next < path.count, path[next].source.lowerBound == i,
          path[next].target.lowerBound == j
        {
          weights.alongPath.append(cell)
          next += 1
        }
        weights.lone[place] = SIMD2(cell.loneSource, cell.loneTarget)
        place += 1
        if i == rows - 1, j == columns - 1 {
          weights.total = Self.sum(cell.joined, cell.loneSource, cell.loneTarget)
        }
      }
    }
    return weights
  }

  private func backwardWeights(
    along path: [Step], _ temperature: Double, _ forward: ForwardWeights,
    _ block: inout LexicalBlock
  ) -> BackwardWeights {
    let (open, extend) = (beads.open / temperature, beads.extend / temperature)
    let (stay, leave) = (beads.stay / temperature, beads.leave / temperature)
    let (n, m) = (rows - 1, columns - 1)
    var states = StateRows(columns: columns, isBackward: true)
    var terms: [Double] = []
    var weights = BackwardWeights(
      alongPath: [CellWeight](repeating: CellWeight(), count: path.count),
      source: [Double](repeating: 0, count: n), target: [Double](repeating: 0, count: m))
    var next = path.count - 1
    block.load(0..<0)
    for i in stride(from: n, through: 0, by: -1) {
      if i < block.rows.lowerBound || block.rows.isEmpty {
        block.load((i - LexicalBlock.size)..<(i + BeadModel.most))
      }
      let row = band.columns[i]
      states.begin(i, row)
      for j in row.reversed() {
        terms.removeAll(keepingCapacity: true)
        for a in 1...BeadModel.most where i + a <= n {
          for b in 1...BeadModel.most where j + b <= m {
            let after = states.joined[i + a, j + b]
            guard after > -.infinity else { continue }
            terms.append(after + score(a, b, endingAt: i + a, j + b, block) / temperature)
          }
        }
        var cell = CellWeight()
        cell.ready = Self.sum(terms)
        let s = i < n ? states.loneSource[i + 1, j] : -.infinity
        let t = j < row.upperBound ? states.loneTarget[i, j + 1] : -.infinity
        if i == n, j == m {
          cell.joined = 0
          cell.loneSource = 0
          cell.loneTarget = 0
        } else {
          cell.joined = Self.sum(cell.ready + stay, s + open, t + open)
          cell.loneSource = Self.sum(cell.ready + leave, s + extend, t + open)
          cell.loneTarget = Self.sum(cell.ready + leave, s + open, t + extend)
        }
        states.joined[i, j] = cell.joined
        states.loneSource[i, j] = cell.loneSource
        states.loneTarget[i, j] = cell.loneTarget
        while next >= 0, path[next].source.upperBound == i, path[next].target.upperBound == j {
          weights.alongPath[next] = cell
          next -= 1
        }
        let lone = forward.lone[band.starts[i] + j - row.lowerBound]
        if i > 0 { weights.source[i - 1] += exp(lone.x + cell.loneSource - forward.total) }
        if j > 0 { weights.target[j - 1] += exp(lone.y + cell.loneTarget - forward.total) }
      }
    }
    return weights
  }

  /// The logarithm of the sum of three weights given by their logarithms.
  @inline(__always)
  private static func sum(_ a: Double, _ b: Double, _ c: Double) -> Double {
    let largest = max(a, max(b, c))
    guard largest > -.infinity else { return largest }
    return largest + log(exp(a - largest) + exp(b - largest) + exp(c - largest))
  }

  /// The logarithm of the sum of weights given by their logarithms.
  private static func sum(_ terms: [Double]) -> Double {
    var largest = -Double.infinity
    for term in terms { largest = max(largest, term) }
    guard largest > -.infinity else { return largest }
    var rest = 0.0
    // e^-40 changes no digit that a confidence shows.
    for term in terms where term > largest - 40 { rest += exp(term - largest) }
    return largest + log(rest)
  }
}
