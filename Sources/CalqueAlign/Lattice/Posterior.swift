internal import Glibc

/// The logarithms of the weights of all paths to a cell, or from a cell, in each state.
struct CellWeight {
  var ready = -Double.infinity
  var joined = -Double.infinity
  var loneSource = -Double.infinity
  var loneTarget = -Double.infinity
}

extension Lattice {
  /// The confidence of each step of a path: the share of the lattice's paths that take the step.
  ///
  /// A path counts with its weight, the exponential of its score. The shares come from forward and
  /// backward sums over the lattice (L. E. Baum et al., 1970), with all scores divided by a
  /// temperature.
  ///
  /// - Complexity: O(cells) time, and a few rows of numbers: sums are kept only along the path.
  func confidences(of path: [Step], temperature: Double) -> [Double] {
    guard !path.isEmpty else { return [] }
    let forward = forwardWeights(along: path, temperature)
    let (backward, total) = backwardWeights(along: path, temperature)
    let (open, extend) = (beads.open / temperature, beads.extend / temperature)
    return path.indices.map { index in
      let step = path[index]
      let before = forward[index]
      let after = backward[index]
      let weight =
        switch step.move {
        case .join(let kind):
          before.ready + after.joined
            + score(kind, endingAt: step.end.source, step.end.target) / temperature
        case .loneSource:
          Self.sum(before.joined + open, before.loneSource + extend, before.loneTarget + open)
            + after.loneSource
        case .loneTarget:
          Self.sum(before.joined + open, before.loneSource + open, before.loneTarget + extend)
            + after.loneTarget
        }
      return min(1, exp(weight - total))
    }
  }

  /// The weights of all paths to the cell that each step leaves.
  private func forwardWeights(along path: [Step], _ temperature: Double) -> [CellWeight] {
    let t = temperature
    let (open, extend) = (beads.open / t, beads.extend / t)
    let (stay, leave) = (beads.stay / t, beads.leave / t)
    let nothing = [CellWeight](repeating: CellWeight(), count: target.count + 3)
    var (now, before, earlier) = (nothing, nothing, nothing)
    var weights: [CellWeight] = []
    var next = 0
    for i in 0...source.count {
      swap(&before, &earlier)
      swap(&now, &before)
      for j in band.left(behind: i - 3, at: i) { now[j + 2] = CellWeight() }
      for j in band.columns[i] {
        var cell = CellWeight()
        if i == 0, j == 0 { cell.joined = 0 }
        if i >= 1 {
          let above = before[j + 2]
          cell.loneSource = Self.sum(
            above.joined + open, above.loneSource + extend, above.loneTarget + open)
          if j >= 1 {
            cell.joined = Self.sum(
              before[j + 1].ready + score(.oneOne, endingAt: i, j) / t,
              i >= 2 ? earlier[j + 1].ready + score(.twoOne, endingAt: i, j) / t : -.infinity,
              j >= 2 ? before[j].ready + score(.oneTwo, endingAt: i, j) / t : -.infinity,
              i >= 2 && j >= 2
                ? earlier[j].ready + score(.twoTwo, endingAt: i, j) / t : -.infinity)
          }
        }
        if j >= 1, j > band.columns[i].lowerBound {
          let left = now[j + 1]
          cell.loneTarget = Self.sum(
            left.joined + open, left.loneSource + open, left.loneTarget + extend)
        }
        cell.ready = Self.sum(cell.joined + stay, cell.loneSource + leave, cell.loneTarget + leave)
        now[j + 2] = cell
        while next < path.count, path[next].source == i, path[next].target == j {
          weights.append(cell)
          next += 1
        }
      }
    }
    return weights
  }

  /// The weights of all paths from the cell that each step reaches, and of all paths together.
  private func backwardWeights(
    along path: [Step], _ temperature: Double
  ) -> ([CellWeight], total: Double) {
    let t = temperature
    let (open, extend) = (beads.open / t, beads.extend / t)
    let (stay, leave) = (beads.stay / t, beads.leave / t)
    let (n, m) = (source.count, target.count)
    let nothing = [CellWeight](repeating: CellWeight(), count: m + 3)
    var (now, after, later) = (nothing, nothing, nothing)
    var weights = [CellWeight](repeating: CellWeight(), count: path.count)
    var next = path.count - 1
    var first = CellWeight()
    for i in stride(from: n, through: 0, by: -1) {
      swap(&after, &later)
      swap(&now, &after)
      for j in band.left(behind: i + 3, at: i) { now[j] = CellWeight() }
      for j in band.columns[i].reversed() {
        var cell = CellWeight()
        if i < n, j < m {
          cell.ready = Self.sum(
            after[j + 1].joined + score(.oneOne, endingAt: i + 1, j + 1) / t,
            i + 2 <= n
              ? later[j + 1].joined + score(.twoOne, endingAt: i + 2, j + 1) / t : -.infinity,
            j + 2 <= m
              ? after[j + 2].joined + score(.oneTwo, endingAt: i + 1, j + 2) / t : -.infinity,
            i + 2 <= n && j + 2 <= m
              ? later[j + 2].joined + score(.twoTwo, endingAt: i + 2, j + 2) / t : -.infinity)
        }
        let loneS = i < n ? after[j].loneSource : -.infinity
        let loneT = j < band.columns[i].upperBound ? now[j + 1].loneTarget : -.infinity
        if i == n, j == m {
          cell.joined = 0
          cell.loneSource = 0
          cell.loneTarget = 0
        } else {
          cell.joined = Self.sum(cell.ready + stay, loneS + open, loneT + open)
          cell.loneSource = Self.sum(cell.ready + leave, loneS + extend, loneT + open)
          cell.loneTarget = Self.sum(cell.ready + leave, loneS + open, loneT + extend)
        }
        now[j] = cell
        while next >= 0, path[next].end == (i, j) {
          weights[next] = cell
          next -= 1
        }
        first = cell
      }
    }
    return (weights, first.joined)
  }

  /// The logarithm of the sum of weights given by their logarithms.
  @inline(__always)
  private static func sum(
    _ a: Double, _ b: Double, _ c: Double, _ d: Double = -.infinity
  ) -> Double {
    let largest = max(max(a, b), max(c, d))
    guard largest > -.infinity else { return largest }
    var rest = 0.0
    // e^-40 changes no digit that a confidence shows.
    if a > largest - 40 { rest += exp(a - largest) }
    if b > largest - 40 { rest += exp(b - largest) }
    if c > largest - 40 { rest += exp(c - largest) }
    if d > largest - 40 { rest += exp(d - largest) }
    return largest + log(rest)
  }
}
