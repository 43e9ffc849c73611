import CalqueInput
import CalqueModel

/// A sheet as a table of text: a row a line, cells quoted as RFC 4180 says.
///
/// A sheet then has the same readers as a CSV file. A row that the sheet leaves out is an empty
/// line, so the number of a row is that of the sheet.
final class SheetText: ByteSource {
  private let document: XMLDocument
  private let handler: SheetHandler
  private let part: String
  private var hasEnded = false

  /// Opens a sheet of a workbook.
  ///
  /// - Throws: `InputError` if the part is missing, or broken where merged cells are searched.
  init(_ sheet: Workbook.Sheet, of workbook: Workbook, limits: InputLimits) throws(InputError) {
    part = sheet.part
    // Merged cells stand behind the rows, so they are read first.
    let merges = MergedCells()
    let first = XMLDocument(
      try workbook.archive.open(sheet.part), handler: merges, limits: limits)
    do {
      while try first.parseNext() {}
    } catch { throw InputError(message: "\(sheet.part): \(error.message)", remedy: error.remedy) }
    handler = SheetHandler(workbook, merges.ranges, limits)
    document = XMLDocument(
      try workbook.archive.open(sheet.part), handler: handler, limits: limits)
  }

  func next() throws(InputError) -> [UInt8] {
    while !hasEnded {
      do {
        hasEnded = try !document.parseNext()
      } catch { throw InputError(message: "\(part): \(error.message)", remedy: error.remedy) }
      let bytes = handler.takeBytes()
      if !bytes.isEmpty { return bytes }
    }
    return []
  }
}

/// A range of cells, rows and columns from 0.
struct CellRange {
  let rows: ClosedRange<Int>
  let columns: ClosedRange<Int>

  /// Reads `A2:B4`; nil for other texts.
  init?(_ text: String) {
    let ends = text.split(separator: ":").compactMap { CellRange.place(String($0)) }
    guard ends.count == 2, ends[0].row <= ends[1].row, ends[0].column <= ends[1].column else {
      return nil
    }
    rows = ends[0].row...ends[1].row
    columns = ends[0].column...ends[1].column
  }

  /// The row and column, from 0, of a reference such as `AB12`; nil for other texts.
  static func place(_ text: String) -> (row: Int, column: Int)? {
    var (column, row) = (0, 0)
    for byte in text.utf8 {
      switch byte {
      case 0x41...0x5A where row == 0: column = column * 26 + Int(byte) - 0x40
      case 0x30...0x39: row = row * 10 + Int(byte) - 0x30
      case UInt8(ascii: "$"): continue
      default: return nil
      }
      if column > 20_000 || row > 2_000_000 { return nil }
    }
    return column > 0 && row > 0 ? (row - 1, column - 1) : nil
  }
}

/// Collects the merged cells of a sheet.
private final class MergedCells: XMLHandler {
  private(set) var ranges: [CellRange] = []

  func start(_ name: String, _ attributes: [Meta.Attribute]) throws(InputError) {
    guard name.local == "mergeCell", let range = attributes.value("ref").flatMap(CellRange.init)
    else { return }
    if ranges.count < 10_000 { ranges.append(range) }
  }

  func end(_ name: String) throws(InputError) {}
  func text(_ bytes: Span<UInt8>) throws(InputError) {}
  func instruction(_ target: String, _ text: String) throws(InputError) {}
  func warn(_ message: String, kind: String) {}
}

/// Writes the rows of a sheet as lines.
private final class SheetHandler: XMLHandler {
  private var bytes: [UInt8] = []
  private let texts: [String]
  private let dates: SheetDates
  private let limits: InputLimits
  /// The merged cells that the rows so far have not passed, and the text of each.
  private var merges: [(range: CellRange, text: String?)]

  private var row: [String] = []
  private var size = 0
  /// The row that is read, from 0, and the number of lines written.
  private var number = -1
  private var written = 0
  private var column = -1
  private var type = ""
  private var style = 0
  private var value: [UInt8] = []
  private var inline = SheetCellText()
  private var isValue = false

  init(_ workbook: Workbook, _ ranges: [CellRange], _ limits: InputLimits) {
    texts = workbook.texts
    dates = workbook.dates
    self.limits = limits
    merges = ranges.map { ($0, nil) }
  }

