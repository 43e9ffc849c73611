import CalqueMorphology
import CalqueText

/// The words of a sentence with what each may be in a fragment.
struct FragmentWords {
  /// What a word is in a fragment.
  enum Role {
    case noun, adjective, participle, infinitive
    /// A present participle, which goes on: *efforts visant à…*
    case gerund
    /// A finite verb.
    case verb
    /// Another word of meaning: *absolument*.
    case adverb
    /// A number in letters.
    case number
    /// A function word, an auxiliary, a verb such as *pouvoir* before another one.
    case small
    case hyphen
    /// A mark or a number in digits, which no fragment holds.
    case mark

    /// Whether the word is one of meaning.
    var hasMeaning: Bool {
      switch self {
      case .noun, .adjective, .participle, .infinitive, .gerund, .verb, .adverb, .number: true
      case .small, .hyphen, .mark: false
      }
    }
  }

  let tokens: [Token]
  let roles: [Role]
  /// Whether each word begins with a capital.
  let isCapital: [Bool]
  /// What the lexicon knows of each word.
  private let readings: [[WordReading]]
  /// Whether nouns are told from other words.
  private let isTagged: Bool
  private let phraseWords: PhraseWords

  /// Reads a sentence.
  init(
    _ sentence: String, _ morphology: Morphology, small: Set<String>, scanner: inout TextScanner
  ) {
    let language = morphology.language
    let tokens = CalqueText.tokens(of: sentence, in: language, using: &scanner)
    let utf8 = Array(sentence.utf8)
    let written = tokens.map { String(decoding: utf8[$0.start..<$0.end], as: UTF8.self) }
    let readings = written.map { morphology.readings(of: $0) }
    let tags = morphology.tagger?.tags(
      of: written.indices.map {
        TaggerWord(written[$0], readings: readings[$0], isFirst: $0 == 0)
      })
    let phraseWords = morphology.phraseWords
    let numbers = language.rules.numberWords.words
    func role(_ place: Int) -> Role {
      let token = tokens[place]
      if token.folded == "-" { return .hyphen }
      guard token.kind == .word else { return .mark }
      if token.folded.utf8.count <= 2 || small.contains(token.folded) { return .small }
      if phraseWords.auxiliaries.contains(token.folded) { return .small }
      if numbers[token.folded] != nil { return .number }
      if phraseWords.adverbs.contains(token.folded) { return .small }
      if phraseWords.shortTitles.contains(token.folded) { return .mark }
      if phraseWords.participlePrepositions.contains(token.folded),
        tags?[place].best == .participle || tags?[place].best == .other
      {
        return .mark
      }
      // The lexicon knows better than the tagger what can be nothing else.
      if !readings[place].isEmpty,
        readings[place].allSatisfy({ $0.features.verb == .finite })
      {
        let lemmas = morphology.lemmas(of: written[place])
        return lemmas.contains { phraseWords.modals.contains(folded($0)) } ? .small : .verb
      }
      switch tags?[place].best {
      case .noun, .name, nil: return .noun
      case .adjective: return .adjective
      case .participle:
        let isPresent = readings[place].contains { $0.features.verb == .presentParticiple }
        return isPresent ? .gerund : .participle
      case .verb:
        let lemmas = morphology.lemmas(of: written[place])
        if lemmas.contains(where: { phraseWords.modals.contains(folded($0)) }) { return .small }
        return lemmas.contains(written[place].lowercased()) ? .infinitive : .verb
      case .other: return .adverb
      }
    }
    (self.tokens, self.phraseWords, isTagged) = (tokens, phraseWords, tags != nil)
    self.readings = readings
    roles = tokens.indices.map(role)
    isCapital = written.map { $0.unicodeScalars.first?.properties.isUppercase == true }
  }

  private func role(_ place: Int) -> Role {
    roles.indices.contains(place) ? roles[place] : .mark
  }

