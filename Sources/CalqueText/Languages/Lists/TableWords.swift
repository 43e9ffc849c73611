/// The words of a language that people write into the tables of their glossaries, folded.
package struct TableWords: Sendable {
  /// The contents of a column beside terms.
  package enum Field: Hashable, Sendable, CaseIterable {
    case note, domain, definition, status, forbidden, gender, partOfSpeech, example
    case identifier, validity, flags
  }

  /// The names of columns, by content.
  package let fields: [Field: Set<String>]
  /// The words for the side of the first language: *terme source*.
  package let source: Set<String>
  /// The words for the side of the second language: *traduction*.
  package let target: Set<String>
  /// The words that stand before or behind a language without a side: *terme français*.
  package let beside: Set<String>
  /// The words between such a word and a language: *terme en anglais*.
  package let prepositions: Set<String>
  /// The words for a term to use, one that may be used, and one that must not be used.
  package let preferred: Set<String>
  package let admitted: Set<String>
  package let forbidden: Set<String>
  /// The words for a term that nobody has accepted yet.
  package let candidates: Set<String>
  /// The words for a row that a reviewer does not want; the term is not forbidden.
  package let refused: Set<String>
  /// The marks in a column that asks whether a term is forbidden.
  package let yes: Set<String>

  /// The words of a language in which no tables are read.
  static let none = TableWords(
    fields: [:], source: [], target: [], beside: [], prepositions: [], preferred: [],
    admitted: [], forbidden: [], candidates: [], refused: [], yes: [])
}

/// The marks that dictionaries put behind a term, as written, without full stops and spaces.
package struct TermMarks: Sendable {
  /// The parts of a mark, such as `n`, `f` and `pl`.
  package let parts: [String: Part]
  /// The endings in brackets that make the feminine: *avocat(e)*.
  package let feminineEndings: Set<String>

  /// The meaning of a part of a mark.
  package enum Part: Hashable, Sendable {
    case gender(String)
    case number(String)
    case word(String)
  }

  /// The marks of a language that has none.
  static let none = TermMarks(parts: [:], feminineEndings: [])
}
