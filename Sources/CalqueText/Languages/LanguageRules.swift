package import CalqueModel

/// The rules of one language; a list that a language does not define is empty.
///
/// A language is a folder beside this file. The folder holds an enumeration without cases, and each
/// list in a file of its own. `Language.all` lists the enumerations, and `Language.rules` is the
/// one of a tag. Nothing outside `Languages/` asks for a language by its name.
package protocol LanguageRules: Sendable {
  /// The primary subtag in lower case.
  static var primary: String { get }

  // MARK: Words

  /// The light stemming that makes the classes of words.
  static var stemmer: Stemmer { get }
  /// The folded articles that a term may have or lack.
  static var articles: Set<String> { get }
  /// The folded words that negate.
  static var negation: Negation { get }
  /// The words by which texts of the language are recognised.
  static var functionWords: FunctionWords { get }
  /// The folded words whose form depends on the letter that follows: *de* and *d'*, *a* and *an*.
  static var wordsBeforeVowels: Set<String> { get }
  /// The form of a folded word before a number: "an" for *a* before "18"; nil if it keeps its form.
  ///
  /// - Parameters:
  ///   - word: the word, folded.
  ///   - number: the number, in digits or words.
  /// - Returns: the form that the word has there, in lower case.
  static func form(of word: String, before number: String) -> String?

  // MARK: Sentences

  /// The ends of sentences.
  static var sentences: SentenceRules { get }

  // MARK: Terms in running text

  /// The folded words behind which a lone word is a verb, and so not the noun of a term.
  static var signsOfVerbs: Set<String> { get }
  /// The folded words that a hyphen joins to a word without making a compound: *sommet-là*.
  static var particles: Set<String> { get }
  /// Whether a folded word stays the same word without its circumflex.
  static func mayLackCircumflex(_ word: String) -> Bool
  /// Whether a text may leave out a word of a term with this beginning, or change its first
  /// letters.
  ///
  /// - Parameters:
  ///   - first: the first letter, folded, in ASCII.
  ///   - second: the second letter, folded, in ASCII.
  /// - Returns: whether a text may have a form with another beginning, or lack the word.
  static func isLooseBeginning(_ first: UInt8, _ second: UInt8) -> Bool
  /// Whether every form of a word begins with the same three letters, if all vowels count as one.
  ///
  /// - Parameters:
  ///   - count: the number of letters of the word.
  ///   - beforeLast: the last letter but one, folded, in ASCII.
  ///   - last: the last letter, folded, in ASCII.
  /// - Returns: whether the third letter stays; the first two always do.
  static func keepsThreeLetters(count: Int, _ beforeLast: UInt8, _ last: UInt8) -> Bool

  /// The names of places and peoples, and the words that only look like names.
  static var names: NameRules { get }

  /// The words that head the title of an office.
  static var offices: OfficeWords { get }

  // MARK: Documents and people

  /// The words of numbers, units, days and times.
  static var quantities: QuantityWords { get }
  /// The signs inside numbers.
  static var numberSigns: NumberSigns { get }
  /// The words for numbers.
  static var numberWords: NumberWords { get }
  /// The words for ranks, parts and multiples that are no numbers.
  static var amountWords: AmountWords { get }
  /// The way in which numbers and dates are written; nil if translations are not adapted.
  static var numberSpelling: NumberSpelling? { get }
  /// Whether a folded word may stand behind a number of two or more that counts it.
  static func mayBePlural(_ word: String) -> Bool
  /// The words for shares of a hundred.
  static var shareWords: ShareWords { get }
  /// The words for currencies in running text.
  static var currencyWords: CurrencyWords { get }
  /// The words of dates.
  static var calendar: CalendarWords { get }
  /// Whether a tag's dates in numbers have the month before the day: `11/02/2023`.
  static func putsMonthFirst(_ tag: LanguageTag) -> Bool
  /// The lines that web pages add to an article.
  static var webPhrases: WebPhrases { get }
  /// The answers, in lower case, that mean yes.
  static var yes: Set<String> { get }
  /// The words that people write into the tables of their glossaries.
  static var tableWords: TableWords { get }
  /// The marks of gender and word class that dictionaries put behind a term.
  static var termMarks: TermMarks { get }
}

/// The neutral rules, for everything that a language does not define.
extension LanguageRules {
  package static var stemmer: Stemmer { .none }
  package static var articles: Set<String> { [] }
  package static var negation: Negation { .none }
  package static var functionWords: FunctionWords { .none }
  package static var wordsBeforeVowels: Set<String> { [] }
  package static func form(of word: String, before number: String) -> String? { nil }
  package static var sentences: SentenceRules { .none }
  package static var signsOfVerbs: Set<String> { [] }
  package static var particles: Set<String> { [] }
  package static func mayLackCircumflex(_ word: String) -> Bool { false }
  package static func isLooseBeginning(_ first: UInt8, _ second: UInt8) -> Bool { false }
  package static func keepsThreeLetters(
    count: Int, _ beforeLast: UInt8, _ last: UInt8
  ) -> Bool { false }
  package static var names: NameRules { .none }
  package static var offices: OfficeWords { .none }
  package static var quantities: QuantityWords { .none }
  package static var numberSigns: NumberSigns { .point }
  package static var numberWords: NumberWords { .none }
  package static var amountWords: AmountWords { .none }
  package static var numberSpelling: NumberSpelling? { nil }
  package static func mayBePlural(_ word: String) -> Bool { !word.isEmpty }
  package static var shareWords: ShareWords { .none }
  package static var currencyWords: CurrencyWords { .none }
  package static var calendar: CalendarWords { .none }
  package static func putsMonthFirst(_ tag: LanguageTag) -> Bool { false }
  package static var webPhrases: WebPhrases { .none }
  package static var yes: Set<String> { [] }
  package static var tableWords: TableWords { .none }
  package static var termMarks: TermMarks { .none }
}

/// The rules of a language without a folder here.
enum UnknownLanguage: LanguageRules {
  static let primary = "und"
}
