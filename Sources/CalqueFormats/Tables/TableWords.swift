import CalqueModel
import CalqueText

/// The words for a status, in the languages of tables.
enum StatusWords {
  /// The status that a cell states; nil for other words.
  static func status(_ text: String) -> TermStatus? {
    let word = folded(text.trimmingBlanks)
    for rules in Language.all {
      let words = rules.tableWords
      if words.preferred.contains(word) { return .preferred }
      if words.admitted.contains(word) { return .admitted }
      if words.forbidden.contains(word) { return .forbidden }
    }
    return nil
  }

  /// Whether a word is neither a status nor a step on the way to one.
  static func isUnknown(_ text: String) -> Bool {
    status(text) == nil && reasonToSkip(text) == nil
  }

  /// What is said of a word that is no status.
  static func unknown(_ text: String) -> String {
    let words = TermStatus.allCases.map(\.name).joined(separator: ", ")
    return "'\(text)' is no status (\(words)); it is kept as written, and the term is admitted"
  }

  /// Why a row of a sheet of candidates is passed over, by its status: nobody has accepted the row
  /// yet, or a reviewer does not want it; nil for another status.
  static func reasonToSkip(_ text: String) -> String? {
    let word = folded(text.trimmingBlanks)
    for rules in Language.all {
      if rules.tableWords.candidates.contains(word) { return FileEvent.stillCandidate }
      if rules.tableWords.refused.contains(word) { return "rejected in its status column" }
    }
    return nil
  }

  /// Whether a cell of a column such as `Forbidden` says yes.
  static func isYes(_ text: String) -> Bool {
    let word = folded(text.trimmingBlanks)
    return Language.all.contains { rules in
      rules.tableWords.yes.contains(word)
    }
  }
}

/// The words for a gender.
enum GenderWords {
  /// `m`, `f` or `mf`; other texts as written.
  static func gender(_ text: String) -> String {
    let word = String(folded(text.trimmingBlanks).filter { $0 != "." && $0 != " " })
    for rules in Language.all {
      if case .gender(let gender)? = rules.termMarks.parts[word] { return gender }
    }
    return text
  }
}
