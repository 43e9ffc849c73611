import CalqueInput
import CalqueModel

/// How a table is laid out, as its first rows tell.
struct TableLayout: Sendable {
  var format: FileFormat
  var dialect: Dialect
  /// The columns; nil where neither a header nor anybody else has named the languages.
  var columns: Columns?
  /// Rows before the first one of content, and the same as text.
  var headerRows = 0
  var headerText = ""
  /// Whether lines that start with `#` are comments.
  var hasComments = false
  var kind: Resource.Kind
  /// Why it was taken for what it is.
  var said: String?
}

extension TableLayout {
  /// Finds out the layout of a table; nil where the sample is none.
  ///
  /// - Parameters:
  ///   - sample: the file's first rows.
  ///   - suffix: the file name's last part in lower case, without `.gz`.
  ///   - pair: the languages of a table that names none.
  ///   - options: what the user said.
  /// - Throws: `InputError` where its header names one language only.
  init?(
    sample: TableSample, suffix: String, pair: LanguagePair?, options: FormatOptions
  ) throws(InputError) {
    let lines = sample.lines
    guard let first = lines.first else { return nil }
    if options.format.map({ $0 == .glossary }) ?? true, let ours = Self.glossary(lines) {
      self = ours
    } else if options.format == .glossary {
      return nil
    } else if options.format == .omegat
      || options.format == nil
        && (["txt", "utf8", "tab"].contains(suffix) || first.hasPrefix("#"))
        && (first.hasPrefix("#") && first.contains("-*-") || Self.hasTabs(lines))
        && suffix != "tsv"
    {
      self = Self.omegat(lines)
      if let pair { columns = Columns(omegat: pair) }
    } else {
      let dialect: Dialect?
      switch options.format {
      case .csv: dialect = Self.quotedDialect(sample) ?? .csv
      case .tsv: dialect = .tsv
      default:
        dialect =
          suffix == "csv" || first.hasPrefix("sep=")
          ? Self.quotedDialect(sample) ?? .csv
          : Self.hasTabs(lines) || suffix == "tsv"
            ? .tsv : lines.count > 1 ? Self.quotedDialect(sample) : nil
      }
      guard let dialect else { return nil }
      self = try Self.pairs(sample, lines, dialect: dialect, pair: pair)
    }
    if let kind = options.kind {
      self.kind = kind
      said = nil
    }
  }

  /// Our glossary: a title that starts with `#` or none, then `#fr<TAB>en…`.
  private static func glossary(_ lines: [String]) -> TableLayout? {
    for (number, line) in lines.prefix(2).enumerated() {
      guard line.hasPrefix("#"), !line.hasPrefix("#UTX") else { return nil }
      let names = line.dropFirst().cells
      guard names.count >= 2, names[0] != "src", ColumnNames.language(names[0]) != nil,
        ColumnNames.language(names[1]) != nil, let columns = Columns(header: names, pair: nil)
      else { continue }
      return TableLayout(
        format: .glossary, dialect: .tsv, columns: columns, headerRows: number + 1,
        headerText: lines[...number].map { $0 + "\n" }.joined(), hasComments: true,
        kind: .glossary)
    }
    return nil
  }

  /// OmegaT's glossary: comments at the top are kept as its header.
  private static func omegat(_ lines: [String]) -> TableLayout {
    let comments = lines.prefix { $0.hasPrefix("#") }
    return TableLayout(
      format: .omegat, dialect: .tsv, columns: nil, headerRows: comments.count,
      headerText: comments.map { $0 + "\n" }.joined(), hasComments: true, kind: .glossary)
  }

  /// A table of pairs, with or without a header.
  private static func pairs(
    _ sample: TableSample, _ lines: [String], dialect: Dialect, pair: LanguagePair?
  ) throws(InputError) -> TableLayout {
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

  private static func hasTabs(_ lines: [String]) -> Bool {
    let filled = lines.filter { !$0.isEmpty }
    let tabbed = filled.count { $0.utf8.contains(UInt8(ascii: "\t")) }
    return tabbed > 0 && tabbed * 10 >= filled.count * 9
  }

  /// The delimiter that gives the most rows the same number of cells; nil where none gives two.
  private static func quotedDialect(_ sample: TableSample) -> Dialect? {
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

extension Substring {
  /// The cells of a line, split at tabs.
  fileprivate var cells: [String] {
    utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
  }
}

extension String {
  /// Whether the text looks like a term: at most six words, and no full stop, `!` or `?` at its end.
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
