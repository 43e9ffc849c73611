/// The light stemming of a language, which joins the inflected forms of a word and little else.
package enum Stemmer: Sendable {
  case french
  case english
  /// No stemming: every folded form is its own stem.
  case none

  /// Cuts a folded word, in scalars, to its stem.
  package func stem(_ word: inout [UInt32]) {
    switch self {
    case .french: FrenchStem.cut(&word)
    case .english: EnglishStem.cut(&word)
    case .none: break
    }
  }

  /// The stem of a folded word.
  package func stem(_ word: String) -> String {
    var scalars = word.unicodeScalars.map(\.value)
    stem(&scalars)
    return String(scalars: scalars)
  }
}

/// The stem of a folded word in a language, which is the word's class for matching.
package func stem(_ foldedWord: String, in language: Language) -> String {
  language.stemmer.stem(foldedWord)
}
