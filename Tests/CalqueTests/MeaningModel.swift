import CalqueModel

extension GlossaryModel.Meaning {
  /// A new pair of terms.
  init(_ source: String, _ target: String, _ details: GlossaryModel.Details) {
    domains = details.domain.map { [$0] } ?? []
    note = details.note
    terms = [
      GlossaryModel.Designation(
        language: "fr", text: source, partOfSpeech: details.partOfSpeech, gender: details.gender,
        validity: details.validity),
      GlossaryModel.Designation(
        language: "en", text: target, status: details.status ?? .preferred,
        partOfSpeech: details.partOfSpeech, validity: details.validity),
    ]
  }

  /// The place of the first term of a language with a text.
  func place(of text: String, in language: String) -> Int? {
    terms.firstIndex { $0.language == language && $0.text == text }
  }

  /// The first term of each language that is not forbidden; of a concept without such a term, the
  /// first of each language.
  var mainTerms: [String] {
    let allowed = terms.filter { $0.status != .forbidden }
    let candidates = allowed.isEmpty ? terms : allowed
    return ["en", "fr"].flatMap { language in
      candidates.first { $0.language == language }.map { [language, $0.text] } ?? []
    }
  }

  /// Says more of a pair that is there, and takes nothing away.
  mutating func merge(
    _ source: String, _ target: String, _ details: GlossaryModel.Details
  ) {
    guard let own = place(of: source, in: "fr"), let other = place(of: target, in: "en")
    else { return }
    if let status = details.status { terms[other].status = status }
    if let given = details.note, given != note, given != terms[other].note {
      if terms[other].status == .preferred { note = given } else { terms[other].note = given }
    }
    if !details.validity.isEmpty {
      let before = terms[other].validity
      terms[other].validity = details.validity
      let usable = terms.count { $0.language == "en" && $0.status != .forbidden }
      if usable == 1, terms[other].status != .forbidden, terms[own].validity == before {
        terms[own].validity = details.validity
      }
    }
    addDomain(details.domain)
    if let speech = details.partOfSpeech {
      terms[own].partOfSpeech = speech
      terms[other].partOfSpeech = speech
    }
    if let gender = details.gender { terms[own].gender = gender }
  }

  /// Gets an admitted or forbidden translation more.
  mutating func join(_ source: String, _ target: String, _ details: GlossaryModel.Details) {
    terms.append(
      GlossaryModel.Designation(
        language: "en", text: target, status: details.status ?? .preferred,
        partOfSpeech: details.partOfSpeech, validity: details.validity, note: details.note))
    addDomain(details.domain)
    guard let own = place(of: source, in: "fr") else { return }
    if let speech = details.partOfSpeech { terms[own].partOfSpeech = speech }
    if let gender = details.gender { terms[own].gender = gender }
  }

  private mutating func addDomain(_ domain: String?) {
    if let domain, !domains.contains(domain) { domains.append(domain) }
  }

  /// Changes what an edit names; false, and nothing is changed, if the translation is not there.
  mutating func apply(_ edit: GlossaryModel.Edit) -> Bool {
    let translations = terms.indices.filter {
      terms[$0].language == "en" && (edit.rendering == nil || terms[$0].text == edit.rendering)
    }
    let allowed = translations.filter { terms[$0].status != .forbidden }
    guard let own = terms.firstIndex(where: { $0.language == "fr" }),
      let other = allowed.first ?? translations.first
    else { return false }
    if let source = edit.source { terms[own].text = source }
    if let target = edit.target { terms[other].text = target }
    if let status = edit.status { terms[other].status = status }
    if let gender = edit.gender { terms[own].gender = gender.isEmpty ? nil : gender }
    if let speech = edit.partOfSpeech {
      for place in [own, other] { terms[place].partOfSpeech = speech.isEmpty ? nil : speech }
    }
    if let validity = edit.validity {
      terms[other].validity = validity
      if edit.rendering == nil { terms[own].validity = validity }
    }
    if let note = edit.note { self.note = note.isEmpty ? nil : note }
    if let domain = edit.domain { domains = domain.isEmpty ? [] : [domain] }
    return true
  }
}

/// A row of a glossary's file, by its columns.
struct GlossaryCells: Hashable {
  static let columns = [
    "fr", "en", "note", "domain", "pos", "gender", "fr_variants", "en_variants", "en_avoid",
    "valid",
  ]

  var cells: [String: String] = [:]

  subscript(_ column: String) -> String { cells[column] ?? "" }

  /// The row as a line of a file with these columns.
  var line: String { Self.columns.map { self[$0] }.joined(separator: "\t") }

  /// The concept that the row holds.
  var meaning: GlossaryModel.Meaning {
    var meaning = GlossaryModel.Meaning()
    func items(_ column: String) -> [String] {
      self[column].split(separator: "|").map(String.init)
    }
    func optional(_ column: String) -> String? { self[column].isEmpty ? nil : self[column] }
    func add(_ language: String, _ column: String, _ status: TermStatus, isVariant: Bool = false) {
      for text in items(column) {
        meaning.terms.append(
          GlossaryModel.Designation(
            language: language, text: text, status: status, isVariant: isVariant,
            partOfSpeech: optional("pos"), gender: language == "fr" ? optional("gender") : nil,
            validity: self["valid"]))
      }
    }
    meaning.domains = items("domain")
    meaning.note = optional("note")
    add("fr", "fr", .preferred)
    add("en", "en", .preferred)
    add("fr", "fr_variants", .admitted, isVariant: true)
    add("en", "en_variants", .admitted, isVariant: true)
    add("en", "en_avoid", .forbidden)
    return meaning
  }

  /// The row that a concept is exported as.
  init(of meaning: GlossaryModel.Meaning) {
    func texts(_ language: String) -> (first: Int?, others: String) {
      let usable = meaning.terms.indices.filter {
        meaning.terms[$0].language == language && meaning.terms[$0].status != .forbidden
      }
      let first = usable.first { meaning.terms[$0].status == .preferred } ?? usable.first
      let others = usable.filter { $0 != first }.map { meaning.terms[$0].text }
      return (first, others.joined(separator: "|"))
    }
    let (source, target) = (texts("fr"), texts("en"))
    let lead = source.first.map { meaning.terms[$0] }
    let avoided = meaning.terms.filter { $0.language == "en" && $0.status == .forbidden }
    cells = [
      "fr": lead?.text ?? "", "en": target.first.map { meaning.terms[$0].text } ?? "",
      "note": meaning.note ?? "", "domain": meaning.domains.joined(separator: "|"),
      "pos": lead?.partOfSpeech ?? "", "gender": lead?.gender ?? "",
      "fr_variants": source.others, "en_variants": target.others,
      "en_avoid": avoided.map(\.text).joined(separator: "|"), "valid": lead?.validity ?? "",
    ]
  }

  /// A row of cells by the names of their columns; empty cells are left out of no column.
  init(_ cells: [String: String]) {
    self.cells = cells
    for column in Self.columns where cells[column] == nil { self.cells[column] = "" }
  }
}
