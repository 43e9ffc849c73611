import CalqueModel

/// Writes tables of pairs and terms: TSV, CSV, Calque's glossary, OmegaT's.
///
/// In a memory, every pair of a source and a target variant makes a row. In a table that describes
/// terms, a concept makes one row. In other tables, every pair of terms that are not forbidden
/// makes a row.
struct TableWriter: FormatWriter {
  private let table: TableFormat
  private let header: FileHeader?
  private let options: WriterOptions
  private var dialect: Dialect
  private var columns: Columns?
  /// Whether the header is that of the table that was read.
  private var hasOwnHeader = false

  private var format: FileFormat { table.format }

  init(_ table: TableFormat, header: FileHeader?, options: WriterOptions) {
    self.table = table
    self.header = header
    self.options = options
    dialect = [.csv, .xlsx].contains(table.format) ? .csv : .tsv
  }

  mutating func write(_ unit: TranslationUnit, to output: inout Output) throws(FormatError) {
    let columns = begin(unit.variants.map(\.language), to: &output)
    // Read again from a table, a rejected unit would be as good as any.
    if unit.status == .rejected { return output.passOver("rejected unit") }
    guard let columns else { return output.passOver("unit without both languages") }
    if format == .glossary || columns.holdsTerms {
      try write(Concept(unit), to: &output)
      return
    }
    // A pair has two texts: an empty variant answers for no language.
    let filled = unit.variants.indices.filter { !unit.variants[$0].text.isBlank }
    let sides = columns.sides(of: filled.map { unit.variants[$0].language })
      .map { $0.map { filled[$0] } }
    for (place, variant) in unit.variants.enumerated()
    where filled.contains(place) && !sides.contains(where: { $0.contains(place) }) {
      output.lose("variant in \(variant.language)")
    }
    let rows = columns.combinations(sides)
    if rows.isEmpty { return output.passOver("unit without both languages") }
    let noteCount = columns.roles.count { $0 == .note }
    output.lose(unit) { name in
      name == "note"
        ? noteCount > 0 && unit.meta.notes.count <= 1
        : name == "tuid" ? columns.roles.contains(.identifier) : columns.places(name)
    }
    for place in Set(sides.joined()) { output.lose(unit.variants[place]) }
    lose(unit.variants.map(\.language), sides, columns, &output)
    for row in rows {
      var cells = columns.emptyRow(properties: unit.meta.properties)
      columns.fill(&cells, properties: unit.meta.properties)
      for (column, role) in columns.roles.enumerated() {
        switch role {
        case .text(let language) where isFirst(column, columns):
          let text = row[language].map { unit.variants[$0].text } ?? ""
          cells[column] = format == .omegat ? text : text.disarmed
        case .note: cells[column] = unit.meta.notes.first?.text ?? ""
        case .identifier: cells[column] = unit.externalID ?? ""
        default: break
        }
      }
      append(cells, to: &output)
    }
  }

