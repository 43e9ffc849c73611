import CalqueModel

extension Columns {
  /// A source and a target column, named after the languages.
  init(pair: LanguagePair) {
    self.init(
      roles: [.text(0), .text(1)], names: [pair.source.written, pair.target.written], pair: pair)
  }

  /// The thirteen columns of Calque's glossaries.
  init(glossary pair: LanguagePair) {
    let (source, target) = (pair.source.written, pair.target.written)
    let columns: [(name: String, role: ColumnRole)] = [
      (source, .text(0)), (target, .text(1)), ("note", .note), ("domain", .domain),
      ("pos", .partOfSpeech), ("gender", .gender), ("\(source)_variants", .variants(0)),
      ("\(target)_variants", .variants(1)), ("\(target)_avoid", .avoided(1)), ("flags", .flags),
      ("valid", .validity), ("example_\(source)", .term(.example, of: 0)),
      ("example_\(target)", .term(.example, of: 1)),
    ]
    self.init(roles: columns.map(\.role), names: columns.map(\.name), pair: pair)
  }

  /// The columns of a new table of terms: those of Calque's glossaries, for any languages, and the
  /// definition and the id.
  init(terms languages: [LanguageTag]) {
    var columns: [(name: String, role: ColumnRole)] = []
    for (place, language) in languages.enumerated() {
      columns.append((language.written, .text(place)))
    }
    columns += [
      ("note", .note), ("domain", .domain), ("pos", .partOfSpeech), ("gender", .gender),
    ]
    for (place, language) in languages.enumerated() {
      columns.append(("\(language.written)_variants", .variants(place)))
    }
    for (place, language) in languages.enumerated() {
      columns.append(("\(language.written)_avoid", .avoided(place)))
    }
    columns += [("flags", .flags), ("valid", .validity)]
    for (place, language) in languages.enumerated() {
      columns.append(("example_\(language.written)", .term(.example, of: place)))
    }
    columns += [("definition", .definition), ("id", .identifier)]
    self.init(roles: columns.map(\.role), names: columns.map(\.name), languages: languages)
  }

  /// OmegaT's source, target and comment.
  init(omegat pair: LanguagePair) {
    self.init(roles: [.text(0), .text(1), .note], names: [], pair: pair)
  }

  /// Whether both languages of a pair have a column.
  func covers(_ pair: LanguagePair) -> Bool {
    languages.contains(pair.source) && languages.contains(pair.target)
  }

  /// The column with a name, compared byte for byte: two spellings of `é` can name two columns.
  private func column(named name: String) -> Int? {
    names.firstIndex { $0.hasSameBytes(as: name) }
  }

  /// Whether a column has the name of a property.
  func places(_ property: String) -> Bool {
    if names.isEmpty { return property.hasPrefix("column-") }
    return column(named: property) != nil
  }

  /// For each language of the table, the places of the `tags` whose texts belong to it.
  ///
  /// If the exact tag is present, tags of other regions do not count. If not, all tags that fit
  /// equally well count.
  func sides(of tags: [LanguageTag]) -> [[Int]] {
    languages.map { language in
      let fits = tags.map { $0.fit(asked: language) }
      let best = fits.compactMap(\.self).min()
      return tags.indices.filter { fits[$0] == best && best != nil && isOurs(tags[$0], language) }
    }
  }

  /// Whether no other column is a better place for a tag.
  private func isOurs(_ tag: LanguageTag, _ language: LanguageTag) -> Bool {
    tag == language || !languages.contains(tag)
  }

  /// Every choice of one place a side, nil for an empty side; empty if fewer than two sides are
  /// filled.
  func combinations(_ sides: [[Int]]) -> [[Int?]] {
    guard sides.count(where: { !$0.isEmpty }) >= 2 else { return [] }
    var rows: [[Int?]] = [[]]
    for side in sides {
      let choices: [Int?] = side.isEmpty ? [nil] : side
      rows = rows.flatMap { row in choices.map { row + [$0] } }
    }
    return rows
  }

