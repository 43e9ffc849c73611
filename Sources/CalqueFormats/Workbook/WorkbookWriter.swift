import CalqueInput
import CalqueModel

/// Writes a workbook of one sheet, whose cells are all text.
///
/// A zip archive is written as a whole, so the sheet's rows are in memory until the end.
struct WorkbookWriter: FormatWriter {
  private var table: TableWriter
  private var rows: [UInt8] = []

  init(_ table: TableFormat, header: FileHeader?, options: WriterOptions) {
    self.table = TableWriter(table, header: header, options: options)
  }

  mutating func write(_ unit: TranslationUnit, to output: inout Output) throws(FormatError) {
    try write(&output) { (table, output) throws(FormatError) in
      try table.write(unit, to: &output)
    }
  }

  mutating func write(_ concept: Concept, to output: inout Output) throws(FormatError) {
    try write(&output) { (table, output) throws(FormatError) in
      try table.write(concept, to: &output)
    }
  }

  private mutating func write(
    _ output: inout Output,
    _ body: (inout TableWriter, inout Output) throws(FormatError) -> Void
  ) throws(FormatError) {
    swap(&output.bytes, &rows)
    defer { swap(&output.bytes, &rows) }
    try body(&table, &output)
  }

  mutating func finish(_ output: inout Output) throws(FormatError) {
    swap(&output.bytes, &rows)
    table.finish(&output)
    swap(&output.bytes, &rows)
    do {
      let zip = try ZipWriter()
      for (name, text) in Self.parts { try zip.add(name, Array((Self.declaration + text).utf8)) }
      let sheet =
        Array((Self.declaration + "<worksheet xmlns=\"\(Self.main)\"><sheetData>\n").utf8)
        + rows + Array("</sheetData></worksheet>".utf8)
      try zip.add("xl/worksheets/sheet1.xml", sheet)
      output.bytes += try zip.finish()
    } catch {
      throw FormatError(error, file: "-")
    }
  }

  private static let declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let types =
    "application/vnd.openxmlformats-officedocument.spreadsheetml"

  /// The parts of the package that are the same for every workbook.
  private static let parts = [
    (
      "[Content_Types].xml",
      "<Types xmlns=\"\(package)/content-types\">"
        + "<Default Extension=\"rels\" "
        + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(types).sheet.main+xml\"/>"
        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" "
        + "ContentType=\"\(types).worksheet+xml\"/></Types>"
    ),
    (
      "_rels/.rels",
      "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
        + "Type=\"\(relations)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    ),
    (
      "xl/workbook.xml",
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relations)\"><sheets>"
        + "<sheet name=\"Calque\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    ),
    (
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
        + "Type=\"\(relations)/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
    ),
  ]
}
