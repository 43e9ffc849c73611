import CalqueModel

/// The content of a column.
enum ColumnRole: Hashable, Sendable {
  /// Texts or terms in the language with the number.
  case text(Int)
  /// Admitted terms, joined by `|`, in Calque's own layout.
  case variants(Int)
  /// Admitted terms of a region of the language with the number, joined by `|`.
  case regionalVariants(Int, LanguageTag)
  /// Forms that are recognised and never printed, joined by `|`.
  case forms(Int)
  /// Forbidden terms, joined by `|`, in Calque's own layout.
  case avoided(Int)
  /// A field of the terms in the column of texts with the number.
  case term(TermField, of: Int)
  case note
  /// A note for translators from the language with the number.
  case directedNote(Int)
  case domain
  case definition
  case partOfSpeech
  case gender
  case flags
  case validity
  case identifier
  case example
  /// The status of the terms of all languages but the first.
  case status
  /// Whether the terms of all languages but the first are forbidden.
  case forbidden
  /// Other content, kept under the column's name.
  case property
  /// Content that its table marks as not to be read.
  case ignored

  /// A field of a term.
  enum TermField: Hashable, Sendable {
    case note, example, status, forbidden, gender, partOfSpeech, property
  }
}
