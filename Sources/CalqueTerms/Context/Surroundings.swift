import CalqueText

/// What stands around a lone word of a term, where it decides.
enum Surroundings {
  /// Whether a hyphen makes the word a part of another: *midi* in *après-midi*.
  ///
  /// What follows an inverted or demonstrated word is no part of it (*sommet-là*, *déclare-t-il*),
  /// and a name stays one in a compound (*Paris-Berlin*).
  static func isInsideCompound(
    _ place: Int, _ lexemes: Lexemes, _ term: String, _ language: Language
  ) -> Bool {
    let all = lexemes.all
    let isJoinedBehind =
      place + 1 < all.count && all[place + 1].isJoined
      && !language.rules.particles.contains(all[place + 1].folded)
    guard all[place].isJoined || isJoinedBehind else { return false }
    return !TermWords.isCapitalised(term)
      || !TermWords.isCapitalised(lexemes.written(all[place].start, all[place].end))
  }

  /// Whether the word before makes the word a verb: *il porte*, *to play*.
  static func isVerb(_ place: Int, _ lexemes: Lexemes, _ language: Language) -> Bool {
    let all = lexemes.all
    guard place > 0, !all[place].isApart else { return false }
    return language.rules.signsOfVerbs.contains(all[place - 1].folded)
  }
}
