import CalqueFormats
import CalqueModel

extension ReviewSheet {
  /// A pair of texts that a person has judged.
  struct Judged: Equatable {
    let source: String
    let target: String
    let place: AlignedPlace
    let confidence: Double
    let status: UnitStatus
  }

  /// The pairs of all rows with a decision, in the order of the rows; merged rows stand at the
  /// first of them.
  ///
  /// - Parameter path: the sheet's file, for errors.
  /// - Returns: the pairs.
  /// - Throws: `WorkspaceError` of the kind `file` with the first row whose decision cannot be
  ///   carried out.
  func judged(in path: String) throws(WorkspaceError) -> [Judged] {
    let groups = try Self.mergedGroups(of: rows, in: path)
    var judged: [Judged] = []
    for (place, row) in rows.enumerated() {
      switch row.decision {
      case nil: continue
      case .accept:
        try Self.checkSides(of: row, in: path)
        judged.append(Self.pair(row, row.source, row.target, .reviewed))
      case .reject:
        if row.source.isEmpty || row.target.isEmpty { continue }
        judged.append(Self.pair(row, row.source, row.target, .rejected))
      case .split:
        guard row.source.count == row.target.count, row.source.count > 1 else {
          throw Self.wrong(
            row, in: path,
            "a row to split has \(row.source.count) and \(row.target.count) parts",
            "put ‖ where the texts are cut, as often on both sides")
        }
        for (source, target) in zip(row.source, row.target) {
          judged.append(Self.pair(row, [source], [target], .reviewed))
        }
      case .merge:
        guard let group = groups[place] else { continue }
        var whole = row
        whole.source = group.flatMap { rows[$0].source }
        whole.target = group.flatMap { rows[$0].target }
        whole.paragraph = group.compactMap { rows[$0].paragraph }.min()
        try Self.checkSides(of: whole, in: path)
        judged.append(Self.pair(whole, whole.source, whole.target, .reviewed))
      }
    }
    return judged
  }

  /// The rows of each merged bead in the order of the document, by the first of them in the sheet.
  static func mergedGroups(
    of rows: [ReviewRow], in path: String
  ) throws(WorkspaceError) -> [Int: [Int]] {
    let places = rows.indices.filter { rows[$0].decision == .merge }.sorted {
      (rows[$0].document, rows[$0].bead, $0) < (rows[$1].document, rows[$1].bead, $1)
    }
    var groups: [[Int]] = []
    for place in places {
      if let last = groups.last?.last, rows[last].document == rows[place].document,
        rows[last].bead + 1 == rows[place].bead
      {
        groups[groups.count - 1].append(place)
      } else {
        groups.append([place])
      }
    }
    for group in groups where group.count == 1 {
      throw Self.wrong(
        rows[group[0]], in: path, "a row to merge has no neighbour to merge with",
        "mark both rows with merge")
    }
    return Dictionary(groups.map { ($0.min() ?? $0[0], $0) }) { first, _ in first }
  }

  private static func checkSides(of row: ReviewRow, in path: String) throws(WorkspaceError) {
    guard row.source.isEmpty || row.target.isEmpty else { return }
    throw wrong(
      row, in: path, "a pair with an empty side cannot be accepted",
      "merge the row with a neighbour, or leave the decision empty")
  }

  private static func wrong(
    _ row: ReviewRow, in path: String, _ message: String, _ remedy: Remedy
  ) -> WorkspaceError {
    .file(
      FormatError(
        place: SourcePlace(file: path, line: row.line, column: 1), message: message,
        remedy: remedy),
      readable: nil)
  }

  private static func pair(
    _ row: ReviewRow, _ source: [String], _ target: [String], _ status: UnitStatus
  ) -> Judged {
    Judged(
      source: Segments.joined(source), target: Segments.joined(target),
      place: AlignedPlace(document: row.document, paragraph: row.paragraph),
      confidence: row.confidence, status: status)
  }
}
