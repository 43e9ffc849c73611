import CalqueInput
import CalqueModel

extension FileFormat {
  /// Tab-separated pairs, without quoting.
  public static let tsv = FileFormat(named: "tsv")
}

extension FormatDescription {
  private static let table = TableFormat(format: .tsv) {
    (sample, question) throws(InputError) in
    let isQuoted = sample.isQuotedByExcel
    var layout = try TableLayout.pairs(sample, dialect: isQuoted ? .excel : .tsv, question)
    layout.format = .tsv
    if isQuoted {
      layout.understood = (layout.understood.map { $0 + "; " } ?? "") + "quotes as Excel's"
    }
    return layout
  }

  /// Tab-separated pairs or terms, without quoting.
  static let tsv = FormatDescription(
    .tsv, title: "TSV", suffixes: ["tsv", "tab"], kinds: [.memory, .glossary],
    losses: FormatDescription.lossesOfPairs + ["tabs and line breaks inside a text"],
    recognises: { head in
      guard head.canBeTable else { return nil }
      return head.name.suffix == "tsv" ? .likely : head.hasTabs ? .possible : nil
    },
    makeReader: table.makeReader, makeWriter: table.makeWriter)

  /// The data that tables of pairs cannot hold.
  static let lossesOfPairs = [
    "codes inside a segment", "dates, users, status, origin and use count of a unit",
    "properties and notes without a column of their own", "forbidden terms",
    "what a term says beyond its text", "units and concepts without both languages",
  ]
}
