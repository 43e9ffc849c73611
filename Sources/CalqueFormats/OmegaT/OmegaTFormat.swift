import CalqueModel

extension FileFormat {
  /// OmegaT's glossary: source, target, comment, tab-separated.
  public static let omegat = FileFormat(named: "omegat")
}

extension FormatDescription {
  private static let table = TableFormat(format: .omegat) { sample, question in
    TableLayout.omegat(sample.lines, pair: question.languages)
  }

  /// OmegaT's glossary: source, target, comment, tab-separated, without a header.
  static let omegat = FormatDescription(
    .omegat, title: "OmegaT glossary", suffixes: ["txt", "utf8"], kinds: [.glossary],
    losses: [
      "domains, definitions and ids", "forbidden terms", "what a term says beyond its text",
      "which terms make one concept", "tabs and line breaks inside a text",
    ],
    recognises: { head in
      guard head.canBeTable, let first = head.lines.first, head.name.suffix != "tsv",
        ["txt", "utf8", "tab"].contains(head.name.suffix) || first.hasPrefix("#")
      else { return nil }
      if first.hasPrefix("#"), first.contains("-*-") { return .likely }
      // A text that Excel wrote has a header; OmegaT's glossary has none.
      return head.hasTabs && !head.hasTabbedHeader ? .likely : nil
    },
    makeReader: table.makeReader, makeWriter: table.makeWriter)
}

extension TableLayout {
  /// The layout of OmegaT's glossary; comments at the top are kept as the header.
  static func omegat(_ lines: [String], pair: LanguagePair?) -> TableLayout {
    let comments = lines.prefix { $0.hasPrefix("#") }
    return TableLayout(
      format: .omegat, dialect: .tsv, columns: pair.map(Columns.init(omegat:)),
      headerRows: comments.count,
      headerText: comments.map { $0 + "\n" }.joined(), hasComments: true, kind: .glossary)
  }
}
