import CalqueMorphology
import CalqueText

extension TextReading {
  // MARK: Abbreviations

  /// Whether a token is an abbreviation of a term's word, as it is written, in its place.
  func isAbbreviation(of word: TermWords.Word, at token: Int) -> Bool {
    let written = lexemes.written(of: token)
    return morphology.abbreviations(of: word.folded).contains { short in
      guard short.text == written, !lexemes.all[token].isJoined else { return false }
      switch short.place {
      case .beforeName:
        let next = isStop(token + 1) ? token + 2 : token + 1
        return next < lexemes.all.count && !lexemes.all[next].isApart
          && lexemes.all[next].kind == .word
          && TermWords.isCapitalised(lexemes.written(of: next))
      case .behindNumber:
        return token > 0 && !lexemes.all[token].isApart && lexemes.all[token - 1].kind == .number
      }
    }
  }

  /// Whether a token is an abbreviation of a title with its full stop behind it.
  func isStopped(_ token: Int, _ word: TermWords.Word) -> Bool {
    guard word.inflections.contains(.abbreviation), isStop(token + 1) else { return false }
    let written = lexemes.written(of: token)
    return morphology.abbreviations(of: word.folded).contains {
      $0.text == written && $0.place == .beforeName
    }
  }

  private func isStop(_ token: Int) -> Bool {
    token < lexemes.all.count && lexemes.all[token].folded == "."
      && lexemes.all[token].start == lexemes.all[token - 1].wordEnd
  }

  // MARK: Compounds

  /// Whether a hyphen makes the first or the last word of an occurrence a part of another word:
  /// *vice-présidente du Conseil*.
  func isInsideCompound(_ entry: Recogniser.Entry, _ first: Int, _ last: Int) -> Bool {
    let isJoinedBehind = last + 1 < lexemes.all.count && lexemes.all[last + 1].isJoined
    guard lexemes.all[first].isJoined || isJoinedBehind else { return false }
    for (word, token) in [
      (entry.words[0].text, first), (entry.words[entry.words.count - 1].text, last),
    ]
    where !word.isExact {
      let isInside = Surroundings.isInsideCompound(
        token, lexemes, word.written, language, phrase,
        before: token == first, behind: token == last)
      if isInside { return true }
    }
    return false
  }

  // MARK: Nouns

  /// Whether the words around a token leave it nothing but a noun: a determiner that is no pronoun,
  /// a number or an adjective before it (*les 33 mineurs*, *les petites communes*, *au permis*), and
  /// no noun behind it.
  func isNounByPlace(_ token: Int) -> Bool {
    let all = lexemes.all
    guard token > 0, !all[token].isApart, hasNounReading(token),
      token + 1 == all.count || all[token + 1].isApart || !isNominal(token + 1)
    else { return false }
    // A quote that opens before the noun hides no article: une « percée ».
    let isQuoted = token > 1 && Self.openingQuotes.contains(all[token - 1].folded)
    if isQuoted, !all[token - 1].isApart, isDeterminer(token - 2) { return true }
    let before = all[token - 1]
    if before.kind == .number || isDeterminer(token - 1) { return true }
    guard token > 1, before.kind == .word, !before.isApart,
      before.readings.contains(where: { $0.features.speech == .adjective })
    else { return false }
    // de nouveaux publics, les petites communes.
    let first = all[token - 2].folded
    return phrase.determiners.contains(first) || phrase.contractions[first] != nil
  }

  private static let openingQuotes: Set<String> = ["\"", "«", "“", "‘", "'"]

  private func isDeterminer(_ token: Int) -> Bool {
    let folded = lexemes.all[token].folded
    return phrase.determiners.contains(folded) && !phrase.clitics.contains(folded)
      || phrase.contractedArticles.contains(folded)
  }

  /// Whether an article in the word before leaves a token no verb: *au permis*.
  func isNoVerbByPlace(_ token: Int) -> Bool {
    token > 0 && !lexemes.all[token].isApart
      && phrase.contractedArticles.contains(lexemes.all[token - 1].folded)
  }

  /// Whether a token can be an adjective of the noun directly before it: *politique commune*.
  func mayDescribeNoun(_ token: Int) -> Bool {
    token > 0 && !lexemes.all[token].isApart && !lexemes.all[token].isJoined
      && isModifier(token, of: token - 1)
  }

  private func hasNounReading(_ token: Int) -> Bool {
    lexemes.all[token].readings.contains { $0.features.speech == .noun }
  }

  private func isNominal(_ token: Int) -> Bool {
    lexemes.all[token].kind == .word && phrase.kinds(of: lexemes.all[token].folded).isEmpty
      && lexemes.all[token].readings.contains { $0.features.isNominal }
  }
}
