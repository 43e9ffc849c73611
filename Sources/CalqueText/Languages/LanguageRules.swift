package import CalqueModel

/// What Calque knows of one language; a list that a language does not give is empty.
///
/// A language is a folder beside this file: an enumeration without cases that gives what it has,
/// each list in a file of its own. `Language.all` names the enumerations, and `Language.rules` finds
/// the one of a tag. Nothing outside `Languages/` asks for a language by its name.
package protocol LanguageRules: Sendable {
  /// The primary subtag in lower case.
  static var primary: String { get }

  // MARK: Words

  /// The light stemming that classes of words come from.
  static var stemmer: Stemmer { get }
  /// The forms that a folded word takes in running text, those that differ from it.
  ///
  /// Folding takes the accent of a last *é* away; `endsInAcute` tells that the word had it.
  static func forms(of word: String, endsInAcute: Bool, _ kinds: Inflection) -> [InflectedForm]
  /// The folded articles that a term may be written with or without.
  static var articles: Set<String> { get }
  /// The folded words that negate.
  static var negation: Negation { get }
  /// The words that tell the language of a text.
  static var functionWords: FunctionWords { get }

  // MARK: Sentences

  /// Where sentences end.
  static var sentences: SentenceRules { get }

  // MARK: Terms in running text

  /// The folded words behind which a lone word is a verb, hence not the noun that a term means.
  static var signsOfVerbs: Set<String> { get }
  /// The folded words that a hyphen joins to a word without making a compound: *sommet-là*.
  static var particles: Set<String> { get }
  /// Whether a folded word is the same word where its circumflex is missing.
  static func mayLackCircumflex(_ word: String) -> Bool
  /// Whether a word that begins so may be left out of a term, or change its first letters.
  ///
  /// - Parameters:
  ///   - first: the first letter, folded, in ASCII.
  ///   - second: the second letter, likewise.
  /// - Returns: whether a text may hold a form of the word that begins otherwise, or none.
  static func isLooseBeginning(_ first: UInt8, _ second: UInt8) -> Bool
  /// Whether every form of a word begins with the same three letters, vowels taken for one.
  ///
  /// - Parameters:
  ///   - count: how many letters the word has.
  ///   - beforeLast: the last letter but one, folded, in ASCII.
  ///   - last: the last letter, likewise.
  /// - Returns: whether the third letter stays; the first two always do.
  static func keepsThreeLetters(count: Int, _ beforeLast: UInt8, _ last: UInt8) -> Bool

  // MARK: Documents and people

  /// The words that dates are written with.
  static var calendar: CalendarWords { get }
  /// Whether dates in numbers put the month before the day where a tag says so: `11/02/2023`.
  static func putsMonthFirst(_ tag: LanguageTag) -> Bool
  /// The lines that web pages add to an article.
  static var webPhrases: WebPhrases { get }
  /// The answers in lower case that mean yes.
  static var yes: Set<String> { get }
}

/// The neutral rules, which hold wherever a language says nothing else.
extension LanguageRules {
  package static var stemmer: Stemmer { .none }
  package static func forms(
    of word: String, endsInAcute: Bool, _ kinds: Inflection
  ) -> [InflectedForm] { [] }
  package static var articles: Set<String> { [] }
  package static var negation: Negation { .none }
  package static var functionWords: FunctionWords { .none }
  package static var sentences: SentenceRules { .none }
  package static var signsOfVerbs: Set<String> { [] }
  package static var particles: Set<String> { [] }
  package static func mayLackCircumflex(_ word: String) -> Bool { false }
  package static func isLooseBeginning(_ first: UInt8, _ second: UInt8) -> Bool { false }
  package static func keepsThreeLetters(
    count: Int, _ beforeLast: UInt8, _ last: UInt8
  ) -> Bool { false }
  package static var calendar: CalendarWords { .none }
  package static func putsMonthFirst(_ tag: LanguageTag) -> Bool { false }
  package static var webPhrases: WebPhrases { .none }
  package static var yes: Set<String> { [] }
}

/// The rules of a language that has no folder here.
enum UnknownLanguage: LanguageRules {
  static let primary = "und"
}