  /// Empty cells: one a column, or more if a row of a table without a header had more.
  func emptyRow(properties: [Meta.Property]) -> [String] {
    var width = roles.count
    if names.isEmpty {
      for property in properties where property.type.hasPrefix("column-") {
        if let number = Int(property.type.dropFirst("column-".count)), number <= 1_000 {
          width = max(width, number)
        }
      }
    }
    return [String](repeating: "", count: width)
  }

  /// Puts properties into the columns of their names.
  func fill(_ cells: inout [String], properties: [Meta.Property]) {
    for property in properties {
      if let column = column(named: property.type),
        roles[column] == .property || roles[column] == .status
      {
        cells[column] = property.value
      } else if property.type.hasPrefix("column-"),
        let number = Int(property.type.dropFirst("column-".count)),
        (1...cells.count).contains(number), role(number - 1) == .property
      {
        cells[number - 1] = property.value
      }
    }
  }

  /// The single row of a concept in a table that describes terms.
  ///
  /// The row is written as it was read while it still says the same.
  func row(
    of concept: Concept, isSpreadsheet: Bool, losses output: inout Output
  ) -> [String] {
    var row = canonicalRow(of: concept, losses: &output)
    guard isSpreadsheet else { return row }
    // A text that is the sign of an empty cell is a text behind an apostrophe.
    row = row.map { $0 == void ? "'" + $0 : $0.disarmed }
    let cells = concept.meta.cells
    if cells.isEmpty { return row }
    var written = row
    for (column, cell) in cells {
      while written.count <= column, column < 1_000 { written.append("") }
      if column < written.count { written[column] = cell }
    }
    var plain = concept
    plain.meta.attributes.removeAll { Meta.isCell($0.name) }
    let read = RowReader(self, splits: true, minimum: 1).plainConcept(written)
    return read == plain ? written : row
  }

  private func canonicalRow(of concept: Concept, losses output: inout Output) -> [String] {
    var cells = emptyRow(properties: concept.meta.properties)
    fill(&cells, properties: concept.meta.properties)
    var isUsed = [Bool](repeating: false, count: concept.terms.count)
    var owned = [Int: [Int]]()
    for (column, role) in roles.enumerated() {
      guard case .text(let language) = role else { continue }
      let isLast = textColumns(of: language).last == column
      let usable = concept.terms.indices.filter { index in
        !isUsed[index] && concept.terms[index].language == languages[language]
          && concept.terms[index].type != .form
          && (concept.terms[index].status != .forbidden || holdsStatus(of: column, language))
      }
      let chosen =
        isOwnLayout || !isLast ? Array(preferredFirst(usable, concept).prefix(1)) : usable
      for index in chosen { isUsed[index] = true }
      owned[column] = chosen
      cells[column] = chosen.map { concept.terms[$0].text }.joined(separator: "|")
    }
    func list(
      _ language: LanguageTag, isForbidden: Bool = false, isForm: Bool = false
    ) -> String {
      let chosen = concept.terms.indices.filter { index in
        !isUsed[index] && concept.terms[index].language == language
          && (concept.terms[index].status == .forbidden) == isForbidden
          && (isForbidden || (concept.terms[index].type == .form) == isForm)
      }
      for index in chosen { isUsed[index] = true }
      return chosen.map { concept.terms[$0].text }.joined(separator: "|")
    }
    let lead = owned[roles.firstIndex(of: .text(0)) ?? -1]?.first.map { concept.terms[$0] }
    let answer = owned[roles.firstIndex(of: .text(1)) ?? -1]?.first.map { concept.terms[$0] }
    let mains = languages.indices.map { place in
      owned[roles.firstIndex(of: .text(place)) ?? -1]?.first.map { concept.terms[$0] }
    }
    let flags = RowFlags(of: mains)
    for (column, role) in roles.enumerated() {
      switch role {
      case .variants(let language): cells[column] = list(languages[language])
      case .regionalVariants(_, let region): cells[column] = list(region)
      case .forms(let language): cells[column] = list(languages[language], isForm: true)
      case .avoided(let language): cells[column] = list(languages[language], isForbidden: true)
      case .term(let field, let owner):
        guard let term = owned[owner]?.first.map({ concept.terms[$0] }) else { continue }
        cells[column] = value(of: field, term, name(column))
      case .note: cells[column] = concept.note ?? concept.directedNotes.first?.text ?? ""
      case .directedNote(let language):
        let own = concept.directedNotes.first { $0.language == languages[language] }?.text
        cells[column] = own ?? (language == 0 ? concept.note : nil) ?? ""
      case .domain: cells[column] = concept.domains.joined(separator: "|")
      case .definition: cells[column] = concept.definition ?? ""
      case .identifier: cells[column] = concept.externalID ?? ""
      case .partOfSpeech: cells[column] = lead?.partOfSpeech ?? ""
      case .gender: cells[column] = lead?.gender ?? ""
      case .example: cells[column] = lead?.example ?? ""
      case .status: cells[column] = answer.map(statusName) ?? ""
      case .forbidden: cells[column] = answer?.status == .forbidden ? "TRUE" : ""
      case .flags:
        cells[column] =
          asWritten(column, concept) { text in
            let read = RowFlags(text, languages: languages)
            return read.flags == flags.flags && read.direction == flags.direction
          } ?? flags.written(languages: languages)
      case .validity:
        cells[column] =
          asWritten(column, concept) { text in
            Validity(text) ?? Validity() == lead?.validity ?? Validity()
          } ?? lead?.validity.description ?? ""
      case .text, .property, .ignored: break
      }
    }
    let raw = Set(names)
    output.lose(concept) { name in raw.contains(name) || roles.contains { $0.isNamed(name) } }
    for place in concept.terms.indices where !isUsed[place] {
      let term = concept.terms[place]
      output.lose(term.status == .forbidden ? "forbidden term" : "term in \(term.language)")
    }
    return cells
  }

