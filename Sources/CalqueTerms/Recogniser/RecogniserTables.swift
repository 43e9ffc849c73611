import CalqueMorphology

/// The words of the terms, by the forms and the lemmas that a text may have.
struct RecogniserTables: Sendable {
  /// The words themselves and the forms that rules make.
  var forms: FormTable
  /// The stems of words whose forms nothing tells.
  var stems: FormTable
  /// The words by their lemmas.
  var lemmas: LemmaTable

  /// Tables without words of their own.
  init(over base: FrozenRecogniser? = nil) {
    forms = FormTable(over: base?.forms)
    stems = FormTable(over: base?.stems)
    lemmas = LemmaTable(over: base?.lemmas)
  }
}
