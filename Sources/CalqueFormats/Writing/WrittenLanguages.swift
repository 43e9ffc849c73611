import CalqueModel

/// The two languages that the beginning of a new file names.
struct WrittenLanguages {
  private(set) var source: LanguageTag?
  private(set) var target: LanguageTag?

  /// Finds the languages: those of the first unit, as far as the unit has texts in them, else those
  /// that were asked for, else those that the file names from which the units come.
  ///
  /// The first unit need not have a translation.
  init(_ options: WriterOptions, first: TranslationUnit?) {
    let sides = first.flatMap { $0.sides(options.pair) }
    source = sides?.source.language ?? options.pair?.source ?? options.languages.first
    target =
      sides?.target?.language ?? options.pair?.target
      ?? options.languages.first { [source] in $0 != source && options.languages.count > 1 }
  }

  /// Finds the languages of a table: those of the first row, if it has two.
  init(_ options: WriterOptions, row languages: [LanguageTag]) {
    let named = languages.count < 2 && options.languages.count > 1 ? options.languages : languages
    source = named.first
    target = named.dropFirst().first
  }
}
