import CalqueInput
import CalqueModel

extension FileFormat {
  /// Comma-separated pairs by RFC 4180.
  public static let csv = FileFormat(named: "csv")
}

extension FormatDescription {
  private static let table = TableFormat(format: .csv) {
    (sample, question) throws(InputError) in
    try TableLayout.pairs(
      sample, dialect: TableLayout.quotedDialect(sample) ?? .csv, question)
  }

  /// Comma-separated pairs or terms by RFC 4180; read with any delimiter that spreadsheets use.
  static let csv = FormatDescription(
    .csv, title: "CSV", suffixes: ["csv"], kinds: [.memory, .glossary],
    losses: FormatDescription.lossesOfPairs,
    recognises: { head in
      guard head.canBeTable, let first = head.lines.first else { return nil }
      if Dialect.isSeparatorLine(first) { return .likely }
      if head.name.suffix == "csv" { return first.hasPrefix("#") ? .possible : .likely }
      if head.hasTabs || head.lines.count < 2 { return nil }
      return TableLayout.quotedDialect(TableSample(head.text)) == nil ? nil : .possible
    },
    makeReader: table.makeReader, makeWriter: table.makeWriter)
}

extension TableLayout {
  /// The delimiter with which the most rows have the same number of cells, two or more.
  ///
  /// The result is nil if no delimiter splits half of the rows alike. A first line such as `sep=;`
  /// decides alone.
  static func quotedDialect(_ sample: TableSample) -> Dialect? {
    if let stated = sample.lines.first.flatMap({ Dialect.stated(by: $0.trimmingBlanks) }) {
      return stated
    }
    var best: (dialect: Dialect, share: Int)?
    for delimiter in [",", ";", "\t", "|"].compactMap(\.utf8.first) {
      let dialect = Dialect(delimiter: delimiter, isQuoted: true)
      let rows = sample.rows(dialect).filter { $0 != [""] }
      var widths: [Int: Int] = [:]
      for row in rows where row.count > 1 { widths[row.count, default: 0] += 1 }
      let share = (widths.values.max() ?? 0) * 100 / max(1, rows.count)
      if share >= 50, share > best?.share ?? 0 { best = (dialect, share) }
    }
    return best?.dialect
  }
}
