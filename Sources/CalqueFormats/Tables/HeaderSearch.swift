import CalqueInput
import CalqueModel
import CalqueText

/// The search for a table's header and the languages of its columns.
///
/// The header is the first of the first ten rows that names two languages, or source and target.
/// Without a header, the languages come from the same two codes in the same columns of every row,
/// or else from the user, the file's name or the workspace.
struct HeaderSearch {
  private static let depth = 10

  private let rows: [[String]]
  private let first: Int
  private let question: TableQuestion
  /// The columns; nil if their languages are not known.
  private(set) var columns: Columns?
  /// The header with sides whose languages are not known.
  private(set) var asksForPair: Columns?
  /// The columns of a table with a row a term.
  private(set) var termRows: TermRows?
  /// The place of the header among the rows, from 0; nil if there is none.
  private(set) var headerRow: Int?
  private(set) var warnings: [String] = []
  /// Whether codes in every row name the languages.
  private(set) var hasCodes = false

  /// Prepares a search in the first rows of a table, from the row with the number `first` on.
  init(_ rows: [[String]], from first: Int, _ question: TableQuestion) {
    self.rows = rows
    self.first = first
    self.question = question
  }

  /// Searches.
  ///
  /// - Throws: `InputError` if what the user states and what the table says exclude each other, or
  ///   if the reading would be doubtful.
  mutating func run() throws(InputError) {
    if let number = question.headerRow {
      try take(asked: number)
    } else if !question.isHeader, let codes = LanguageCodeColumns(Array(rows.dropFirst(first))) {
      (columns, hasCodes) = (codes.columns, true)
    } else {
      try search()
    }
    if !question.columns.isEmpty { try choose() }
    try compareWithPair()
  }

  private mutating func search() throws(InputError) {
    for place in first..<min(rows.count, first + Self.depth) {
      let names = rows[place].map(\.trimmingBlanks)
      if let found = TermRows(header: names) {
        (termRows, headerRow) = (found, place)
        columns = question.languages.map { Columns(unnamed: $0) } ?? Columns(unnamed: .unknown)
        return
      }
      guard let found = Columns(header: names, pair: question.languages) else { continue }
      if place > first, !isBelowTitles(place, found) || isRowOfPair(names, found) { continue }
      headerRow = place
      return settle(found)
    }
    let names = rows.dropFirst(first).first { !$0.allSatisfy(\.isBlank) } ?? []
    if question.columns.isEmpty, Columns.namesOneLanguage(names) {
      throw InputError(
        message: "its header names one language only: \(names.joined(separator: ", "))",
        remedy: "name two columns after their languages, such as fr and en")
    }
    if question.columns.isEmpty, isDoubtful(names) {
      throw InputError(
        message:
          "its first row looks like a header, but names no languages: "
          + names.joined(separator: ", "),
        remedy: "say which columns hold which language: --columns fr=1,en=2")
    }
    columns = question.languages.map { Columns(unnamed: $0) }
  }

  private mutating func settle(_ found: Columns) {
    if !found.needsPair {
      columns = found
    } else if let pair = LanguageCodeColumns.pair(in: Array(rows.dropFirst((headerRow ?? 0) + 1))) {
      columns = headerRow.flatMap { Columns(header: rows[$0].map(\.trimmingBlanks), pair: pair) }
    } else {
      asksForPair = found
    }
  }

  /// Whether the rows above are titles: each has fewer filled cells than the header, or the header
  /// has nothing but known names.
  private func isBelowTitles(_ place: Int, _ found: Columns) -> Bool {
    func filled(_ row: [String]) -> Int { row.count { !$0.isBlank } }
    let width = filled(rows[place])
    let isKnown = zip(rows[place], found.roles).allSatisfy { $0.isBlank || $1 != .property }
    return isKnown && width > 1
      || rows[first..<place].allSatisfy { filled($0) < width }
  }

  /// Whether a row has names of columns beside terms, so that reading it as a pair would be wrong.
  private func isDoubtful(_ row: [String]) -> Bool {
    let names = row.map(ColumnName.init)
    let fields = names.count { $0.field != nil && !$0.isDoubtful }
    return row.count > 2 && fields >= 1 && fields * 3 >= row.count
      && row.allSatisfy { $0.utf8.count <= 40 }
  }

  // MARK: - What the user states

  private mutating func take(asked number: Int) throws(InputError) {
    guard number > 0 else {
      columns = question.languages.map { Columns(unnamed: $0) }
      return
    }
    guard number <= rows.count else {
      throw InputError(message: "there is no row \(number) for a header")
    }
    headerRow = number - 1
    let names = rows[number - 1].map(\.trimmingBlanks)
    if let found = Columns(header: names, pair: question.languages) { return settle(found) }
    if !question.columns.isEmpty {
      columns = Columns(header: names)
      return
    }
    throw InputError(
      message: "row \(number) names fewer than two languages: \(names.joined(separator: ", "))",
      line: number, remedy: "say which columns hold which language: --columns fr=1,en=2")
  }

