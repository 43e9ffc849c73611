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
      ("valid", .validity), ("example_\(source)", .example(0)), ("example_\(target)", .example(1)),
    ]
    self.init(roles: columns.map(\.role), names: columns.map(\.name), pair: pair)
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
        roles[column] == .property || roles[column] == .forbidden
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
  func row(of concept: Concept, losses output: inout Output) -> [String] {
    var cells = emptyRow(properties: concept.meta.properties)
    fill(&cells, properties: concept.meta.properties)
    var isUsed = [Bool](repeating: false, count: concept.terms.count)
    func places(_ language: Int, _ belongs: (Term) -> Bool) -> [Int] {
      concept.terms.indices.filter {
        concept.terms[$0].language == languages[language] && belongs(concept.terms[$0])
      }
    }
    func join(_ places: [Int]) -> String {
      for place in places { isUsed[place] = true }
      return places.map { concept.terms[$0].text }.joined(separator: "|")
    }
    var first = [Int?](repeating: nil, count: languages.count)
    for (column, role) in roles.enumerated() {
      if case .text(let language) = role {
        let usable = places(language) { $0.status != .forbidden && $0.type != .form }
          .filter { !isUsed[$0] }
        guard
          let place = usable.first(where: { concept.terms[$0].status == .preferred })
            ?? usable.first
        else { continue }
        if first[language] == nil { first[language] = place }
        cells[column] = join([place])
      }
    }
    let flags = RowFlags(of: first.map { $0.map { concept.terms[$0] } })
    let lead = first.first.flatMap(\.self).map { concept.terms[$0] }
    for (column, role) in roles.enumerated() {
      switch role {
      case .variants(let language):
        cells[column] = join(
          places(language) { $0.status != .forbidden && $0.type != .form }
            .filter { !isUsed[$0] })
      case .regionalVariants(_, let region):
        cells[column] = join(
          concept.terms.indices.filter { place in
            let term = concept.terms[place]
            return term.language == region && term.status != .forbidden && !isUsed[place]
          })
      case .forms(let language):
        cells[column] = join(
          places(language) { $0.status != .forbidden && $0.type == .form })
      case .avoided(let language):
        cells[column] = join(places(language) { $0.status == .forbidden })
      case .example(let language):
        cells[column] = first[language].flatMap { concept.terms[$0].example } ?? ""
      case .termNote(let language):
        cells[column] = first[language].flatMap { concept.terms[$0].note } ?? ""
      case .note: cells[column] = concept.note ?? concept.directedNotes.first?.text ?? ""
      case .directedNote(let language):
        let own = concept.directedNotes.first { $0.language == languages[language] }?.text
        cells[column] = own ?? (language == 0 ? concept.note : nil) ?? ""
      case .domain: cells[column] = concept.domains.joined(separator: "|")
      case .definition: cells[column] = concept.definition ?? ""
      case .identifier: cells[column] = concept.externalID ?? ""
      case .partOfSpeech: cells[column] = lead?.partOfSpeech ?? ""
      case .gender: cells[column] = lead?.gender ?? ""
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
      case .text, .forbidden, .property: break
      }
    }
    let raw = Set(names)
    output.lose(concept) { name in raw.contains(name) || roles.contains { $0.isNamed(name) } }
    for place in concept.terms.indices {
      let term = concept.terms[place]
      if !isUsed[place] {
        output.lose(term.status == .forbidden ? "forbidden term" : "term in \(term.language)")
      }
    }
    return cells
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
