public import CalqueModel

extension Concept {
  /// Converts a unit to a concept: each text becomes a preferred term.
  public init(_ unit: TranslationUnit) {
    self.init(
      externalID: unit.externalID, note: unit.meta.notes.first?.text, meta: unit.meta,
      terms: unit.variants.map { Term(language: $0.language, text: $0.text, meta: $0.meta) })
    if !meta.notes.isEmpty { meta.notes.removeFirst() }
  }
}

extension TranslationUnit {
  /// Converts a concept to a unit: the terms that may be printed become variants, preferred first.
  public init(_ concept: Concept) {
    let terms = concept.terms.filter { $0.status != .forbidden && $0.type != .form }
    self.init(
      externalID: concept.externalID, meta: concept.meta,
      variants: (terms.filter { $0.status == .preferred } + terms.filter { $0.status == .admitted })
        .map { Variant(language: $0.language, text: $0.text) })
    if let note = concept.note { meta.notes.insert(Meta.Note(note), at: 0) }
  }
}
