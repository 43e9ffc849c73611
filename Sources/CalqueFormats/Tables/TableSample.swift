import CalqueInput

/// The first rows of a table, whose layout is to be found out.
struct TableSample {
  /// At most this much of a table is looked at.
  static let size = OpenedFile.headSize

  private let head: [UInt8]
  private let isWhole: Bool

  /// A sample from the first bytes of a file.
  init(_ head: [UInt8]) {
    isWhole = head.count <= Self.size
    self.head = isWhole ? head : Array(head[..<Self.size])
  }

  /// The lines, whatever stands in them.
  var lines: [String] {
    // No byte of UTF-8 is 0xFF: every line is one cell.
    rows(Dialect(delimiter: 0xFF, isQuoted: false)).map { $0.first ?? "" }
  }

  /// The complete rows up to the first broken one, blank ones among them.
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
