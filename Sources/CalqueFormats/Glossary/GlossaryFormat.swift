import CalqueModel

extension FileFormat {
  /// Calque's own glossary: tab-separated, with a header line that starts with `#`.
  public static let glossary = FileFormat(named: "glossary")
}

extension FormatDescription {
  private static let table = TableFormat(format: .glossary) { sample, _ in
    TableLayout.glossary(sample.lines)
  }

  /// Calque's own glossary: tab-separated, with a header line that starts with `#`.
  static let glossary = FormatDescription(
    .glossary, title: "glossary TSV", suffixes: ["tsv"], kinds: [.glossary],
    losses: [
      "terms in a third language, and notes on single terms", "number, register, region and source",
      "tabs and line breaks inside a text",
    ],
    recognises: { head in
      head.canBeTable && TableLayout.glossary(head.lines) != nil ? .certain : nil
    },
    makeReader: table.makeReader, makeWriter: table.makeWriter)
}

extension TableLayout {
  /// The layout of Calque's glossary: an optional title that starts with `#`, then `#fr<TAB>en…`.
  static func glossary(_ lines: [String]) -> TableLayout? {
    for (number, line) in lines.prefix(2).enumerated() {
      guard line.hasPrefix("#"), !line.hasPrefix("#UTX") else { return nil }
      let names = line.dropFirst().cells
      guard names.count >= 2, names[0] != "src", ColumnName(names[0]).language != nil,
        ColumnName(names[1]).language != nil, let columns = Columns(header: names, pair: nil)
      else { continue }
      return TableLayout(
        format: .glossary, dialect: .tsv, columns: columns, headerRows: number + 1,
        headerText: lines[...number].map { $0 + "\n" }.joined(), hasComments: true,
        kind: .glossary)
    }
    return nil
  }
}

extension Substring {
  /// The cells of a line, split at tabs.
  fileprivate var cells: [String] {
    utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
  }
}
