/// The lexical scores of the sentence pairs of a band, for some rows at a time.
///
/// A bead's score is a sum over its sentences: each target sentence given the source sentences of
/// the bead, and each source sentence given the target sentences. So the scores of the pairs give
/// those of all beads.
struct LexicalBlock {
  private let band: Band
  private let rowCount: Int
  private let columnCount: Int
  private var targets: LexicalScorer
  private var sources: LexicalScorer

  /// The rows that are loaded.
  private(set) var rows = 0..<0
  private var firsts: [Int] = []
  private var starts: [Int] = []
  /// The score of the target sentence, given the last 1 to 4 source sentences up to the row.
  private var ofTarget: [SIMD4<Float>] = []
  /// The score of the source sentence, given the last 1 to 4 target sentences up to the column.
  private var ofSource: [SIMD4<Float>] = []

  /// The number of rows of a block.
  static let size = 96

  /// The weight of each direction in the score of a bead.
  private static let weight: Float = 0.425

  init(_ pair: PairWords, band: Band, _ model: LexicalModel) {
    self.band = band
    rowCount = pair.source.count
    columnCount = pair.target.count
    targets = LexicalScorer(
      given: pair.source, scored: pair.target, table: model.table.forward,
      facts: model.target)
    sources = LexicalScorer(
      given: pair.target, scored: pair.source, table: model.table.backward,
      facts: model.source)
  }

  /// The target sentences that a bead of the band can hold together with a source sentence.
  private func columns(_ row: Int) -> Range<Int> {
    let first = band.columns[max(0, row - 3)].lowerBound
    return first..<max(first, band.columns[min(rowCount, row + 4)].upperBound)
  }

  /// Computes the scores of some source sentences with the target sentences of the band.
  mutating func load(_ wanted: Range<Int>) {
    rows = max(0, wanted.lowerBound)..<min(rowCount, wanted.upperBound)
    firsts.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    guard !rows.isEmpty else { return }
    var cells = 0
    for row in rows {
      let columns = columns(row)
      firsts.append(columns.lowerBound)
      starts.append(cells)
      cells += columns.count
    }
    starts.append(cells)
    ofTarget = [SIMD4<Float>](repeating: .zero, count: cells)
    ofSource = ofTarget
    for row in rows {
      targets.prepare(upTo: row)
      let columns = columns(row)
      var cell = starts[row - rows.lowerBound]
      for column in columns {
        ofTarget[cell] = targets.score(column) * Self.weight
        cell += 1
      }
    }
    let all = columns(rows.lowerBound).lowerBound..<columns(rows.upperBound - 1).upperBound
    // The rows that have a column are neighbours, since the band only moves forward.
    var (first, last) = (rows.lowerBound, rows.lowerBound)
    for column in all {
      sources.prepare(upTo: column)
      while last < rows.upperBound, columns(last).lowerBound <= column { last += 1 }
      while first < last, columns(first).upperBound <= column { first += 1 }
      for row in first..<last {
        let place = row - rows.lowerBound
        ofSource[starts[place] + column - firsts[place]] = sources.score(row) * Self.weight
      }
    }
  }

  /// Computes the scores for a row, of rows that are taken from the first on.
  mutating func ensureForward(_ row: Int) {
    if row % Self.size == 0 { load((row - BeadModel.most)..<(row + Self.size)) }
  }

  /// Computes the scores of the beads that end before source sentence `i`, and of later ones, if
  /// they are not loaded.
  mutating func ensure(_ i: Int) {
    let first = max(0, i - BeadModel.most)
    if first < rows.lowerBound || i > rows.upperBound {
      load((i - BeadModel.most)..<(i + Self.size))
    }
  }

  /// The lexical score of a bead that ends before source sentence `i` and target sentence `j`.
  @inline(__always)
  func score(_ a: Int, _ b: Int, endingAt i: Int, _ j: Int) -> Float {
    let last = i - 1 - rows.lowerBound
    var sum: Float = 0
    let end = starts[last] + j - 1 - firsts[last]
    for back in 0..<b { sum += ofTarget[end - back][a - 1] }
    for back in 0..<a {
      let row = last - back
      sum += ofSource[starts[row] + j - 1 - firsts[row]][b - 1]
    }
    return sum
  }
}
