import CalqueInput
import CalqueModel

extension FileFormat {
  /// Workbooks of Excel and others, Office Open XML (ISO 29500).
  public static let xlsx = FileFormat(named: "xlsx")
}

extension FormatDescription {
  /// The layout of a header that was kept from a sheet.
  private static let table = TableFormat(format: .xlsx) {
    (sample, question) throws(InputError) in
    try TableLayout.pairs(sample, dialect: .csv, question)
  }

  /// Workbooks: every sheet with a header of its own.
  static let xlsx = FormatDescription(
    .xlsx, title: "XLSX", suffixes: ["xlsx"], kinds: [.memory, .glossary],
    losses: FormatDescription.lossesOfPairs + ["formats, formulas, pictures and titles of sheets"],
    recognises: { head in
      guard ZipArchive.isZip(head.bytes) else { return nil }
      let isWorkbook = XMLBeginning.after("xl/", head.bytes[...]) != nil
      return isWorkbook || head.name.suffix == "xlsx" ? .certain : nil
    },
    makeReader: { (input) throws(InputError) in try WorkbookReader(input) },
    makeWriter: { header, options in WorkbookWriter(table, header: header, options: options) })
}
