/// The cells of the matrix of two texts that an alignment computes: one range of columns a row.
///
/// Row i is the place between source sentences i − 1 and i, column j the same place in the target.
struct Band: Sendable {
  /// The first and the last column of each row; neither is smaller in the next row.
  private(set) var columns: [ClosedRange<Int>]
  /// The number of cells before each row.
  let starts: [Int]
  /// The number of all cells.
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

  /// The whole matrix.
  static func whole(_ source: Int, _ target: Int) -> Band {
    Band(columns: [ClosedRange<Int>](repeating: 0...target, count: source + 1))
  }

  /// The cells within a distance of a path, along rows and columns.
  ///
  /// - Parameters:
  ///   - path: stretches of the path in order, from the first cell to the last; the band holds the
  ///     whole rectangle of each.
  ///   - radius: the distance in sentences.
  ///   - source: the number of source sentences.
  ///   - target: the number of target sentences.
  /// - Returns: the band.
  static func around(
    _ path: some Sequence<Step>, radius: Int, source: Int, target: Int
  ) -> Band {
    var first = [Int](repeating: target, count: source + 1)
    var last = [Int](repeating: 0, count: source + 1)
    first[0] = 0
    last[source] = target
    for step in path {
      for row in step.source.lowerBound...step.source.upperBound {
        first[row] = min(first[row], step.target.lowerBound)
        last[row] = max(last[row], step.target.upperBound)
      }
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
