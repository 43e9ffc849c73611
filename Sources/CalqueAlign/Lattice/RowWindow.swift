/// The last rows of a matrix, of which only the cells of a band are written; the others hold minus
/// infinity.
struct RowWindow {
  private var rows: [[Double]]
  private var written: [Range<Int>]

  /// The number of columns before the first and behind the last that may be read.
  static let margin = BeadModel.most

  /// A window of `depth` rows.
  init(depth: Int, columns: Int) {
    rows = Array(
      repeating: [Double](repeating: -.infinity, count: columns + 2 * Self.margin), count: depth)
    written = Array(repeating: 0..<0, count: depth)
  }

  /// Begins a row, in which the cells of a range will be written, in place of the oldest one.
  mutating func begin(_ row: Int, _ columns: ClosedRange<Int>) {
    let slot = row % rows.count
    for column in written[slot] { rows[slot][column] = -.infinity }
    written[slot] = (columns.lowerBound + Self.margin)..<(columns.upperBound + Self.margin + 1)
  }

  /// The value of a cell of one of the last rows.
  subscript(row: Int, column: Int) -> Double {
    @inline(__always) get { rows[row % rows.count][column + Self.margin] }
    @inline(__always) set { rows[row % rows.count][column + Self.margin] = newValue }
  }
}

/// The last rows of a lattice's cells: the best score or the weight of each state.
struct StateRows {
  /// A bead may begin here; beads look back four rows.
  var ready: RowWindow
  /// A bead has ended here.
  var joined: RowWindow
  /// A source sentence without a counterpart has ended here.
  var loneSource: RowWindow
  /// A target sentence without a counterpart has ended here.
  var loneTarget: RowWindow

  /// Rows that hold minus infinity.
  ///
  /// - Parameters:
  ///   - columns: the number of columns.
  ///   - isBackward: whether rows are written from the last to the first; then beads look at the
  ///     rows where they end.
  init(columns: Int, isBackward: Bool = false) {
    let (deep, flat) = (BeadModel.most + 1, 2)
    ready = RowWindow(depth: isBackward ? 1 : deep, columns: columns)
    joined = RowWindow(depth: isBackward ? deep : flat, columns: columns)
    loneSource = RowWindow(depth: flat, columns: columns)
    loneTarget = RowWindow(depth: flat, columns: columns)
  }

  /// Begins a row, in which the cells of a range will be written.
  mutating func begin(_ row: Int, _ columns: ClosedRange<Int>) {
    ready.begin(row, columns)
    joined.begin(row, columns)
    loneSource.begin(row, columns)
    loneTarget.begin(row, columns)
  }
}
