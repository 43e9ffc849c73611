import CalqueInput
import CalqueModel

extension FileFormat {
  /// Comma-separated pairs by RFC 4180.
  public static let csv = FileFormat(named: "csv")
}

extension FormatDescription {
  private static let table = TableFormat(format: .csv) {
    (sample, pair) throws(InputError) in
    try TableLayout.pairs(
      sample, dialect: TableLayout.quotedDialect(sample) ?? .csv, pair: pair)
  }

  /// Comma-separated pairs or terms by RFC 4180; read with any delimiter that spreadsheets use.
  static let csv = FormatDescription(
    .csv, title: "CSV", suffixes: ["csv"], kinds: [.memory, .glossary],
    losses: FormatDescription.lossesOfPairs,
    recognises: { head in
      guard head.canBeTable, let first = head.lines.first else { return nil }
      if first.hasPrefix("sep=") { return .likely }
      if head.name.suffix == "csv" { return first.hasPrefix("#") ? .possible : .likely }
      if head.hasTabs || head.lines.count < 2 { return nil }
      return TableLayout.quotedDialect(TableSample(head.text)) == nil ? nil : .possible
    },
    makeReader: table.makeReader, makeWriter: table.makeWriter)
}

extension TableLayout {
  /// The delimiter with which the most rows have as many cells as the first row.
  ///
  /// The result is nil if no delimiter splits the first row, and half of the rows into as many
  /// cells. A first line such as `sep=;` decides alone.
  static func quotedDialect(_ sample: TableSample) -> Dialect? {
    if let first = sample.lines.first, first.hasPrefix("sep="), let delimiter = first.utf8.last,
      first.utf8.count == 5
    {
      return Dialect(delimiter: delimiter, isQuoted: true)
    }
    var best: (dialect: Dialect, share: Int)?
    for delimiter in [",", ";", "\t", "|"].compactMap(\.utf8.first) {
      let dialect = Dialect(delimiter: delimiter, isQuoted: true)
      let rows = sample.rows(dialect).filter { $0 != [""] }
      guard let width = rows.first?.count, width > 1 else { continue }
      let share = rows.count { $0.count == width } * 100 / rows.count
      if share >= 50, share > best?.share ?? 0 { best = (dialect, share) }
    }
    return best?.dialect
  }
}
