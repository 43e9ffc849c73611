import CalqueInput
import CalqueModel

/// A sheet of rows under a header that the program knows: it is written, edited by a person in a
/// spreadsheet or an editor, and read back.
///
/// The sheet is written as tab-separated UTF-8 with a byte order mark, by which spreadsheets know
/// the encoding. Cells are quoted as by RFC 4180 where they must be. It is read in whatever form a
/// spreadsheet saves it: with tabs, semicolons or commas, quoted or not, in every encoding that
/// tables are read in.
package enum PlainSheet {
  /// A row: its line in the file, and its cells in the order of the header that was asked for.
  package struct Row: Equatable, Sendable {
    /// The line on which the row begins, from 1.
    package let line: Int
    /// The cells; a cell that the row lacks is empty.
    package let cells: [String]
  }

  /// Reads a sheet.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - header: the names of the columns; the file may have them in another order, and others
  ///     beside them.
  /// - Returns: the rows with at least one cell that is not blank.
  /// - Throws: `FormatError` if the file cannot be read, lacks a column, or has a broken row.
  package static func read(_ path: String, header: [String]) throws(FormatError) -> [Row] {
    let text: TextInput
    do throws(InputError) {
      text = try TextInput(
        OpenedFile(path: path, limits: InputLimits()), encoding: nil, isWestern: true)
    } catch { throw FormatError(error, file: path) }
    let dialect = Dialect(delimiter: delimiter(of: text.head), isQuoted: true)
    var scanner = TableScanner(text.source, dialect: dialect, limits: InputLimits())
    do throws(RowProblem) {
      return try rows(&scanner, path, header)
    } catch {
      throw FormatError(
        place: SourcePlace(file: path, line: error.line, column: error.column),
        message: error.message)
    }
  }

  /// The most frequent delimiter of the first line.
  private static func delimiter(of head: [UInt8]) -> UInt8 {
    let line = head.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    func count(_ delimiter: UInt8) -> Int { line.count { $0 == delimiter } }
    let (tab, semicolon, comma) = (UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ","))
    if count(tab) > 0 { return tab }
    return count(semicolon) >= count(comma) ? semicolon : comma
  }

  private static func rows(
    _ scanner: inout TableScanner, _ path: String, _ header: [String]
  ) throws(RowProblem) -> [Row] {
    var cells = [Cell]()
    guard try scanner.next(&cells) else { return [] }
    let names = cells.map { scanner.text($0).asciiLowercased }
    let places = header.map { names.firstIndex(of: $0) }
    for (name, place) in zip(header, places) where place == nil {
      throw RowProblem(
        message: "the sheet has no column '\(name)'", line: scanner.line, column: 1, text: "")
    }
    var rows = [Row]()
    while try scanner.next(&cells) {
      let texts = places.map { place in
        place.flatMap { $0 < cells.count ? scanner.text(cells[$0]) : nil } ?? ""
      }
      if texts.contains(where: { !$0.trimmingBlanks.isEmpty }) {
        rows.append(Row(line: scanner.line, cells: texts))
      }
    }
    return rows
  }

  /// The bytes of a sheet.
  ///
  /// - Parameters:
  ///   - header: the names of the columns.
  ///   - rows: the cells of each row, in the order of the columns.
  /// - Returns: the whole file.
  package static func bytes(header: [String], rows: [[String]]) -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    for row in [header] + rows {
      for (place, cell) in row.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: "\t")) }
        append(cell, to: &bytes)
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  private static func append(_ cell: String, to bytes: inout [UInt8]) {
    let mustBeQuoted =
      cell.utf8.first == UInt8(ascii: "\"")
      || cell.utf8.contains { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    guard mustBeQuoted else { return bytes.append(contentsOf: cell.utf8) }
    bytes.append(UInt8(ascii: "\""))
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
