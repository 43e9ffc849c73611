import CalqueModel

extension Columns {
  /// The concept of a row; nil if fewer than two languages have a term.
  ///
  /// The flags mark the terms of the first language, or of the source of a one-way row.
  /// `false-friend` and the validity mark every term of the row.
  func concept(
    _ cells: [Cell], of scanner: borrowing TableScanner, domain: String?,
    warn: (String, Cell) -> Void
  ) -> Concept? {
    var concept = Concept(terms: [])
    var row = RowOfTerms()
    for (column, cell) in cells.enumerated() where !scanner.isBlank(cell) {
      let text = scanner.text(cell)
      switch role(column) {
      case .text(let place):
        let status: TermStatus =
          row.hasPreferred.insert(place).inserted ? .preferred : .admitted
        concept.terms.append(
          Term(language: languages[place], text: text.trimmingBlanks, status: status))
      case .variants(let place):
        for item in text.listItems {
          concept.terms.append(
            Term(language: languages[place], text: item, status: .admitted, type: .variant))
        }
      case .regionalVariants(let place, let region):
        for item in text.listItems {
          row.places[region] = place
          concept.terms.append(
            Term(language: region, text: item, status: .admitted, type: .variant))
        }
      case .forms(let place):
        for item in text.listItems {
          concept.terms.append(
            Term(language: languages[place], text: item, status: .admitted, type: .form))
        }
      case .avoided(let place):
        for item in text.listItems {
          concept.terms.append(Term(language: languages[place], text: item, status: .forbidden))
        }
      case .example(let place): row.examples[place] = text
      case .termNote(let place): row.notes[place] = text
      case .note: concept.note = text
      case .directedNote(let place): concept.addNote(text, from: languages[place])
      case .domain: concept.domains = text.listItems
      case .definition: concept.definition = text
      case .identifier: concept.externalID = text
      case .partOfSpeech: row.partOfSpeech = text
      case .gender: row.gender = text
      case .flags:
        row.flags = RowFlags(text, languages: languages)
        for unknown in row.flags.unknown {
          warn("'\(unknown)' is no flag; it is kept and means nothing", cell)
        }
        if row.flags.written(languages: languages) != text {
          concept.meta.keep(name(column), text)
        }
      case .validity:
        if let validity = Validity(text) {
          row.validity = validity
        } else {
          warn("'\(text)' is no time from..to; it is kept and means nothing", cell)
        }
        if row.validity.description != text { concept.meta.keep(name(column), text) }
      case .forbidden:
        row.isForbidden = ["true", "yes", "1", "x"].contains(text.asciiLowercased)
        concept.meta.properties.append(Meta.Property(type: name(column), value: text))
      case .property:
        concept.meta.properties.append(Meta.Property(type: name(column), value: text))
      }
    }
    guard Set(concept.terms.map(\.language)).count >= 2 else { return nil }
    if concept.domains.isEmpty, let domain { concept.domains = [domain] }
    row.complete(&concept.terms, languages: languages)
    return concept
  }
}

/// The data that the terms of a row share.
private struct RowOfTerms {
  var hasPreferred: Set<Int> = []
  var examples: [Int: String] = [:]
  var notes: [Int: String] = [:]
  var partOfSpeech: String?
  var gender: String?
  var flags = RowFlags("", languages: [])
  /// The places of the languages whose terms are in no column of their own.
  var places: [LanguageTag: Int] = [:]
  var isForbidden = false
  var validity = Validity()

  func complete(_ terms: inout [Term], languages: [LanguageTag]) {
    var isSeen: Set<Int> = []
    for index in terms.indices {
      let language = terms[index].language
      guard let place = languages.firstIndex(of: language) ?? places[language] else { continue }
      terms[index].partOfSpeech = partOfSpeech
      terms[index].validity = validity
      terms[index].flags = flags.flags(of: place)
      if place == 0 { terms[index].gender = gender }
      if place > 0, isForbidden { terms[index].status = .forbidden }
      guard languages[place] == language, isSeen.insert(place).inserted else { continue }
      terms[index].example = examples[place]
      terms[index].note = notes[place]
    }
  }
}

extension Meta {
  /// Keeps a value as written, because the model would write it in another form.
  fileprivate mutating func keep(_ name: String, _ value: String) {
    attributes.append(Attribute(name: name, value: value))
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
}
