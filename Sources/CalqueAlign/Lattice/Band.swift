/// The cells of the matrix of two texts that an alignment computes: one range of columns a row.
///
/// Row i is the place between source sentences i − 1 and i, column j the same place in the target.
struct Band {
  /// The first and the last column of each row; neither is smaller in the next row.
  private(set) var columns: [ClosedRange<Int>]

  /// The number of cells before each row, and the number of all cells.
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

  /// The columns of the row `other` that the row `row` does not have.
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
  ///   - path: the cells that the coarse path's steps leave, from (0, 0) on.
  ///   - radius: the distance, in sentences of the finer texts, along rows and columns.
  ///   - source: the number of sentences of the finer source.
  ///   - target: the number of sentences of the finer target.
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
    // The band is widened across rows too: if the path runs along a row, the true path may run
    // along a row before or after.
    return Band(
      columns: (0...source).map { row in
        max(
          0, first[max(0, row - radius)] - radius)...min(
            target, last[min(source, row + radius)] + radius)
      })
  }
}
