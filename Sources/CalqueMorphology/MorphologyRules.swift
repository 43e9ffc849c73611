import CalqueText

/// The inflection of one language by rules, for words that no lexicon has.
///
/// A language is a folder beside this file, as in `CalqueText/Languages`. `all` lists the languages.
protocol MorphologyRules: Sendable {
  /// The language.
  static var language: Language { get }
  /// The forms of a folded word in running text that differ from the word.
  ///
  /// Folding removes the accent of a final *é*; `endsInAcute` says that the word had the accent.
  static func forms(of word: String, endsInAcute: Bool, _ kinds: Inflection) -> [InflectedForm]
  /// The forms of a folded word that a lexicon does not list as forms of the word.
  static func supplements(of word: String, _ kinds: Inflection) -> [InflectedForm]
  /// The abbreviations that newspapers use of a folded word; none for most words.
  static func abbreviations(of word: String) -> [Abbreviation]
  /// The words of which a folded word may be a form, itself among them.
  static func bases(of word: String) -> [String]
  /// The forms of a lemma, with accents, that do not share its first two letters.
  static func irregularForms(of lemma: String) -> [String]
  /// Whether the forms of a lemma, in lower case, may share no more than the first letter.
  static func changesSecondLetter(_ lemma: String) -> Bool
  /// The plural of a folded noun as it is often misspelt; nil where the usual ending is right.
  static func misspeltPlural(of word: String) -> String?
  /// The small words that stand inside phrases.
  static var phraseWords: PhraseWords { get }
  /// Whether a dictionary with parts of speech exists from which a lexicon is built.
  static var canHaveLexicon: Bool { get }
}

extension MorphologyRules {
  static func supplements(of word: String, _ kinds: Inflection) -> [InflectedForm] { [] }
  static func abbreviations(of word: String) -> [Abbreviation] { [] }
  static func bases(of word: String) -> [String] { [word] }
  static func irregularForms(of lemma: String) -> [String] { [] }
  static func changesSecondLetter(_ lemma: String) -> Bool { false }
  static func misspeltPlural(of word: String) -> String? { nil }
  static var canHaveLexicon: Bool { false }
}

/// The rules of all languages that have rules.
enum AllMorphologyRules {
  static func rules(of language: Language) -> (any MorphologyRules.Type)? {
    let all: [any MorphologyRules.Type] = [FrenchInflection.self, EnglishInflection.self]
    return all.first { $0.language == language }
  }
}
