import CalqueInput
import CalqueModel

/// Reads the sheets of a workbook, one after the other.
struct WorkbookReader: FormatReader {
  private let tables: [(sheet: String, reader: TableReader)]
  private let warnings: [String]
  let kind: Resource.Kind
  let languages: [LanguageTag]
  let said: String?
  let understood: String?

  /// Opens a workbook and finds the layout of each sheet.
  ///
  /// Where a sheet has a header, sheets without one are passed over. Otherwise the first sheet with
  /// two columns is read with the languages that the user names.
  init(_ input: FormatInput) throws(InputError) {
    let options = input.options
    let workbook = try Workbook(input.source, limits: options.limits)
    let question = TableQuestion(options, input.head.name)
    var found = [(name: String, layout: TableLayout, source: PeekedSource)]()
    var bare = [(name: String, layout: TableLayout, source: PeekedSource)]()
    var warnings = [String]()
    for sheet in workbook.sheets {
      let source = PeekedSource(try SheetText(sheet, of: workbook, limits: options.limits))
      let head = source.peek(TableSample.size)
      if head.isEmpty {
        // An empty beginning can come from a failure, which `next` throws.
        _ = try source.next()
        continue
      }
      let sample = TableSample(head)
      guard sample.rows(.csv).contains(where: { $0.count > 1 }) else { continue }
      var layout = try TableLayout.pairs(sample, dialect: .csv, question)
      layout.format = .xlsx
      if layout.headerRows > 0 || !options.columns.isEmpty {
        found.append((sheet.name, layout, source))
      } else {
        bare.append((sheet.name, layout, source))
      }
    }
    if found.isEmpty {
      found = Array(bare.prefix(1))
      bare.removeFirst(min(1, bare.count))
    }
    for sheet in bare { warnings.append("sheet '\(sheet.name)' has no header; it is passed over") }
    guard let first = found.first else {
      throw InputError(message: "no sheet of the workbook holds a table of two columns")
    }
    var kind = options.kind ?? first.layout.kind
    if options.kind == nil, found.contains(where: { $0.layout.kind == .glossary }) {
      kind = .glossary
    }
    self.kind = kind
    said = options.kind == nil ? first.layout.said : nil
    self.warnings = warnings
    var languages = [LanguageTag]()
    for sheet in found {
      for language in sheet.layout.columns?.languages ?? [] where !languages.contains(language) {
        languages.append(language)
      }
    }
    self.languages = languages
    let isSeveral = found.count > 1
    let lines = found.compactMap { sheet in
      sheet.layout.understood.map { isSeveral ? "sheet '\(sheet.name)': \($0)" : $0 }
    }
    understood = lines.isEmpty ? nil : lines.joined(separator: "; ")
    tables = found.map { name, layout, source in
      var layout = layout
      layout.kind = kind
      let file = isSeveral ? "\(input.file)[\(name)]" : input.file
      let input = FormatInput(file: file, head: input.head, source: source, options: options)
      return (name, TableReader(input, layout: layout, isSheet: true))
    }
  }

  /// Reports the rows of every sheet; the header is that of the first.
  func read(_ each: (FileEvent) throws -> Void) throws {
    var isFirst = true
    for table in tables {
      try table.reader.read { event in
        if case .header = event, !isFirst { return }
        try each(event)
        guard isFirst, case .header = event else { return }
        isFirst = false
        for message in warnings {
          try each(.warning(FormatWarning(line: 0, column: 0, message: message)))
        }
      }
    }
  }
}