  /// Whether words may be a fragment: a phrase of its own as far as its ends show.
  func isFragment(_ range: Range<Int>) -> Bool {
    let last = range.upperBound - 1
    guard range.count > 1, begins(range.lowerBound), ends(last, from: range.lowerBound) else {
      return false
    }
    return range.allSatisfy { place in
      switch roles[place] {
      case .mark: false
      case .small: mayStandInside(place) && !isHalf(place, range)
      default: true
      }
    } && !isCutClause(range)
  }

  /// Whether a conjunction joins the last word to one of another kind: *heure et demie*.
  private func isHalf(_ place: Int, _ range: Range<Int>) -> Bool {
    guard phraseWords.conjunctions.contains(tokens[place].folded), place + 2 == range.upperBound
    else { return false }
    return role(place - 1) != role(place + 1)
  }

  /// Whether the subject of a clause belongs to the words before it: *bloquer* la *loi a été engagée*.
  private func isCutClause(_ range: Range<Int>) -> Bool {
    guard roles[range.lowerBound] == .noun,
      range.contains(where: {
        // *A* may be *à*.
        roles[$0] == .verb
          || phraseWords.auxiliaries.contains(tokens[$0].folded) && !isSmall($0, .preposition)
      })
    else { return false }
    var before = range.lowerBound - 1
    if isSmall(before, .determiner), !isSmall(before, .preposition) { before -= 1 }
    switch role(before) {
    case .infinitive, .gerund, .participle, .verb: return true
    default: return isSmall(before, .preposition)
    }
  }

  /// Whether a function word joins words of one phrase: no *que*, no *mais*.
  private func mayStandInside(_ place: Int) -> Bool {
    let word = tokens[place].folded
    return !phraseWords.kinds(of: word).isEmpty || phraseWords.contractedArticles.contains(word)
      || phraseWords.conjunctions.contains(word) || phraseWords.auxiliaries.contains(word)
      || phraseWords.adverbs.contains(word) || phraseWords.quantifiers.contains(word)
  }

  private func begins(_ place: Int) -> Bool {
    // *fois par semaine* of *deux fois par semaine*
    if role(place - 1) == .hyphen || role(place - 1) == .number { return false }
    // *ans et demi* of *12 ans et demi*
    if place > 0, tokens[place - 1].kind == .number, place + 1 < tokens.count,
      phraseWords.conjunctions.contains(tokens[place + 1].folded)
    {
      return false
    }
    switch role(place) {
    case .noun: return !isPreposition(place) && !describes(place, place - 1)
    // *nationale* of *agence nationale de renseignement*
    case .adjective: return role(place - 1) != .noun
    case .participle, .infinitive, .gerund, .verb: return true
    case .adverb, .number:
      switch role(place + 1) {
      case .noun, .adjective: return true
      case .participle: return role(place) == .adverb
      // *trois autres membres*, *milliards de livres*
      case .small: return role(place) == .number && role(place + 2) == .noun
      default: return false
      }
    case .small, .hyphen, .mark: return false
    }
  }

  private func ends(_ place: Int, from start: Int) -> Bool {
    if role(place + 1) == .hyphen { return false }
    switch role(place) {
    // *trois grands* of *trois grands constructeurs*
    case .noun: return !isPreposition(place) && !isCompound(place)
    case .adjective:
      if place > start, role(place - 1) == .noun {
        return (start..<place).contains { role($0) == .noun && agree($0, place) }
      }
      // *nouvelle* of *annoncer la nouvelle*, *grands* of *les trois grands*: nouns of the moment.
      return role(place + 1) != .noun && role(place - 1) != .number
        && !phraseWords.kinds(of: tokens[place - 1].folded).contains(.determiner)
    case .participle, .infinitive: return true
    case .adverb: return isMannerAdverb(place)
    case .gerund, .verb, .number, .small, .hyphen, .mark: return false
    }
  }

