internal import CICU
package import CalqueModel

/// A language as the text rules know it: French, English, or any other without rules of its own.
package struct Language: Hashable, Sendable {
  /// The primary subtag in lower case: `fr`.
  package let primary: String

  /// The rules for a tag's language; region and script make no difference.
  package init(_ tag: LanguageTag) {
    primary = tag.primary
  }

  package static let french = Language(LanguageTag("fr"))
  package static let english = Language(LanguageTag("en"))

  /// Whether ICU knows the language: `fr` and `gsw` are known, `md` and `txt` are file types.
  package var isKnown: Bool { unsafe primary.withCString { unsafe calque_is_language($0) } != 0 }

  /// The stem of a folded word, which is its class for matching.
  ///
  /// Works on scalars; O(length).
  package var stemmer: Stemmer {
    switch primary {
    case "fr": .french
    case "en": .english
    default: .none
    }
  }
}
