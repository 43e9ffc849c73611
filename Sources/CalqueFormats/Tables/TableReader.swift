import CalqueInput
import CalqueModel

/// Reads a table of pairs or terms, row by row.
struct TableReader: FormatReader {
  private let source: any ByteSource
  private let layout: TableLayout
  private let file: String
  private let options: FormatOptions
  private let isSheet: Bool

  /// Creates a reader for a table with a known layout; the rows of a sheet count as lines.
  init(_ input: FormatInput, layout: TableLayout, isSheet: Bool = false) {
    self.isSheet = isSheet
    source = input.source
    file = input.file
    options = input.options
    self.layout = layout
  }

  var kind: Resource.Kind { layout.kind }
  var languages: [LanguageTag] { layout.columns?.languages ?? [] }
  var said: String? { layout.said }
  var understood: String? { layout.understood }

  /// The reason for which a row without a pair is skipped.
  private static let emptySide = "empty side"

  /// Reports every row.
  func read(_ each: (FileEvent) throws -> Void) throws {
    guard let columns = layout.columns else {
      throw FormatError(
        place: SourcePlace(file: file), message: "nothing in the file names its languages",
        remedy: .namePair)
    }
    try read(columns, each)
  }

  private func read(_ columns: Columns, _ each: (FileEvent) throws -> Void) throws {
    var scanner = TableScanner(
      source, dialect: layout.dialect, limits: options.limits, countsRows: isSheet)
    var cells = [Cell]()
    var warnings = Warnings()
    for _ in 0..<layout.headerRows { _ = try advance(&scanner, &cells, each) }
    try each(
      .header(
        FileHeader(
          format: layout.format, languages: columns.languages, text: layout.headerText)))
    for message in layout.warnings {
      try each(.warning(FormatWarning(line: layout.headerRows, column: 0, message: message)))
    }
    if let rows = layout.termRows { return try read(rows, &scanner, each) }
    if columns.hasRepeatedLanguage {
      try each(
        .warning(
          FormatWarning(
            line: layout.headerRows, column: 0,
            message: "two columns are in the same language; both are read")))
    }
    let isMemory = layout.kind == .memory
    let isSpreadsheet = layout.format != .glossary && layout.format != .omegat
    let rows = RowReader(
      columns, splits: layout.splits, isSpreadsheet: isSpreadsheet,
      minimum: options.keepsIncomplete && isSpreadsheet ? 1 : 2, domain: options.domain)
    let width = columns.roles.count
    while try advance(&scanner, &cells, each) {
      if layout.hasComments || cells.count == 1, isComment(cells[0], of: scanner) { continue }
      if cells.allSatisfy({ scanner.isBlank($0) }) { continue }
      if cells.count == 1 {
        let problem = scanner.problem(
          "a row of \(width) columns was expected, this one has 1", in: cells[0])
        try refuse(problem, each)
        continue
      }
      let place = SourcePlace(file: file, line: scanner.line, column: 1)
      if cells.contains(where: { scanner.hasControls($0) }), warnings.admits("control characters") {
        try each(
          .warning(
            FormatWarning(line: scanner.line, column: 0, message: StorableText.replacement)))
      }
      if !columns.names.isEmpty, cells.count != width, warnings.admits("ragged") {
        try each(
          .warning(
            FormatWarning(
              line: scanner.line, column: 0,
              message: "a row of \(cells.count) cells under a header of \(width)")))
      }
      if isMemory {
        if let unit = columns.unit(cells, of: scanner) {
          try each(.unit(unit, place))
        } else {
          try each(.skipped(reason: Self.emptySide, place))
        }
        continue
      }
      var judgement: String?
      for column in cells.indices where columns.role(column) == .status {
        judgement = judgement ?? StatusWords.reasonToSkip(scanner.text(cells[column]))
      }
      if let reason = judgement {
        try each(.skipped(reason: reason, place))
        continue
      }
      var oddities = [FormatWarning]()
      let concept = rows.concept(cells.map { scanner.text($0) }) { message, column in
        let problem = scanner.problem(message, in: cells[column])
        oddities.append(
          FormatWarning(line: problem.line, column: problem.column, message: message))
      }
      for oddity in oddities where warnings.admits("value") { try each(.warning(oddity)) }
      if let concept {
        try each(.concept(concept, place))
      } else {
        try each(.skipped(reason: Self.emptySide, place))
      }
    }
    for warning in warnings.rest { try each(.warning(warning)) }
  }

  /// Reads a table with a row a term: the rows that follow one another with one id are an entry.
  private func read(
    _ columns: TermRows, _ scanner: inout TableScanner, _ each: (FileEvent) throws -> Void
  ) throws {
    var warnings = Warnings()
    var cells = [Cell]()
    var entry = [[String]]()
    var start = SourcePlace(file: file)
    var size = 0
    func report() throws {
      if entry.isEmpty { return }
      var said = [String]()
      let concept = columns.concept(entry, domain: options.domain) { said.append($0) }
      for message in said where warnings.admits("value") {
        try each(.warning(FormatWarning(line: start.line, column: 0, message: message)))
      }
      if let concept {
        try each(.concept(concept, start))
      } else {
        try each(.skipped(reason: "one language only", start))
      }
      entry.removeAll()
      size = 0
    }
    while try advance(&scanner, &cells, each) {
      if cells.allSatisfy({ scanner.isBlank($0) }) { continue }
      let row = cells.map { scanner.text($0) }
      guard row.count > max(columns.entry, columns.language, columns.term) else {
        try refuse(scanner.problem("a row without a term", in: cells[0]), each)
        continue
      }
      if let last = entry.last, last[columns.entry] != row[columns.entry] { try report() }
      if entry.isEmpty { start = SourcePlace(file: file, line: scanner.line, column: 1) }
      size += row.reduce(0) { $0 + $1.utf8.count }
      if size > options.limits.unit {
        throw FormatError(
          place: start, message: "an entry of more than \(options.limits.unit >> 20) MiB")
      }
      entry.append(row)
    }
    try report()
    for warning in warnings.rest { try each(.warning(warning)) }
  }

  private func isComment(_ cell: Cell, of scanner: borrowing TableScanner) -> Bool {
    guard layout.hasComments, cell.end > cell.start else { return false }
    // In Calque's glossary a comment has a space behind `#`, or nothing: `#MeToo` is a term.
    let isTerm =
      layout.format == .glossary && cell.end - cell.start > 1
      && scanner.buffer[cell.start + 1] != UInt8(ascii: " ")
    return scanner.buffer[cell.start] == UInt8(ascii: "#") && !isTerm
  }

  /// Reads the next row; with `keepGoing`, broken rows are reported as refused.
  private func advance(
    _ scanner: inout TableScanner, _ cells: inout [Cell], _ each: (FileEvent) throws -> Void
  ) throws -> Bool {
    while true {
      do throws(RowProblem) {
        return try scanner.next(&cells)
      } catch {
        try refuse(error, each)
        guard scanner.skipLine() else { return false }
      }
    }
  }

  private func refuse(_ problem: RowProblem, _ each: (FileEvent) throws -> Void) throws {
    let place = SourcePlace(file: file, line: problem.line, column: problem.column)
    if options.keepGoing {
      try each(.refused(message: problem.message, place))
      return
    }
    throw FormatError(
      place: place, message: problem.message,
      excerpt: Excerpt(lines: [
        Excerpt.Line(number: problem.line, text: problem.text, column: problem.column)
      ]), remedy: .keepGoing(file: file))
  }
}
