import CalqueMorphology
import CalqueText

extension TextReading {
  /// Whether a word with a capital is a part of a person's name, and no word of a term: *Bill* in
  /// "Bill Gates", *boulanger* in *Karim Boulanger*.
  ///
  /// A title keeps its capital before a name ("President Macron"). So only words that are given
  /// names as well, and words behind what is nothing but a name, are taken for parts of names.
  func isInPersonsName(_ token: Int, _ word: TermWords.Word) -> Bool {
    guard !TermWords.isCapitalised(word.written), isCapitalisedWord(token) else { return false }
    let isBehindWord = token > 0 && !lexemes.all[token].isApart
    let follows = isBehindWord && isCapitalisedWord(token - 1)
    if language.rules.names.givenNames.contains(lexemes.all[token].folded) {
      // "the Finance Bill Committee" is about no Bill.
      let next = token + 1
      return !follows && next < lexemes.all.count && !lexemes.all[next].isApart
        && isCapitalisedWord(next)
    }
    return follows && hasLexicon && isNothingButName(token - 1)
  }

  /// Whether a token is a word with one capital, its first letter.
  private func isCapitalisedWord(_ token: Int) -> Bool {
    guard lexemes.all[token].kind == .word else { return false }
    let written = lexemes.written(of: token)
    return TermWords.isCapitalised(written)
      && written.unicodeScalars.contains(where: \.properties.isLowercase)
      && !language.rules.functionWords.all.contains(lexemes.all[token].folded)
  }

  private func isNothingButName(_ token: Int) -> Bool {
    lexemes.all[token].readings.allSatisfy { $0.features.speech == .properNoun }
  }
}
