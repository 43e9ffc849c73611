import Calque
import CalqueModel
import TestSupport
import Testing

extension WorkspaceLife {
  /// One random change of a glossary.
  mutating func changeGlossary() throws {
    switch number(below: 12) {
    case 0...3: try addTerm()
    case 4...6: try editTerm()
    case 7: try removeTerm()
    case 8 where number(below: 2) == 0: try removeGlossary()
    case 9: try importGlossaryAgain()
    case 10: try importOwnExport()
    default: try importGlossary()
    }
  }

  private mutating func addTerm() throws {
    var details = GlossaryModel.Details()
    details.status = perhaps([.preferred, .admitted, .forbidden])
    details.domain = perhaps(["politics", "climate"])
    details.note = perhaps(["checked", "new"])
    details.validity = number(below: 3) == 0 ? one([GlossaryModel.past, "2010.."]) : ""
    details.partOfSpeech = perhaps(["noun"])
    details.gender = perhaps(["m", "f"])
    let (source, target) = (one(Self.terms), one(Self.renderings))
    let glossary = one(Self.glossaries)
    history.append("term add “\(source)” “\(target)” into \(glossary): \(details)")
    let added = try writer.addTerm(
      source, target, pair: pair, into: glossary,
      details: TermDetails(
        status: details.status, domain: details.domain, note: details.note,
        validity: #require(Validity(details.validity)), partOfSpeech: details.partOfSpeech,
        gender: details.gender))
    let place = model.place(ofGlossary: glossary)
    let wanted = model.glossaries[place].add(source, target, details, id: added.id)
    if wanted.outcome != .known { model.changes += 1 }
    let outcome: GlossaryModel.Outcome =
      switch added.outcome {
      case .added: .added
      case .changed: .changed
      case .known: .known
      }
    try agree(outcome, wanted.outcome, "what became of the term")
    try agree(added.id, wanted.id, "the concept that has the pair")
  }

  private mutating func editTerm() throws {
    guard let place = anyEntry() else { return try addTerm() }
    var edit = GlossaryModel.Edit()
    let entry = model.glossaries[place.glossary].entries[place.entry]
    edit.rendering =
      number(below: 3) == 0
      ? one(entry.meaning.terms.filter { $0.language == "en" }.map(\.text) + ["nowhere"]) : nil
    // Often the texts of another concept, so that two of them have the same pair.
    let other = one(model.glossaries[place.glossary].entries).meaning
    edit.source = number(below: 3) == 0 ? other.terms[0].text : nil
    edit.target = number(below: 3) == 0 ? GlossaryCells(of: other)["en"] : nil
    if edit.target == "" { edit.target = one(Self.renderings) }
    edit.status = perhaps([.preferred, .admitted, .forbidden])
    edit.note = number(below: 3) == 0 ? one(["", "checked", "edited"]) : nil
    edit.domain = number(below: 3) == 0 ? one(["", "climate"]) : nil
    edit.validity = number(below: 3) == 0 ? one(["", GlossaryModel.past, "2010.."]) : nil
    edit.partOfSpeech = number(below: 4) == 0 ? one(["", "noun"]) : nil
    edit.gender = number(below: 4) == 0 ? one(["", "f"]) : nil
    history.append("term edit \(entry.id): \(edit)")
    var asked = TermEdit()
    asked.rendering = edit.rendering
    asked.source = edit.source
    asked.target = edit.target
    asked.status = edit.status
    asked.note = edit.note
    asked.domain = edit.domain
    asked.validity = try edit.validity.map { try #require(Validity($0)) }
    asked.partOfSpeech = edit.partOfSpeech
    asked.gender = edit.gender
    var meaning = entry.meaning
    guard meaning.apply(edit) else {
      #expect(throws: WorkspaceError.self, "\(story)") {
        try writer.edit(concept: entry.id, asked)
      }
      return
    }
    let isChanged = try writer.edit(concept: entry.id, asked)
    try agree(isChanged, meaning != entry.meaning, "whether the edit changed anything")
    if isChanged { model.changes += 1 }
    model.glossaries[place.glossary].entries[place.entry].meaning = meaning
  }

  private mutating func removeTerm() throws {
    guard let place = anyEntry() else { return try addTerm() }
    let id = model.glossaries[place.glossary].entries.remove(at: place.entry).id
    model.changes += 1
    history.append("term rm \(id)")
    try writer.remove(concepts: [id])
  }

