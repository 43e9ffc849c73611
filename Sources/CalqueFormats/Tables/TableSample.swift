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

  /// Whether all quotes of a tab-separated text are as Excel writes them: around a cell with a tab,
  /// a comma, a quote or a line break, doubled inside, and nowhere else.
  var isQuotedByExcel: Bool {
    guard head.contains(UInt8(ascii: "\"")) else { return false }
    var scanner = TableScanner(
      BytesInMemory(head), dialect: .excel, limits: InputLimits())
    var cells = [Cell]()
    var count = 0
    var width = 0
    do {
      while try scanner.next(&cells) {
        // Excel fills every row with tabs: a shorter row has a tab that is no part of a cell.
        if width == 0 { width = cells.count }
        if cells.count < width, !cells.allSatisfy({ scanner.isBlank($0) }) { return false }
        for cell in cells {
          let text = scanner.text(cell)
          let isQuoted = cell.start > 0 && scanner.buffer[cell.start - 1] == UInt8(ascii: "\"")
          let needsQuotes = text.utf8.contains { [0x09, 0x0A, 0x0D, 0x22, 0x2C].contains($0) }
          if isQuoted ? !needsQuotes : text.utf8.contains(UInt8(ascii: "\"")) { return false }
          if isQuoted { count += 1 }
        }
      }
    } catch {
      // The last cell of a sample can be cut off.
      return !isWhole && count > 0
    }
    return count > 0
  }

  /// The first rows as text, with line feeds.
  func text(ofRows count: Int, _ dialect: Dialect) -> String {
    var scanner = TableScanner(
      BytesInMemory(head), dialect: dialect, limits: InputLimits())
    var cells = [Cell]()
    var lines = [String]()
    for _ in 0..<count {
      guard let isRow = try? scanner.next(&cells), isRow else { break }
      lines.append(scanner.rowText)
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
