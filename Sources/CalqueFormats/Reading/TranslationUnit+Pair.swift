import CalqueModel

extension TranslationUnit {
  /// Whether two of the texts can translate each other, so that a memory takes the unit.
  ///
  /// A translation of codes or blanks alone is none, because a query that equals the source would
  /// be answered by nothing. Only where the source has no text either, codes translate codes.
  var isPair: Bool { variants.arePair(source: sourceLanguage) }
}

extension [Variant] {
  /// Whether two of the texts can translate each other: see `TranslationUnit.isPair`.
  func arePair(source: LanguageTag?) -> Bool {
    if count(where: { !$0.text.isBlank }) > 1 { return true }
    guard count(where: { !$0.text.isBlank || $0.codes != nil }) > 1 else { return false }
    let original = first { $0.language == source } ?? first
    return original?.text.isBlank ?? false
  }
}