  private mutating func removeGlossary() throws {
    guard !model.glossaries.isEmpty else { return try addTerm() }
    let place = number(below: model.glossaries.count)
    let glossary = model.glossaries.remove(at: place)
    model.changes += 1
    history.append("rm --glossary \(glossary.name)")
    let count = try writer.remove(.glossary, named: glossary.name)
    try agree(count, glossary.entries.count, "how many concepts went with the glossary")
  }

  private mutating func anyEntry() -> (glossary: Int, entry: Int)? {
    let places = model.glossaries.indices.flatMap { glossary in
      model.glossaries[glossary].entries.indices.map { (glossary: glossary, entry: $0) }
    }
    return places.isEmpty ? nil : one(places)
  }

  // MARK: - Files

  private mutating func importGlossary() throws {
    let rows = (0...number(below: 5)).map { _ in cells() }
    glossaryFiles.append(rows)
    try importRows(rows, into: one(Self.glossaries), "a new file")
  }

  private mutating func importGlossaryAgain() throws {
    guard !glossaryFiles.isEmpty else { return try importGlossary() }
    let place = number(below: glossaryFiles.count)
    if number(below: 2) == 0 {
      let changed = number(below: glossaryFiles[place].count)
      glossaryFiles[place][changed].cells["note"] = one(["", "from the desk"])
    }
    try importRows(glossaryFiles[place], into: one(Self.glossaries), "file \(place) again")
  }

  /// Imports what a glossary is exported as, into the glossary itself or any other.
  private mutating func importOwnExport() throws {
    guard let glossary = model.glossaries.randomElement(using: &random) else {
      return try addTerm()
    }
    let rows = glossary.entries.map { GlossaryCells(of: $0.meaning) }
    guard !rows.isEmpty else { return try addTerm() }
    try importRows(
      rows, into: number(below: 2) == 0 ? glossary.name : one(Self.glossaries),
      "the rows of \(glossary.name)")
  }

  private mutating func importRows(
    _ rows: [GlossaryCells], into glossary: String, _ what: String
  ) throws {
    let names = GlossaryCells.columns.joined(separator: "\t")
    let text =
      "# a glossary -*- coding: utf-8 -*-\n#\(names)\n" + rows.map { $0.line + "\n" }.joined()
    let options = ImportOptions(kind: .glossary, into: glossary, isDryRun: number(below: 8) == 0)
    history.append(
      "import \(what) into \(glossary)\(options.isDryRun ? ", dry run" : "")\n\(text)")
    let report = try writer.importFile(
      folder.write(text, to: "terms.fr-en.tsv"), options: options)
    var next = model
    let place = next.place(ofGlossary: glossary)
    let counts = next.glossaries[place].importRows(rows.map(\.meaning))
    try agree(WorkspaceModel.Counts(report.counts), counts, "what became of the rows")
    if options.isDryRun { return }
    next.changes += 1
    model = next
    let known = Set(model.glossaries[place].entries.map(\.id))
    let new = try Self.entries(of: glossary, in: writer).map(\.id).filter { !known.contains($0) }
    let missing = model.glossaries[place].entries.indices.filter {
      model.glossaries[place].entries[$0].id == 0
    }
    try agree(new.count, missing.count, "how many concepts are new")
    for (entry, id) in zip(missing, new) { model.glossaries[place].entries[entry].id = id }
  }

  /// The concepts of a glossary as the workspace shows them.
  static func entries(
    of glossary: String, in workspace: Workspace
  ) throws -> [(id: ConceptID, meaning: GlossaryModel.Meaning)] {
    var entries: [(id: ConceptID, meaning: GlossaryModel.Meaning)] = []
    try workspace.forEachEntry(of: glossary) { entry in
      entries.append((entry.id, GlossaryModel.Meaning(entry.concept)))
    }
    return entries
  }
}

extension GlossaryModel.Meaning {
  /// A concept of the product.
  fileprivate init(_ concept: Concept) {
    domains = concept.domains
    note = concept.note
    terms = concept.terms.map { term in
      GlossaryModel.Designation(
        language: term.language.written, text: term.text, status: term.status,
        isVariant: term.type == .variant, partOfSpeech: term.partOfSpeech, gender: term.gender,
        validity: term.validity.description, note: term.note)
    }
  }
}
