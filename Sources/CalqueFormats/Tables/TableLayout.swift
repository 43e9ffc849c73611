import CalqueInput
import CalqueModel
import CalqueText

/// The layout of a table, found in its first rows.
struct TableLayout: Sendable {
  var format: FileFormat
  var dialect: Dialect
  /// The columns; nil if neither a header nor the user names the languages.
  var columns: Columns?
  /// The columns of a table with a row a term; nil for other tables.
  var termRows: TermRows?
  /// The number of rows before the first row of content; `headerText` holds the same rows as text.
  var headerRows = 0
  var headerText = ""
  /// Whether lines that start with `#` are comments.
  var hasComments = false
  /// Whether cells hold synonyms and marks, which are taken apart.
  var splits = false
  var kind: Resource.Kind
  /// The reason for the kind.
  var said: String?
  /// The meaning of the columns, in words for people.
  var understood: String?
  /// The faults that did not prevent the reading.
  var warnings: [String] = []
}

extension TableLayout {
  /// A table of pairs, with or without a header.
  static func pairs(
    _ sample: TableSample, dialect: Dialect, _ question: TableQuestion
  ) throws(InputError) -> TableLayout {
    var layout = TableLayout(
      format: dialect.isQuoted ? .csv : .tsv, dialect: dialect, columns: nil, kind: .memory)
    layout.splits = question.splits
    let rows = sample.rows(dialect)
    let skipped = rows.first?.first.map(Dialect.isSeparatorLine) == true ? 1 : 0
    var search = HeaderSearch(rows, from: skipped, question)
    try search.run()
    layout.columns = search.columns
    layout.termRows = search.termRows
    layout.headerRows = search.headerRow.map { $0 + 1 } ?? skipped
    layout.headerText = sample.text(ofRows: layout.headerRows, dialect)
    layout.warnings = search.warnings
    let content = Array(rows.dropFirst(layout.headerRows))
    if layout.termRows != nil {
      layout.kind = .glossary
      layout.said = "a row a term"
    } else if search.columns?.holdsTerms == true || search.asksForPair?.holdsTerms == true {
      layout.kind = .glossary
      layout.said = "its columns describe terms"
    } else {
      let source = search.columns?.roles.firstIndex(of: .text(0)) ?? 0
      let cells = content.compactMap { $0.count > 1 && source < $0.count ? $0[source] : nil }
      let short = cells.count { $0.isLikeTerm }
      layout.kind = !cells.isEmpty && short * 10 >= cells.count * 9 ? .glossary : .memory
      layout.said =
        "\(short) of the first \(cells.count) source cells have at most 6 words and no full stop"
    }
    // Without a header, a lone `;` can be a character of its term.
    if search.headerRow == nil, question.columns.isEmpty, let columns = layout.columns {
      let found = SplitCells(columns, content)
      if found.count + found.marked < 2 { layout.splits = false }
    }
    let passedOver = max(0, layout.headerRows - skipped - 1)
    // What is plain is not said: the texts of a memory, under the header or without one.
    if layout.kind == .memory, passedOver == 0 { return layout }
    layout.understood = layout.columns.map { columns in
      TableWording(columns, search, passedOver: passedOver)
        .text(content, splits: layout.splits && layout.kind == .glossary)
    }
    return layout
  }
}

extension Dialect {
  /// Whether the first cell of a table is a line such as `sep=;`, which only tells the delimiter.
  static func isSeparatorLine(_ cell: String) -> Bool {
    let text = cell.asciiLowercased
    return text.hasPrefix("sep=") && text.utf8.count <= 5
  }

  /// The delimiter that a line such as `sep=;` states.
  static func stated(by line: String) -> Dialect? {
    guard line.utf8.count == 5, isSeparatorLine(line), let delimiter = line.utf8.last else {
      return nil
    }
    return Dialect(delimiter: delimiter, isQuoted: true)
  }
}

extension String {
  /// Whether the text looks like a term: it has at most six words and does not end in `.`, `!` or
  /// `?`.
  fileprivate var isLikeTerm: Bool {
    let text = trimmingBlanks
    if let last = text.utf8.last,
      [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(last)
    {
      return false
    }
    return text.unicodeScalars.split { $0.properties.isWhitespace }.count <= 6
  }
}
