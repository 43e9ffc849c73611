import CalqueMorphology
import CalqueText

extension TextReading {
  /// Calls `body` with each place where a term may go on after a gap, and with the gap's kind.
  ///
  /// - Parameters:
  ///   - allowed: the kinds of gaps that some term allows here.
  ///   - token: the first token of the gap; the one before is a word of the term.
  ///   - end: the end of the text's part; a gap ends before it.
  ///   - body: takes the kind and the token behind the gap.
  func forEachGap(
    _ allowed: Gap, from token: Int, before end: Int, _ body: (Gap, Int) -> Void
  ) {
    let last = min(end - 1, token + Gap.maximumLength)
    func report(_ gap: Gap, _ place: Int) {
      if allowed.contains(gap), place > token, place <= last { body(gap, place) }
    }
    if allowed.contains(.comma), lexemes.all[token].folded == "," { report(.comma, token + 1) }
    if allowed.contains(.adverb) {
      var place = token
      while place < last, !denies(place, behind: token - 1), let next = afterAdverb(place, last) {
        report(.adverb, next)
        place = next
      }
    }
    if allowed.contains(.modifier) {
      var place = token
      while place < min(last, token + 2), isModifier(place, of: token - 1) {
        place += 1
        report(.modifier, place)
      }
    }
    if allowed.contains(.premodifier) {
      var place = token
      while place < min(last, token + 2), isPremodifier(place) {
        place += 1
        report(.premodifier, place)
      }
    }
    if allowed.contains(.coordination) { coordinations(token, last, report) }
    if allowed.contains(.object) { objects(token, last, report) }
    if !allowed.isDisjoint(with: [.auxiliary, .passive]) { auxiliaries(token, last, report) }
  }

  // MARK: Gaps

  /// *blancs ou* nuls; *et liquidations* judiciaires.
  private func coordinations(_ token: Int, _ last: Int, _ report: (Gap, Int) -> Void) {
    guard token + 1 < last else { return }
    let (first, second) = (lexemes.all[token], lexemes.all[token + 1])
    if isModifier(token, of: token - 1), phrase.conjunctions.contains(second.folded) {
      report(.coordination, token + 2)
    }
    if phrase.conjunctions.contains(first.folded), isNoun(token + 1) {
      report(.coordination, token + 2)
    }
  }

  /// Mettre *l'élu* en examen, mettre *un ancien ministre* en examen, mettre *Jean Petit* en examen.
  private func objects(_ token: Int, _ last: Int, _ report: (Gap, Int) -> Void) {
    if phrase.clitics.contains(lexemes.all[token].folded) { report(.object, token + 1) }
    if phrase.determiners.contains(lexemes.all[token].folded) {
      var place = token + 1
      while place < min(last, token + 4), isNoun(place) || isPremodifier(place) {
        place += 1
        if isNoun(place - 1) { report(.object, place) }
      }
      return
    }
    var place = token
    while place < min(last, token + 3), lexemes.all[place].kind == .word,
      TermWords.isCapitalised(lexemes.written(of: place))
    {
      place += 1
      report(.object, place)
    }
  }

  /// S'*est* félicitée, s'*est-il vivement* félicité; l'immunité *a été* levée.
  private func auxiliaries(_ token: Int, _ last: Int, _ report: (Gap, Int) -> Void) {
    var place = token
    var hasAuxiliary = false
    while place < last {
      let folded = lexemes.all[place].folded
      if phrase.auxiliaries.contains(folded) {
        hasAuxiliary = true
        place += 1
      } else if let next = afterAdverb(place, last) {
        place = next
      } else if phrase.clitics.contains(folded)
        || phrase.subjects.contains(folded) && lexemes.all[place].isJoined
      {
        // A pronoun belongs to the verb, not to a noun before it.
        report(.auxiliary, place + 1)
        place += 1
        continue
      } else {
        return
      }
      report(.auxiliary, place)
      if hasAuxiliary { report(.passive, place) }
    }
  }

  // MARK: Tokens

  /// The token behind an adverb of one or several words; nil if there is no adverb.
  private func afterAdverb(_ token: Int, _ last: Int) -> Int? {
    let lexeme = lexemes.all[token]
    guard lexeme.kind == .word else { return nil }
    for adverbial in phrase.adverbials where adverbial[0] == lexeme.folded {
      let end = token + adverbial.count
      if end <= last, zip(adverbial, lexemes.all[token..<end]).allSatisfy({ $0 == $1.folded }) {
        return end
      }
    }
    if phrase.adverbs.contains(lexeme.folded) { return token + 1 }
    if !phrase.adverbEnding.isEmpty, lexeme.folded.utf8.count > 5,
      lexeme.folded.hasSuffix(phrase.adverbEnding)
    {
      let isAdverb =
        lexeme.readings.isEmpty || lexeme.readings.contains { $0.features.speech == .adverb }
      return isAdverb ? token + 1 : nil
    }
    return nil
  }

  /// Whether an adverb denies what stands behind it: *pleaded not guilty* is no *plead guilty*.
  ///
  /// Behind an auxiliary, and in French behind *ne* and a verb, the adverb denies the verb, and the
  /// term is what the verb says: *ne met pas en examen*.
  private func denies(_ token: Int, behind verb: Int) -> Bool {
    guard phrase.negations.contains(lexemes.all[token].folded),
      !phrase.auxiliaries.contains(lexemes.all[verb].folded)
    else { return false }
    var before = verb - 1
    while before >= 0, phrase.clitics.contains(lexemes.all[before].folded) {
      if phrase.signsOfNegation.contains(lexemes.all[before].folded) { return false }
      before -= 1
    }
    return true
  }

  private func isNoun(_ token: Int) -> Bool {
    lexemes.all[token].readings.contains { $0.features.speech == .noun }
  }

  /// Whether a token is an adjective or participle that agrees with a noun.
  func isModifier(_ token: Int, of noun: Int) -> Bool {
    let nouns = lexemes.all[noun].readings.map(\.features).filter { $0.speech == .noun }
    return lexemes.all[token].readings.contains { reading in
      reading.features.isAdjectival && nouns.contains { $0.agrees(with: reading.features) }
    }
  }

  /// Whether a token can be an adjective before a noun; without a lexicon, any small word that is
  /// no function word.
  private func isPremodifier(_ token: Int) -> Bool {
    let lexeme = lexemes.all[token]
    if !lexeme.readings.isEmpty {
      return lexeme.readings.contains(where: \.features.isAdjectival)
    }
    guard !hasLexicon, lexeme.kind == .word else { return false }
    return !phrase.prepositions.contains(lexeme.folded)
      && !phrase.determiners.contains(lexeme.folded)
      && !phrase.auxiliaries.contains(lexeme.folded)
      && !phrase.conjunctions.contains(lexeme.folded)
  }
}