  /// Hands over the lines that are complete.
  func takeBytes() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  func start(_ name: String, _ attributes: [Meta.Attribute]) throws(InputError) {
    switch name.local {
    case "row":
      let stated = attributes.value("r").flatMap { Int($0) }.map { $0 - 1 }
      number = max(number + 1, min(stated ?? 0, 2_000_000))
      row = []
      size = 0
      column = -1
    case "c":
      column = attributes.value("r").flatMap(CellRange.place)?.column ?? column + 1
      if column >= limits.columns {
        throw InputError(message: "row \(number + 1) has more than \(limits.columns) cells")
      }
      type = attributes.value("t") ?? "n"
      style = attributes.value("s").flatMap { Int($0) } ?? 0
      value = []
      inline = SheetCellText()
    case "v": isValue = true
    case let name: inline.start(name)
    }
  }

  func end(_ name: String) throws(InputError) {
    switch name.local {
    case "c":
      let text = try cellText()
      size += text.utf8.count
      if size > limits.unit {
        throw InputError(message: "a row of more than \(limits.unit >> 20) MiB")
      }
      while row.count <= column { row.append("") }
      row[column] = text
    case "v": isValue = false
    case "row": finishRow()
    case let name: inline.end(name)
    }
  }

  func text(_ text: Span<UInt8>) throws(InputError) {
    if isValue {
      for offset in text.indices { value.append(text[offset]) }
    } else {
      inline.append(text)
    }
    if value.count + inline.bytes.count > limits.segment {
      throw InputError(message: "a cell is longer than \(limits.segment >> 10) KiB")
    }
  }

  func instruction(_ target: String, _ text: String) throws(InputError) {}
  func warn(_ message: String, kind: String) {}

  private func cellText() throws(InputError) -> String {
    let written = String(decoding: value, as: UTF8.self)
    switch type {
    case "s":
      if value.isEmpty { return "" }
      guard let index = Int(written.trimmingBlanks), texts.indices.contains(index) else {
        throw InputError(message: "row \(number + 1) points to text \(written), which is not there")
      }
      return texts[index]
    case "inlineStr": return inline.text
    // An error is no text.
    case "e": return ""
    case "b": return written == "1" ? "TRUE" : written == "0" ? "FALSE" : written
    case "str": return SheetEscapes.decoded(written)
    default: return dates.text(written.trimmingBlanks, style: style) ?? written
    }
  }

  private func finishRow() {
    spread()
    while written < number {
      bytes.append(UInt8(ascii: "\n"))
      written += 1
    }
    for (column, cell) in row.enumerated() {
      if column > 0 { bytes.append(UInt8(ascii: ",")) }
      if cell.isEmpty { continue }
      bytes.append(UInt8(ascii: "\""))
      for byte in cell.utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
    // A row with one cell is still a row of a table.
    if row.count == 1 { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\n"))
    written += 1
  }

  /// Gives the text of a merged cell to each of its rows; its columns keep one text.
  private func spread() {
    if merges.isEmpty { return }
    for place in merges.indices where merges[place].range.rows.contains(number) {
      let range = merges[place].range
      let column = range.columns.lowerBound
      if number == range.rows.lowerBound {
        merges[place].text = column < row.count ? row[column] : nil
      } else if let text = merges[place].text, column < limits.columns {
        while row.count <= column { row.append("") }
        if row[column].isEmpty { row[column] = text }
      }
    }
    merges.removeAll { $0.range.rows.upperBound <= number }
  }
}

/// A row of a sheet that is written.
struct SheetRow {
  private let cells: [String]

  init(_ cells: [String]) { self.cells = cells }

  /// Appends the row as XML; every cell is text, so no program takes one for a formula or a number.
  func append(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: "<row>".utf8)
    for cell in cells {
      if cell.isEmpty {
        bytes.append(contentsOf: "<c/>".utf8)
        continue
      }
      bytes.append(contentsOf: "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">".utf8)
      XMLText.append(SheetEscapes.encoded(cell).utf8.span, to: &bytes)
      bytes.append(contentsOf: "</t></is></c>".utf8)
    }
    bytes.append(contentsOf: "</row>\n".utf8)
  }
}
