/// The cells of the matrix of two texts that an alignment looks at: a stretch of columns a row.
///
/// Row i stands between source sentences i-1 and i, column j likewise in the target.
struct Band {
  /// The first and the last column of each row; neither ever falls from a row to the next.
  private(set) var columns: [ClosedRange<Int>]

  /// Where each row begins among all cells, and how many cells there are.
  let starts: [Int]
  let cells: Int

  init(columns: [ClosedRange<Int>]) {
    self.columns = columns
    var cells = 0
    starts = columns.map { row in
      defer { cells += row.count }
      return cells
    }
    self.cells = cells
  }

  /// The columns of another row that a row does not hold.
  func left(behind other: Int, at row: Int) -> [Int] {
    guard columns.indices.contains(other) else { return [] }
    let (there, here) = (columns[other], columns[row])
    return there == here ? [] : there.filter { !here.contains($0) }
  }

  /// The whole matrix.
  static func whole(_ source: Int, _ target: Int) -> Band {
    Band(columns: [ClosedRange<Int>](repeating: 0...target, count: source + 1))
  }

  /// The cells within a distance of a path through the matrix at half the resolution.
  ///
  /// - Parameters:
  ///   - path: the places between the beads of the coarse path, from (0, 0) to its end.
  ///   - radius: the distance, in sentences of the finer texts, both ways.
  ///   - source: the sentences of the finer source.
  ///   - target: the sentences of the finer target.
  /// - Returns: the band.
  static func around(
    _ path: [(source: Int, target: Int)], radius: Int, source: Int, target: Int
  ) -> Band {
    var first = [Int](repeating: target, count: source + 1)
    var last = [Int](repeating: 0, count: source + 1)
    var previous = (source: 0, target: 0)
    for place in path + [(source: (source + 1) / 2, target: (target + 1) / 2)] {
      for row in min(source, previous.source * 2)...min(source, place.source * 2) {
        first[row] = min(first[row], previous.target * 2)
        last[row] = max(last[row], min(target, place.target * 2))
      }
      previous = place
    }
    // Widened along the rows too: where the path runs straight along one, the true one may do so
    // some rows before or after.
    return Band(
      columns: (0...source).map { row in
        max(
          0, first[max(0, row - radius)] - radius)...min(
            target, last[min(source, row + radius)] + radius)
      })
  }
}
