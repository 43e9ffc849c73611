public import CalqueModel

extension Concept {
  /// A unit seen as a concept: each of its texts is a preferred term.
  public init(_ unit: TranslationUnit) {
    self.init(
      externalID: unit.externalID, note: unit.meta.notes.first?.text, meta: unit.meta,
      terms: unit.variants.map { Term(language: $0.language, text: $0.text, meta: $0.meta) })
    if !meta.notes.isEmpty { meta.notes.removeFirst() }
  }
}

extension TranslationUnit {
  /// A concept seen as a unit: its terms but the forbidden ones are variants, preferred ones first.
  public init(_ concept: Concept) {
    let terms = concept.terms.filter { $0.status != .forbidden }
    self.init(
      externalID: concept.externalID, meta: concept.meta,
      variants: (terms.filter { $0.status == .preferred } + terms.filter { $0.status == .admitted })
        .map { Variant(language: $0.language, text: $0.text) })
    if let note = concept.note { meta.notes.insert(Meta.Note(note), at: 0) }
  }
}