  mutating func write(_ concept: Concept, to output: inout Output) throws(FormatError) {
    var languages = [LanguageTag]()
    for term in concept.terms where !languages.contains(term.language) {
      languages.append(term.language)
    }
    guard let columns = begin(languages, isGlossary: true, to: &output) else {
      return output.passOver("concept without both languages")
    }
    if format != .omegat {
      // A table that is written as it was read keeps rows with one language.
      let sides = columns.sides(of: languages).count { !$0.isEmpty }
      if sides < (hasOwnHeader ? 1 : 2) {
        return output.passOver("concept without both languages")
      }
      let isSpreadsheet = format != .glossary
      for part in format == .utx ? pairs(of: concept, columns, &output) : [concept] {
        append(columns.row(of: part, isSpreadsheet: isSpreadsheet, losses: &output), to: &output)
      }
      return
    }
    output.lose("forbidden term", concept.terms.count { $0.status == .forbidden })
    output.lose("recognised form", concept.terms.count { $0.type == .form })
    let terms = concept.terms.filter { $0.status != .forbidden && $0.type != .form }
    let sides = columns.sides(of: terms.map(\.language))
    let rows = columns.combinations(sides)
    if rows.isEmpty { return output.passOver("concept without both languages") }
    let hasNotes = columns.roles.contains(.note) || format == .omegat
    output.lose(concept) { $0 == "note" && hasNotes || columns.places($0) }
    for (place, term) in terms.enumerated() {
      if sides.contains(where: { $0.contains(place) }) {
        output.lose(term) { _ in false }
      } else {
        output.lose("term in \(term.language)")
      }
    }
    lose(terms.map(\.language), sides, columns, &output)
    for row in rows {
      var cells = columns.emptyRow(properties: concept.meta.properties)
      columns.fill(&cells, properties: concept.meta.properties)
      for (column, role) in columns.roles.enumerated() {
        switch role {
        case .text(let language) where isFirst(column, columns):
          cells[column] = row[language].map { terms[$0].text } ?? ""
        case .note: cells[column] = concept.note(from: columns.languages[0]) ?? ""
        case .domain: cells[column] = concept.domains.joined(separator: "|")
        case .identifier: cells[column] = concept.externalID ?? ""
        default: break
        }
      }
      append(cells, to: &output)
    }
  }

  /// The concept, or one for each pair of its terms if it has several, for a row a pair.
  private func pairs(
    of concept: Concept, _ columns: Columns, _ output: inout Output
  ) -> [Concept] {
    let sides = columns.sides(of: concept.terms.map(\.language))
    guard sides.contains(where: { $0.count > 1 }) else { return [concept] }
    output.lose("form", concept.terms.count { $0.type == .form })
    return columns.combinations(sides).map { row in
      var part = concept
      part.terms = row.compactMap { $0.map { concept.terms[$0] } }.filter { $0.type != .form }
      return part
    }
  }

  /// Counts texts in a column of another region's language: when read again, they have that
  /// language.
  private func lose(
    _ languages: [LanguageTag], _ sides: [[Int]], _ columns: Columns, _ output: inout Output
  ) {
    for (side, places) in zip(columns.languages, sides) {
      for place in places where languages[place] != side {
        output.lose("language tag \(languages[place])")
      }
    }
  }

  /// Whether a column is the first one with its role; rows are written only into first columns.
  private func isFirst(_ column: Int, _ columns: Columns) -> Bool {
    columns.roles.firstIndex(of: columns.roles[column]) == column
  }

  mutating func finish(_ output: inout Output) {
    if let pair = options.pair {
      _ = begin([pair.source, pair.target], to: &output)
    } else if let header, !header.languages.isEmpty {
      _ = begin(header.languages, to: &output)
    }
  }

  // MARK: - Header

  /// Settles the columns and writes the header with the first row; later returns the same columns.
  ///
  /// - Returns: nil as long as two languages are not known.
  private mutating func begin(
    _ languages: [LanguageTag], isGlossary: Bool = false, to output: inout Output
  ) -> Columns? {
    if let columns { return columns }
    let written = WrittenLanguages(options, row: languages)
    if options.pair == nil, header == nil, written.target == nil { return nil }
    columns = settle(languages, written, isGlossary: isGlossary, &output)
    return columns
  }

