internal import CICU
package import CalqueModel

/// A language, with Calque's rules for its texts.
package struct Language: Hashable, Sendable {
  /// The primary subtag in lower case: `fr`.
  package let primary: String
  /// The rules of the language.
  package let rules: any LanguageRules.Type

  /// Finds the language of a tag; region and script are ignored.
  package init(_ tag: LanguageTag) {
    let primary = tag.primary
    self.primary = primary
    rules = Self.all.first { $0.primary == primary } ?? UnknownLanguage.self
  }

  /// Finds the language of some rules.
  init(of rules: any LanguageRules.Type) {
    primary = rules.primary
    self.rules = rules
  }

  /// The rules of all languages that have rules.
  package static let all: [any LanguageRules.Type] = [
    French.self, English.self, German.self, Spanish.self, Italian.self, Dutch.self,
    Portuguese.self,
  ]

  package static let french = Language(of: French.self)
  package static let english = Language(of: English.self)

  /// The language that documents of two languages are translated into by default.
  package static let usualTarget = english

  /// Whether ICU knows the language: `fr` and `gsw` are known, `md` and `txt` are file types.
  package var isKnown: Bool { unsafe primary.withCString { unsafe calque_is_language($0) } != 0 }

  /// The stem of a folded word, which is its class for matching.
  ///
  /// - Complexity: O(n) in the length of the word.
  package var stemmer: Stemmer { rules.stemmer }

  /// Whether two languages have the same primary subtag.
  package static func == (a: Language, b: Language) -> Bool { a.primary == b.primary }

  /// Hashes the primary subtag.
  package func hash(into hasher: inout Hasher) { hasher.combine(primary) }
}
