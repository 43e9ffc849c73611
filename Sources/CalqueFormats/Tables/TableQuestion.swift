import CalqueModel

/// What the user, the file's name and the workspace say of a table before it is read.
struct TableQuestion: Sendable {
  /// The languages that the user or the file's name states; they win over a guess.
  var pair: LanguagePair?
  /// The languages of a table that names none.
  var fallback: LanguagePair?
  /// Whether the user stated the pair, not the file's name.
  var isPairAsked = false
  /// The columns whose content the user stated.
  var columns: [ColumnChoice] = []
  /// The number of the header's row, from 1, that the user stated; 0 for none.
  var headerRow: Int?
  /// Whether terms of the table are taken apart.
  var splits = true
  /// Whether the rows are a header that was kept, and nothing else.
  var isHeader = false

  /// The languages of columns that a header does not name.
  var languages: LanguagePair? { pair ?? fallback }
}

extension TableQuestion {
  /// Collects what is known of a file.
  init(_ options: FormatOptions, _ name: FileName) {
    self.init(
      pair: options.pair ?? name.pair, fallback: options.fallbackPair,
      isPairAsked: options.pair != nil, columns: options.columns, headerRow: options.headerRow,
      splits: options.splitsCells)
  }
}
