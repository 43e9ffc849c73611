import CalqueModel
import CalqueText

/// What a text says of the pair that it is asked about in.
enum TextDirection: Hashable {
  /// It is in the source language, or nothing surely speaks against that.
  case source
  /// It is surely in the target language.
  case target
  /// It is surely in another language.
  case foreign(LanguageTag)

  /// Looks at a text.
  ///
  /// A language whose function words Calque does not know is never contradicted.
  init(of text: String, in pair: LanguagePair) {
    let (source, target) = (Language(pair.source), Language(pair.target))
    let guess = LanguageGuess(of: text)
    guard let first = guess.ranking.first, first != source,
      guess.isIn(first, ratherThan: source)
    else {
      self = .source
      return
    }
    if first == target {
      self = .target
    } else if guess.isIn(first, ratherThan: target) {
      self = .foreign(LanguageTag(first.primary))
    } else {
      self = .source
    }
  }
}

extension LanguageTag {
  /// What the language is called in English: `French`.
  var englishName: String { LanguageNames.english(Language(self)) }
}
