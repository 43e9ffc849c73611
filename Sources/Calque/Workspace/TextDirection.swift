package import CalqueModel
import CalqueText

/// The relation of a text's language to the pair of a question.
enum TextDirection: Hashable {
  /// The text is in the source language, or nothing certain contradicts that.
  case source
  /// The text is certainly in the target language.
  case target
  /// The text is certainly in another language.
  case foreign(LanguageTag)

  /// Examines a text.
  ///
  /// A source language whose function words are not known is never contradicted.
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
  /// The language's name in English: `French`.
  var englishName: String { LanguageNames.english(Language(self)) }
}

extension LanguagePair {
  /// The pair, reversed if a text is certainly in the target language.
  package func directed(by text: String) -> LanguagePair {
    TextDirection(of: text, in: self) == .target ? reversed : self
  }
}
