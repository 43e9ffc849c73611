import CalqueModel
import CalqueText

/// Makes concepts of the rows of a table.
struct RowReader {
  let columns: Columns
  /// Whether cells hold synonyms and marks, which are taken apart.
  let splits: Bool
  /// Whether apostrophes disarm formulas, and rows are kept as written.
  let isSpreadsheet: Bool
  /// The subject field of a concept without one.
  let domain: String?
  /// The number of languages that a row must have terms in.
  let minimum: Int
  /// The marks of each language.
  private let marks: [TermMarks]

  /// Creates a reader of rows under a header.
  init(
    _ columns: Columns, splits: Bool, isSpreadsheet: Bool = true, minimum: Int = 2,
    domain: String? = nil
  ) {
    self.columns = columns
    self.minimum = minimum
    self.isSpreadsheet = isSpreadsheet
    self.splits = splits && !columns.isOwnLayout
    self.domain = domain
    marks = columns.languages.map { Language($0).rules.termMarks }
  }

  /// The concept of a row; nil if too few languages have a term.
  ///
  /// The row is kept as written where a writer would write it in another way.
  ///
  /// - Parameters:
  ///   - cells: the texts of the row's cells.
  ///   - warn: takes a fault of a value, and the number of its cell.
  /// - Returns: the concept.
  func concept(_ cells: [String], warn: (String, Int) -> Void = { _, _ in }) -> Concept? {
    guard var concept = plainConcept(cells, warn: warn) else { return nil }
    if isSpreadsheet {
      var output = Output()
      let row = columns.row(of: concept, isSpreadsheet: true, losses: &output)
      for (column, cell) in cells.enumerated() {
        let written = column < row.count ? row[column] : ""
        if !written.hasSameBytes(as: cell), !cell.isBlank || !written.isEmpty {
          concept.meta.attributes.append(Meta.Attribute(name: Meta.cell(column), value: cell))
        }
      }
    }
    if concept.domains.isEmpty, let domain { concept.domains = [domain] }
    return concept
  }

  /// The concept of a row, without the row as written.
  func plainConcept(_ cells: [String], warn: (String, Int) -> Void = { _, _ in }) -> Concept? {
    var concept = Concept(terms: [])
    var row = RowOfTerms()
    for (column, text) in cells.enumerated() where !text.isBlank && text != columns.void {
      let text = isSpreadsheet ? text.undisarmed : text
      switch columns.role(column) {
      case .text(let place):
        for item in items(text, place) {
          concept.terms.append(
            Term(
              language: columns.languages[place], text: item.text, type: item.type,
              partOfSpeech: item.partOfSpeech, gender: item.gender, number: item.number))
          row.owners.append(column)
        }
      case .variants(let place):
        for item in text.listItems {
          concept.terms.append(
            Term(language: columns.languages[place], text: item, status: .admitted, type: .variant))
          row.owners.append(nil)
        }
      case .regionalVariants(let place, let region):
        for item in text.listItems {
          row.places[region] = place
          concept.terms.append(
            Term(language: region, text: item, status: .admitted, type: .variant))
          row.owners.append(nil)
        }
      case .forms(let place):
        for item in text.listItems {
          concept.terms.append(
            Term(language: columns.languages[place], text: item, status: .admitted, type: .form))
          row.owners.append(nil)
        }
      case .avoided(let place):
        for item in text.listItems {
          concept.terms.append(
            Term(language: columns.languages[place], text: item, status: .forbidden))
          row.owners.append(nil)
        }
      case .term(.property, let owner):
        row.properties.append((owner, Meta.Property(type: columns.name(column), value: text)))
      case .term(let field, let owner):
        row.fields[RowOfTerms.Key(owner: owner, field: field)] = text
        if field == .status { keepUnknown(text, column, &concept, warn) }
      case .note: concept.note = concept.note.map { $0 + "\n" + text } ?? text
      case .directedNote(let place): concept.addNote(text, from: columns.languages[place])
      case .domain:
        concept.domains += text.listItems.filter { !concept.domains.contains($0) }
      case .definition: concept.definition = text
      case .identifier: concept.externalID = text
      case .partOfSpeech: row.partOfSpeech = text
      case .gender: row.gender = text
      case .example: row.example = text
      case .status:
        row.status = text
        keepUnknown(text, column, &concept, warn)
      case .forbidden: row.isForbidden = StatusWords.isYes(text)
      case .flags:
        row.flags = RowFlags(text, languages: columns.languages)
        for unknown in row.flags.unknown {
          warn("'\(unknown)' is no flag; it is kept and means nothing", column)
        }
        if row.flags.written(languages: columns.languages) != text {
          concept.meta.keep(columns.name(column), text)
        }
      case .validity:
        if let validity = Validity(text) {
          row.validity = validity
        } else {
          warn("'\(text)' is no time from..to; it is kept and means nothing", column)
        }
        if row.validity.description != text { concept.meta.keep(columns.name(column), text) }
      case .property:
        concept.meta.properties.append(Meta.Property(type: columns.name(column), value: text))
      case .ignored: break
      }
    }
    guard Set(concept.terms.map(\.language)).count >= minimum else { return nil }
    row.complete(&concept.terms, columns: columns)
    return concept
  }

  /// The terms in a cell of texts, and the signs at which the cell was split.
  func cell(_ text: String, _ place: Int) -> TermCell { TermCell(text, marks[place]) }

  private func items(_ text: String, _ place: Int) -> [TermCell.Item] {
    splits ? cell(text, place).terms : [TermCell.Item(text: text.trimmingBlanks)]
  }

  /// Keeps a status that is none as a property, so that it is not lost elsewhere, and says so.
  private func keepUnknown(
    _ text: String, _ column: Int, _ concept: inout Concept, _ warn: (String, Int) -> Void
  ) {
    guard StatusWords.status(text) == nil else { return }
    concept.meta.properties.append(Meta.Property(type: columns.name(column), value: text))
    warn(StatusWords.unknown(text), column)
  }
}

extension Meta {
  /// Keeps a value as written, because the model would write it in another form.
  fileprivate mutating func keep(_ name: String, _ value: String) {
    attributes.append(Attribute(name: name, value: value))
  }

  /// The name of the attribute that keeps a cell as written; not a loss where it is left out.
  static func cell(_ column: Int) -> String { "cell:\(column + 1)" }

  /// Whether an attribute keeps a cell as written.
  static func isCell(_ name: String) -> Bool { name.hasPrefix("cell:") }

  /// The cells as written, by their columns.
  var cells: [Int: String] {
    var cells: [Int: String] = [:]
    for attribute in attributes where Meta.isCell(attribute.name) {
      if let number = Int(attribute.name.dropFirst("cell:".count)), number > 0 {
        cells[number - 1] = attribute.value
      }
    }
    return cells
  }
}

extension String {
  /// The items of a list joined by `|`, without blanks around them and without empty ones.
  var listItems: [String] {
    utf8.split(separator: UInt8(ascii: "|")).compactMap { part in
      let item = String(Substring(part)).trimmingBlanks
      return item.isEmpty ? nil : item
    }
  }

  /// The text without the apostrophe that disarms a formula: `=SUM(A1)` of `'=SUM(A1)`.
  var undisarmed: String {
    isDisarmed ? String(Substring(utf8.dropFirst())) : self
  }

  /// Whether apostrophes and then a sign of a formula begin the text.
  var isDisarmed: Bool {
    guard utf8.first == UInt8(ascii: "'"), let sign = utf8.first(where: { $0 != 0x27 }) else {
      return false
    }
    return [0x3D, 0x2B, 0x2D, 0x40].contains(sign)
  }
}