  private mutating func settle(
    _ languages: [LanguageTag], _ written: WrittenLanguages, isGlossary: Bool,
    _ output: inout Output
  ) -> Columns {
    let pair =
      options.pair
      ?? header.flatMap { header in
        header.languages.count < 2
          ? nil : LanguagePair(source: header.languages[0], target: header.languages[1])
      }
      ?? LanguagePair(source: written.source ?? "und", target: written.target ?? "und")
    if let header, !header.text.isEmpty,
      let layout = try? table.layout(
        TableSample(Array(header.text.utf8)), TableQuestion(pair: pair, isHeader: true)),
      let columns = layout.columns,
      options.pair == nil || columns.covers(pair)
    {
      dialect = layout.dialect
      hasOwnHeader = true
      if format == .xlsx { append(columns.names, to: &output) } else { output.append(header.text) }
      return format == .omegat ? Columns(omegat: pair) : columns
    }
    switch format {
    case .glossary:
      let title = options.title ?? "glossary \(pair)"
      output.append("# \(title) -*- coding: utf-8 -*-\n")
      let columns = Columns(glossary: pair)
      output.append("#" + columns.names.joined(separator: "\t") + "\n")
      return columns
    case .utx:
      let columns = Columns.utx(pair)
      output.append(columns.utxHeader(pair, title: options.title ?? "glossary"))
      return columns
    case .omegat:
      if header == nil {
        output.append("# Glossary in tab-separated format -*- coding: utf-8 -*-\n")
      }
      return Columns(omegat: pair)
    default:
      // A file that was read without a header is written without one.
      if let header, !isGlossary || header.text.isEmpty {
        return Columns(unnamed: pair)
      }
      let columns =
        isGlossary
        ? Columns(terms: options.pair.map { [$0.source, $0.target] } ?? all(languages))
        : Columns(pair: pair)
      append(columns.names, to: &output)
      return columns
    }
  }

  /// The languages of a new table of terms: those of the source, or of the first concept.
  private func all(_ languages: [LanguageTag]) -> [LanguageTag] {
    let known = options.languages.count >= 2 ? options.languages : languages
    return known.count >= 2 ? known : known + ["und"]
  }

  // MARK: - Rows

  private func append(_ written: [String], to output: inout Output) {
    let cells = written.map { cell in
      let (text, count) = StorableText.cleaned(cell)
      output.lose("control character", count)
      return text
    }
    if format == .xlsx { return SheetRow(cells).append(to: &output.bytes) }
    if isComment(cells[0]) { output.bytes.append(UInt8(ascii: " ")) }
    for (column, cell) in cells.enumerated() {
      if column > 0 { output.bytes.append(dialect.delimiter) }
      dialect.isQuoted ? quote(cell, &output) : write(cell, &output)
    }
    output.bytes.append(UInt8(ascii: "\n"))
  }

  /// Whether a line that begins with a cell would be read as a comment; blanks before a term mean
  /// nothing.
  private func isComment(_ cell: String) -> Bool {
    switch format {
    case .omegat, .utx: cell.utf8.first == UInt8(ascii: "#")
    case .glossary: cell == "#" || cell.hasPrefix("# ")
    default: false
    }
  }

  private func write(_ cell: String, _ output: inout Output) {
    disarm(cell, &output)
    for byte in cell.utf8 {
      if byte < 0x20 {
        // Without quotes, a tab or a line break would begin another cell or row.
        output.bytes.append(UInt8(ascii: " "))
        output.lose(byte == UInt8(ascii: "\t") ? "tab" : "line break")
      } else {
        output.bytes.append(byte)
      }
    }
  }

  private func quote(_ cell: String, _ output: inout Output) {
    let needsQuotes = cell.utf8.contains {
      $0 == dialect.delimiter || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
        || $0 == UInt8(ascii: "\r")
    }
    guard needsQuotes else {
      disarm(cell, &output)
      output.append(cell)
      return
    }
    output.bytes.append(UInt8(ascii: "\""))
    disarm(cell, &output)
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { output.bytes.append(byte) }
      output.bytes.append(byte)
    }
    output.bytes.append(UInt8(ascii: "\""))
  }

  // OWASP Application Security Verification Standard 4, requirement 1.2.10: = + - @ TAB CR.
  private func disarm(_ cell: String, _ output: inout Output) {
    guard options.isSpreadsheetSafe, let first = cell.utf8.first,
      [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0].contains(first)
    else { return }
    output.bytes.append(UInt8(ascii: "'"))
  }
}