  /// Gives columns the roles that the user stated.
  private mutating func choose() throws(InputError) {
    if headerRow == nil, question.headerRow == nil, rows.count > first,
      question.columns.allSatisfy({ choice in
        choice.column < rows[first].count && isName(rows[first][choice.column])
      })
    {
      headerRow = first
      columns = Columns(header: rows[first].map(\.trimmingBlanks))
    }
    let base = asksForPair ?? columns ?? Columns(unnamed: .unknown)
    let chosen = base.choosing(question.columns)
    guard chosen.languages.count >= 2 else {
      throw InputError(
        message: "--columns names fewer than two languages",
        remedy: "name two, such as --columns fr=2,en=3")
    }
    (columns, termRows, asksForPair) = (chosen, nil, nil)
  }

  private func isName(_ cell: String) -> Bool {
    let name = ColumnName(cell)
    return name.language != nil || name.side != nil || name.field != nil
  }

  /// Compares the languages of the header with the pair that the user or the file's name states.
  private mutating func compareWithPair() throws(InputError) {
    guard let pair = question.pair, let columns, let place = headerRow, termRows == nil,
      question.columns.isEmpty, question.headerRow == nil
    else { return }
    if columns.holds(pair) { return }
    let names = rows[place].map(\.trimmingBlanks)
    if place == first, isRow(names, of: pair) {
      // Two short words can be the codes of two languages: the pair that was stated counts.
      warnings.append(
        "the first row, \(names.joined(separator: ", ")), is read as a row of \(pair), not as a header"
      )
      headerRow = nil
      self.columns = Columns(unnamed: pair)
      return
    }
    let found = columns.languages.map(\.written).joined(separator: ", ")
    guard question.isPairAsked else {
      warnings.append("the header names \(found), the file's name says \(pair); the header counts")
      return
    }
    throw InputError(
      message: "the header names \(found), not \(pair)", line: place + 1,
      remedy: "leave out --pair, or say which columns are meant: --columns")
  }
}

extension HeaderSearch {
  /// Whether a row whose cells are codes of languages is a row of the pair that was stated.
  private func isRowOfPair(_ names: [String], _ found: Columns) -> Bool {
    guard let pair = question.pair, !found.holds(pair) else { return false }
    return isRow(names, of: pair)
  }

  /// Whether two codes of languages are two words of a pair as well: *la* and *it*.
  private func isRow(_ names: [String], of pair: LanguagePair) -> Bool {
    names.count == 2
      && zip(names, [pair.source, pair.target]).allSatisfy { name, language in
        Language(language).rules.functionWords.all.contains(folded(name))
      }
  }
}

/// Two columns that hold the same two codes of languages in every row, as DeepL writes them.
struct LanguageCodeColumns {
  let columns: Columns

  /// Searches all rows; nil if the same two codes do not stand in all of them, or if the other
  /// columns are not two texts.
  init?(_ rows: [[String]]) {
    let rows = rows.filter { !$0.allSatisfy(\.isBlank) }
    guard let codes = Self.codes(rows), let width = rows.first?.count, width >= 4 else {
      return nil
    }
    let texts = (0..<width).filter { !codes.map(\.column).contains($0) }
    guard texts.count >= 2, rows.count > 1 || !rows[0].contains(where: Self.isField) else {
      return nil
    }
    var roles = [ColumnRole](repeating: .property, count: width)
    roles[texts[0]] = .text(0)
    roles[texts[1]] = .text(1)
    columns = Columns(roles: roles, names: [], languages: codes.map(\.language))
  }

  /// The languages of the codes in rows below a header.
  static func pair(in rows: [[String]]) -> LanguagePair? {
    guard let codes = codes(rows.filter { !$0.allSatisfy(\.isBlank) }) else { return nil }
    return LanguagePair(source: codes[0].language, target: codes[1].language)
  }

  private static func isField(_ cell: String) -> Bool {
    let name = ColumnName(cell)
    return name.field != nil || name.side != nil
  }

  private static func codes(_ rows: [[String]]) -> [(column: Int, language: LanguageTag)]? {
    guard let model = rows.first else { return nil }
    var found = [(column: Int, language: LanguageTag)]()
    for (column, cell) in model.enumerated() {
      guard let tag = ColumnName.tag(cell.trimmingBlanks),
        rows.allSatisfy({ column < $0.count && LanguageTag($0[column].trimmingBlanks) == tag })
      else { continue }
      found.append((column, tag))
    }
    return found.count == 2 && found[0].language != found[1].language ? found : nil
  }
}

extension Columns {
  /// Whether texts in both languages of a pair have columns, whatever their region.
  fileprivate func holds(_ pair: LanguagePair) -> Bool {
    func has(_ tag: LanguageTag) -> Bool { languages.contains { $0.fit(asked: tag) != nil } }
    return has(pair.source) && has(pair.target)
  }

  /// The columns of a header that names no languages.
  fileprivate init(header: [String]) {
    let roles = header.map { name in
      ColumnName(name).field.map(HeaderBinding.role) ?? ColumnRole.property
    }
    self.init(roles: roles, names: header, languages: [])
  }
}

extension LanguagePair {
  /// A pair of unknown languages.
  fileprivate static let unknown = LanguagePair(source: "und", target: "mul")
}
