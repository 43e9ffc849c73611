import CalqueFormats
public import CalqueModel
import CalqueSystem

/// A sheet in which a person judges aligned beads, in a spreadsheet or an editor.
///
///     var sheet = ReviewSheet(pair: pair)
///     sheet.add(document)
///     try sheet.write(to: "review.tsv")
///     // A person writes accept, reject, merge or split into the first column.
///     let judged = try ReviewSheet(reading: "review.tsv", pair: pair)
///     let report = try workspace.store(judged, into: "news")
///
/// A row is a bead: the decision, the confidence, the two texts, the document, and the numbers of
/// the sentences on both sides and of the source paragraph. The sentences of a side stand between `‖`. A person may edit the
/// texts, and may move or add `‖`: a row to `split` is cut there, and needs as many parts on both
/// sides. Rows to `merge` need a neighbour with the same mark. A row without a decision is left.
public struct ReviewSheet: Sendable {
  /// The two languages.
  public let pair: LanguagePair
  private(set) var rows: [ReviewRow] = []

  static let header = [
    "decision", "confidence", "source", "target", "document", "bead",
    "source sentences", "target sentences", "paragraph",
  ]
  /// Stands between the sentences of a cell; doubled, the mark stands for itself.
  private static let mark = "‖"

  /// An empty sheet.
  public init(pair: LanguagePair) { self.pair = pair }

  /// The number of rows.
  public var count: Int { rows.count }

  /// Adds the beads of a document; blank segments have no row.
  public mutating func add(_ document: AlignedDocument) {
    var bead = 0
    for link in document.links {
      let source = link.source.map { document.source[$0] }
      let target = link.target.map { document.target[$0] }
      if source.allSatisfy(isBlank), target.allSatisfy(isBlank) { continue }
      bead += 1
      rows.append(
        ReviewRow(
          confidence: link.confidence, source: source, target: target, document: document.name,
          bead: bead, sourceSpan: Self.span(link.source), targetSpan: Self.span(link.target),
          paragraph: document.paragraph(of: link)))
    }
  }

  /// Replaces the rows of a document; the new ones stand where the first of the old ones stood.
  mutating func replace(rowsOf document: String, by new: [ReviewRow]) {
    let place = rows.firstIndex { $0.document == document } ?? rows.count
    rows.removeAll { $0.document == document }
    rows.insert(contentsOf: new, at: min(place, rows.count))
  }

  /// The sentences from the first to the last of a side of a link; nil for an empty side.
  static func span(_ numbers: [Int]) -> Range<Int>? {
    guard let first = numbers.min(), let last = numbers.max() else { return nil }
    return first..<last + 1
  }

  /// Puts the doubtful rows first; equally doubtful ones keep their order.
  public mutating func sortByDoubt() {
    rows = rows.enumerated()
      .sorted {
        ($0.element.confidence, $0.offset) < ($1.element.confidence, $1.offset)
      }
      .map(\.element)
  }

  // MARK: Files

  /// Writes the sheet, whole or not at all.
  ///
  /// - Throws: `WorkspaceError` of the kind `request` if the file cannot be written.
  public func write(to path: String) throws(WorkspaceError) {
    try StoreGuard.checkReplacing(path)
    let cells = rows.map { row in
      [
        row.decision?.rawValue ?? "", AlignedLink.text(ofConfidence: row.confidence),
        Self.cell(row.source), Self.cell(row.target), row.document, String(row.bead),
        SentenceSpan.text(row.sourceSpan), SentenceSpan.text(row.targetSpan),
        row.paragraph.map(String.init) ?? "",
      ]
    }
    try WorkspaceError.carrying {
      let file = try AtomicFile(path)
      try file.write(PlainSheet.bytes(header: Self.header, rows: cells))
      try file.commit()
    }
  }

  /// Reads a sheet.
  ///
  /// - Throws: `WorkspaceError` of the kind `file` with the row that cannot be understood.
  public init(reading path: String, pair: LanguagePair) throws(WorkspaceError) {
    self.pair = pair
    do throws(FormatError) {
      for row in try PlainSheet.read(path, header: Self.header) {
        rows.append(try Self.row(row, path))
      }
    } catch { throw .file(error, readable: nil) }
  }

  private static func row(_ row: PlainSheet.Row, _ path: String) throws(FormatError) -> ReviewRow {
    func wrong(_ message: String, _ remedy: Remedy) -> FormatError {
      FormatError(
        place: SourcePlace(file: path, line: row.line, column: 1), message: message,
        remedy: remedy)
    }
    let decision = ReviewRow.Decision(row.cells[0])
    if decision == nil, !row.cells[0].trimmingBlanks.isEmpty {
      throw wrong(
        "'\(row.cells[0])' is no decision", "write accept, reject, merge, split or nothing")
    }
    // A spreadsheet in French writes a comma.
    guard let confidence = Double(row.cells[1].replacing(",", with: ".")),
      (0...1).contains(confidence)
    else {
      throw wrong("'\(row.cells[1])' is no confidence", "leave the column as it was written")
    }
    guard let bead = Int(row.cells[5].trimmingBlanks), bead >= 1,
      let source = SentenceSpan.read(row.cells[6]), let target = SentenceSpan.read(row.cells[7]),
      let paragraph = SentenceSpan.read(row.cells[8])
    else {
      throw wrong(
        "the numbers of the bead and its sentences cannot be read",
        "leave the last four columns as they were written")
    }
    return ReviewRow(
      line: row.line, decision: decision, confidence: confidence, source: parts(row.cells[2]),
      target: parts(row.cells[3]), document: row.cells[4], bead: bead, sourceSpan: source,
      targetSpan: target, paragraph: paragraph.map { $0.lowerBound + 1 })
  }

  // MARK: Cells

  private static func cell(_ sentences: [String]) -> String {
    sentences.map { $0.replacing(mark, with: mark + mark) }.joined(separator: " \(mark) ")
  }

  /// The parts of a cell; blank ones are dropped.
  private static func parts(_ cell: String) -> [String] {
    var parts = [""]
    var scalars = cell.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      if scalar != "‖" {
        parts[parts.count - 1].unicodeScalars.append(scalar)
      } else if scalars.first == "‖" {
        scalars.removeFirst()
        parts[parts.count - 1] += mark
      } else {
        parts.append("")
      }
    }
    return parts.map(\.trimmingBlanks).filter { !$0.isEmpty }
  }
}
