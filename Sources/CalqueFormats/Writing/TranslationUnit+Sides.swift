import CalqueModel

extension TranslationUnit {
  /// The source and the target of a unit: the languages that were asked for, or the unit's own.
  ///
  /// - Returns: nil if there is no source; the target is nil if there is none.
  func sides(_ pair: LanguagePair?) -> (source: Variant, target: Variant?)? {
    let filled = variants.filter { !$0.isWithoutSegment }
    if let pair {
      func best(_ tag: LanguageTag) -> Variant? {
        filled.filter { $0.language.fit(asked: tag) != nil }
          .min {
            ($0.language.fit(asked: tag) ?? .region) < ($1.language.fit(asked: tag) ?? .region)
          }
      }
      return best(pair.source).map { ($0, best(pair.target)) }
    }
    guard
      let place = filled.firstIndex(where: { $0.language == sourceLanguage })
        ?? filled.indices.first
    else { return nil }
    let source = filled[place]
    let target = filled.first { $0.language != source.language }
    return (source, target ?? (place == 0 && filled.count == 2 ? filled[1] : nil))
  }
}
