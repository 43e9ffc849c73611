import CalqueInput

/// The first rows of a table, from which the layout is found.
struct TableSample {
  /// The maximum number of bytes of a sample.
  static let size = OpenedFile.headSize

  private let head: [UInt8]
  private let isWhole: Bool

  /// A sample from the first bytes of a file.
  init(_ head: [UInt8]) {
    isWhole = head.count <= Self.size
    self.head = isWhole ? head : Array(head[..<Self.size])
  }

  /// The lines, whatever their content.
  var lines: [String] {
    // UTF-8 has no byte 0xFF, so every line is one cell.
    rows(Dialect(delimiter: 0xFF, isQuoted: false)).map { $0.first ?? "" }
  }

  /// The complete rows up to the first broken one, blank rows included.
  func rows(_ dialect: Dialect) -> [[String]] {
    var scanner = TableScanner(
      BytesInMemory(head), dialect: dialect, limits: InputLimits())
    var cells = [Cell]()
    var rows = [[String]]()
    while let isRow = try? scanner.next(&cells), isRow {
      rows.append(cells.map { scanner.text($0) })
    }
    if !isWhole, rows.count > 1 { rows.removeLast() }
    return rows
  }
}
