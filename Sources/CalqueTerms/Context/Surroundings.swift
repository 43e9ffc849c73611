import CalqueMorphology
import CalqueText

/// The words around a lone word of a term, in the cases where they decide.
enum Surroundings {
  /// Whether a hyphen makes the word a part of another word: *midi* in *après-midi*.
  ///
  /// A particle behind an inverted verb or a demonstrated noun leaves the word whole (*sommet-là*,
  /// *déclare-t-il*), and so does a free prefix before it (*ex-ministre*). A name stays a name in a
  /// compound (*Paris-Berlin*). `before` and `behind` tell on which side a hyphen counts.
  static func isInsideCompound(
    _ place: Int, _ lexemes: Lexemes, _ term: String, _ language: Language, _ phrase: PhraseWords,
    before: Bool = true, behind: Bool = true
  ) -> Bool {
    let all = lexemes.all
    let isJoinedBehind =
      behind && place + 1 < all.count && all[place + 1].isJoined
      && !language.rules.particles.contains(all[place + 1].folded)
    let isJoinedBefore =
      before && all[place].isJoined
      && !(place > 0 && phrase.freePrefixes.contains(all[place - 1].folded))
    guard isJoinedBefore || isJoinedBehind else { return false }
    return !TermWords.isCapitalised(term)
      || !TermWords.isCapitalised(lexemes.written(all[place].start, all[place].end))
  }

  /// Whether the previous word shows that the word is a verb: *il porte*, *to play*.
  static func isVerb(_ place: Int, _ lexemes: Lexemes, _ language: Language) -> Bool {
    let all = lexemes.all
    guard place > 0, !all[place].isApart else { return false }
    return language.rules.signsOfVerbs.contains(all[place - 1].folded)
  }

  /// Whether a word with a capital is a first name by the name behind it.
  ///
  /// *Olaf Scholz* is not *l'Olaf*. Where acronyms do without an article, nothing tells.
  static func isFirstName(_ place: Int, _ lexemes: Lexemes, _ language: Language) -> Bool {
    let all = lexemes.all
    let names = language.rules.names
    guard names.placesNeedIntroduction, place + 1 < all.count, all[place + 1].kind == .word,
      !all[place + 1].isApart, TermWords.isCapitalised(lexemes.written(of: place + 1)),
      !language.rules.functionWords.all.contains(all[place + 1].folded)
    else { return false }
    return place == 0 || !names.introductions.contains(all[place - 1].folded)
  }

  /// Whether a word is the first of a sentence, also behind an opening quote or a dash.
  static func startsSentence(_ place: Int, _ lexemes: Lexemes) -> Bool {
    let all = lexemes.all
    guard place > 0, !all[place].isApart, all[place - 1].kind == .punctuation else {
      return place == 0 || all[place].isApart
    }
    switch all[place - 1].folded {
    case ".", "!", "?", ":", "...": return true
    case "\"", "'", "-", "(", "«", "“": return startsSentence(place - 1, lexemes)
    default: return false
    }
  }

  /// Whether a token is a full stop, an exclamation mark or a question mark.
  static func endsSentence(_ place: Int, _ lexemes: Lexemes) -> Bool {
    guard lexemes.all[place].kind == .punctuation else { return false }
    switch lexemes.all[place].folded {
    case ".", "!", "?": return true
    default: return false
    }
  }
}