  /// Whether a word may be an adjective that belongs to the noun before it: *nationale* of *Agence
  /// nationale de sécurité*.
  private func describes(_ place: Int, _ noun: Int) -> Bool {
    guard role(noun) == .noun, readings.indices.contains(place), !readings[place].isEmpty else {
      return false
    }
    return readings[place].contains { reading in
      reading.features.speech == .adjective
        && readings[noun].contains {
          $0.features.speech == .noun && $0.features.agrees(with: reading.features)
        }
    }
  }

  /// Whether a noun and an adjective agree in gender and number as far as the lexicon knows them:
  /// *heure* and *exacts* of *ni le lieu ni l'heure exacts* do not.
  private func agree(_ noun: Int, _ adjective: Int) -> Bool {
    let nouns = readings[noun].filter { $0.features.speech == .noun }
    let adjectives = readings[adjective].filter { $0.features.speech == .adjective }
    if nouns.isEmpty || adjectives.isEmpty { return true }
    return nouns.contains { noun in
      adjectives.contains { noun.features.agrees(with: $0.features) }
    }
  }

  /// Whether a noun without a capital follows a noun at once.
  private func isCompound(_ place: Int) -> Bool {
    isTagged && role(place + 1) == .noun && !isCapital[place + 1] && !describes(place + 1, place)
  }

  /// Whether an adverb says how something is done: *réagir rapidement*.
  private func isMannerAdverb(_ place: Int) -> Bool {
    guard !phraseWords.adverbEnding.isEmpty,
      tokens[place].folded.hasSuffix(phraseWords.adverbEnding)
    else { return false }
    switch role(place - 1) {
    case .verb, .infinitive, .participle, .gerund: return true
    default: return false
    }
  }

  /// Whether what stands behind a fragment belongs to the fragment's last noun: an adjective, or
  /// another noun without an article, as in *nouveau projet* de loi.
  func isCut(_ range: Range<Int>) -> Bool {
    let next = range.upperBound
    guard role(next - 1) == .noun else { return false }
    return role(next) == .adjective || describes(next, next - 1) || isCompounded(range)
  }

  /// Whether a noun without an article belongs to the fragment's last noun.
  func isCompounded(_ range: Range<Int>) -> Bool {
    let next = range.upperBound
    return role(next - 1) == .noun && role(next + 1) == .noun && !isCapital[next + 1]
      && role(next) == .small && phraseWords.joiners.contains(tokens[next].folded)
  }

  /// What a fragment is as a phrase.
  func kind(of range: Range<Int>) -> FragmentSearch.Kind {
    switch roles[range.lowerBound] {
    case .verb, .infinitive, .gerund, .participle: return .verb
    case .noun, .adjective, .number, .adverb: break
    case .small, .hyphen, .mark: return .other
    }
    if isJoined(range) { return .other }
    let roles = roles[range]
    if roles.contains(where: { $0 == .verb || $0 == .infinitive || $0 == .gerund }) {
      return .other
    }
    return roles.contains(.noun) ? .noun : .other
  }

  /// Whether all words of meaning begin with a capital inside the sentence.
  func isName(_ range: Range<Int>) -> Bool {
    range.lowerBound > 0 && range.allSatisfy { !roles[$0].hasMeaning || isCapital[$0] }
  }

  /// Whether a conjunction joins words of a fragment.
  func isJoined(_ range: Range<Int>) -> Bool {
    tokens[range].contains { phraseWords.conjunctions.contains($0.folded) }
  }

  private func isSmall(_ place: Int, _ kind: PhraseWords.Kinds) -> Bool {
    place >= 0 && phraseWords.kinds(of: tokens[place].folded).contains(kind)
  }

  /// Whether a noun is a part of a preposition of several words: *au cours de*, *à la suite de*.
  private func isPreposition(_ place: Int) -> Bool {
    guard phraseWords.nounsOfPrepositions.contains(tokens[place].folded) else { return false }
    return isSmall(place - 1, .preposition)
      || isSmall(place - 1, .determiner) && isSmall(place - 2, .preposition)
  }
}
