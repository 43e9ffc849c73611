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
      case .small: mayStandInside(place)
      default: true
      }
    }
  }

  /// Whether a function word joins words of one phrase: no *que*, no *mais*.
  private func mayStandInside(_ place: Int) -> Bool {
    let word = tokens[place].folded
    return !phraseWords.kinds(of: word).isEmpty || phraseWords.contractedArticles.contains(word)
      || phraseWords.conjunctions.contains(word) || phraseWords.auxiliaries.contains(word)
      || phraseWords.adverbs.contains(word)
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
    case .noun: return !isPreposition(place)
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
      if place > start, role(place - 1) == .noun { return true }
      // *nouvelle* of *annoncer la nouvelle*, *grands* of *les trois grands*: nouns of the moment.
      return role(place + 1) != .noun && role(place - 1) != .number
        && !phraseWords.kinds(of: tokens[place - 1].folded).contains(.determiner)
    case .participle, .infinitive: return true
    case .adverb: return isMannerAdverb(place)
    case .gerund, .verb, .number, .small, .hyphen, .mark: return false
    }
  }

  /// Whether a noun without a capital follows a noun at once.
  private func isCompound(_ place: Int) -> Bool {
    isTagged && role(place + 1) == .noun && !isCapital[place + 1]
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

  /// Whether an adjective behind a fragment belongs to the fragment's last noun.
  func isCut(_ range: Range<Int>) -> Bool {
    role(range.upperBound - 1) == .noun && role(range.upperBound) == .adjective
  }

  /// Whether a noun is a part of a preposition of several words: *au cours de*, *à la suite de*.
  private func isPreposition(_ place: Int) -> Bool {
    guard phraseWords.nounsOfPrepositions.contains(tokens[place].folded) else { return false }
    func isSmall(_ place: Int, _ kind: PhraseWords.Kinds) -> Bool {
      place >= 0 && phraseWords.kinds(of: tokens[place].folded).contains(kind)
    }
    return isSmall(place - 1, .preposition)
      || isSmall(place - 1, .determiner) && isSmall(place - 2, .preposition)
  }
}
