import CalqueModel
import CalqueText

/// The line that says how the columns of a table were understood.
///
///     French in column 2 (header 'Terme'), English in 3; notes in 5; 6 cells split at ' / '
struct TableWording {
  private let columns: Columns
  private let search: HeaderSearch
  private let passedOver: Int

  /// Prepares the line for a layout.
  init(_ columns: Columns, _ search: HeaderSearch, passedOver: Int) {
    self.columns = columns
    self.search = search
    self.passedOver = passedOver
  }

  /// The line.
  ///
  /// - Parameters:
  ///   - rows: the rows of content in the sample.
  ///   - splits: whether cells are taken apart.
  /// - Returns: the line, without a full stop.
  func text(_ rows: [[String]], splits: Bool) -> String {
    var parts = [search.termRows == nil ? languages : "a row a term, entries by their id"]
    for (role, name) in Self.fields {
      let places = columns.roles.indices.filter { columns.roles[$0].isLike(role) }
      if !places.isEmpty { parts.append("\(name) in \(list(places.map { String($0 + 1) }))") }
    }
    if splits { parts += splitCells(rows) }
    if passedOver > 0 {
      parts.append("\(passedOver) \(passedOver == 1 ? "row" : "rows") above the header passed over")
    }
    return parts.joined(separator: "; ")
  }

  private static let fields: [(ColumnRole, String)] = [
    (.note, "notes"), (.definition, "definition"), (.domain, "domain"), (.example, "examples"),
    (.status, "status"), (.forbidden, "forbidden marks"), (.gender, "gender"),
    (.partOfSpeech, "part of speech"), (.identifier, "id"),
  ]

  private var languages: String {
    var words = [String]()
    for (place, language) in columns.languages.enumerated() {
      let texts = columns.textColumns(of: place)
      guard let first = texts.first else { continue }
      let name = Language(language)
      var text = LanguageNames.english(name)
      if language.key != language.primary { text += " (\(language.written))" }
      text += words.isEmpty ? " in column " : " in "
      text += list(texts.map { String($0 + 1) })
      let header = first < columns.names.count ? columns.names[first] : ""
      if !header.isEmpty, LanguageTag(header) != language { text += " (header '\(header)')" }
      words.append(text)
    }
    let text = words.joined(separator: ", ")
    return search.hasCodes ? text + ", by the codes in every row" : text
  }

  private func splitCells(_ rows: [[String]]) -> [String] {
    let found = SplitCells(columns, rows)
    var parts = [String]()
    if found.count > 0 {
      let at = list(found.signs.sorted().map { $0 == "line breaks" ? $0 : "'\($0)'" })
      parts.append("\(found.count) \(found.count == 1 ? "cell" : "cells") split at \(at)")
    }
    if found.marked > 0 {
      parts.append(
        "marks such as n. m. taken off \(found.marked) \(found.marked == 1 ? "cell" : "cells")")
    }
    return parts
  }

  private func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension ColumnRole {
  /// Whether the role is a field of the row or of a term.
  fileprivate func isLike(_ role: ColumnRole) -> Bool {
    if self == role { return true }
    guard case .term(let field, _) = self else { return false }
    return switch (field, role) {
    case (.note, .note), (.example, .example), (.status, .status), (.forbidden, .forbidden),
      (.gender, .gender), (.partOfSpeech, .partOfSpeech):
      true
    default: false
    }
  }
}

/// The cells of a table that hold more than one term without marks.
struct SplitCells {
  /// The number of cells with several terms.
  private(set) var count = 0
  /// The signs between the terms.
  private(set) var signs: Set<String> = []
  /// The number of cells with marks of gender or word class.
  private(set) var marked = 0

  /// Counts in rows of content.
  init(_ columns: Columns, _ rows: [[String]]) {
    let reader = RowReader(columns, splits: true)
    guard reader.splits else { return }
    for row in rows {
      for (column, cell) in row.enumerated() {
        guard case .text(let place) = columns.role(column) else { continue }
        let read = reader.cell(cell, place)
        if read.hasMarks { marked += 1 }
        guard read.terms.count > 1 else { continue }
        count += 1
        signs.formUnion(read.signs)
      }
    }
  }
}
