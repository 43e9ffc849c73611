import CalqueModel

/// The languages of a program's catalogue, which may name one, both or none.
struct CatalogueLanguages {
  /// The language of the program's own texts; nil if nothing tells.
  let source: LanguageTag?
  /// The language of the translations; nil if nothing tells.
  let target: LanguageTag?
  /// Whether the catalogue names no language, and those of the store count.
  let isAssumed: Bool

  /// Finds the languages: those that the catalogue names, else those of the options' pair.
  init(source: LanguageTag?, target: LanguageTag?, _ options: FormatOptions) {
    let pair = options.pair ?? options.fallbackPair
    let found = target ?? pair?.side(besides: source, isTarget: true)
    let other = [pair?.source, pair?.target].compactMap { $0 }
      .first { side in found.map { side.fit(asked: $0) == nil } ?? true }
    isAssumed = source == nil && target == nil && options.pair == nil
    self.source = source ?? other
    self.target = found
  }
}
