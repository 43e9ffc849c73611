import CalqueInput
import CalqueModel

/// The layout of a table, found in its first rows.
struct TableLayout: Sendable {
  var format: FileFormat
  var dialect: Dialect
  /// The columns; nil if neither a header nor the user names the languages.
  var columns: Columns?
  /// The number of rows before the first row of content; `headerText` holds the same rows as text.
  var headerRows = 0
  var headerText = ""
  /// Whether lines that start with `#` are comments.
  var hasComments = false
  var kind: Resource.Kind
  /// The reason for the kind.
  var said: String?
}

extension TableLayout {
  /// A table of pairs, with or without a header.
  static func pairs(
    _ sample: TableSample, dialect: Dialect, pair: LanguagePair?
  ) throws(InputError) -> TableLayout {
    let lines = sample.lines
    var layout = TableLayout(
      format: dialect.isQuoted ? .csv : .tsv, dialect: dialect, columns: nil, kind: .memory)
    var rows = sample.rows(dialect)
    if dialect.isQuoted, lines.first?.hasPrefix("sep=") == true {
      layout.headerRows = 1
      rows.removeFirst(min(1, rows.count))
    }
    let names = rows.first?.map(\.trimmingBlanks) ?? []
    let header = Columns(header: names, pair: pair)
    if let header {
      layout.headerRows += 1
      rows.removeFirst()
      layout.columns = header.needsPair ? nil : header
    } else if Columns.namesOneLanguage(names) {
      throw InputError(
        message: "its header names one language only: \(names.joined(separator: ", "))",
        remedy: "name two columns after their languages, such as fr and en")
    } else if let pair {
      layout.columns = Columns(unnamed: pair)
    }
    layout.headerText = lines.prefix(layout.headerRows).map { $0 + "\n" }.joined()
    if header?.holdsTerms == true {
      layout.kind = .glossary
      layout.said = "its columns describe terms"
      return layout
    }
    let source = header?.roles.firstIndex(of: .text(0)) ?? 0
    let cells = rows.compactMap { $0.count > 1 && source < $0.count ? $0[source] : nil }
    let short = cells.count { $0.isLikeTerm }
    layout.kind = !cells.isEmpty && short * 10 >= cells.count * 9 ? .glossary : .memory
    layout.said =
      "\(short) of the first \(cells.count) source cells have at most 6 words and no full stop"
    return layout
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