  /// Whether a column beside a column of texts says that its terms are forbidden.
  private func holdsStatus(of column: Int, _ language: Int) -> Bool {
    roles.contains { role in
      switch role {
      case .status, .forbidden: language > 0
      case .term(.status, let owner), .term(.forbidden, let owner): owner == column
      default: false
      }
    }
  }

  private func preferredFirst(_ places: [Int], _ concept: Concept) -> [Int] {
    guard let best = places.first(where: { concept.terms[$0].status == .preferred }) else {
      return places
    }
    return [best] + places.filter { $0 != best }
  }

  private func value(of field: ColumnRole.TermField, _ term: Term, _ name: String) -> String {
    switch field {
    case .note: term.note ?? ""
    case .example: term.example ?? ""
    case .status: term.rawStatus ?? term.status.name
    case .forbidden: term.status == .forbidden ? "TRUE" : ""
    case .gender: term.gender ?? ""
    case .partOfSpeech: term.partOfSpeech ?? ""
    case .property: term.meta.properties.first { $0.type.hasSameBytes(as: name) }?.value ?? ""
    }
  }

  /// The value as the file wrote it, if the value is still true of the concept.
  private func asWritten(
    _ column: Int, _ concept: Concept, _ holds: (String) -> Bool
  ) -> String? {
    concept.meta.attributes.first { $0.name == name(column) && holds($0.value) }?.value
  }
}

extension ColumnRole {
  /// Whether data of a name is not lost, because the column holds it.
  fileprivate func isNamed(_ loss: String) -> Bool {
    switch self {
    case .note, .directedNote: loss == "note"
    case .domain: loss == "domain"
    case .definition: loss == "definition"
    case .identifier: loss == "id"
    default: false
    }
  }
}

extension String {
  /// The text as a spreadsheet's cell holds it: an apostrophe more where a reader takes one away.
  var disarmed: String { isDisarmed ? "'" + self : self }
}
