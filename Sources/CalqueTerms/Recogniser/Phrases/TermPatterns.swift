import CalqueMorphology
import CalqueText

extension TermWords {
  /// The patterns of the term: its own order first, then the orders that a text may use.
  func patterns(_ phrase: PhraseWords) -> [TermPattern] {
    guard !words.isEmpty else { return [] }
    var patterns = [TermPattern(words, gaps: gaps(phrase))]
    if let respelled = AcronymSpelling.respelled(words) {
      patterns.append(TermPattern(respelled, gaps: respelled.map { _ in [] }))
    }
    if let contracted = contracted(phrase) { patterns.append(contracted) }
    if let inverted = inverted(phrase) { patterns.append(inverted) }
    if let pronominal = pronominal(phrase) { patterns.append(pronominal) }
    return patterns
  }

  /// The maximum number of words of a term that may have other words inside.
  private static let maximumWords = 12

  /// What may stand before each word.
  private func gaps(_ phrase: PhraseWords) -> [Gap] {
    // A title of many words is a name, which nobody interrupts.
    guard words.count <= Self.maximumWords else { return words.map { _ in [] } }
    return words.indices.map { place in
      guard place > 0, !words[place].isExact, !words[place - 1].isExact else { return [] }
      let (before, word) = (words[place - 1], words[place])
      if !before.isWord || !word.isWord {
        return before.isNumber != word.isNumber && (before.isWord || word.isWord) ? .comma : []
      }
      if let verb = verbPlace {
        if place == verb {
          return before.kinds.contains(.reflexive) ? .auxiliary : []
        }
        if place == verb + 1 {
          let isOpen = word.kinds.contains(.preposition)
          return isOpen ? [.adverb, .object] : .adverb
        }
        if place < verb { return [] }
      }
      if before.kinds.contains(.determiner) {
        return verbPlace != nil && !word.kinds.contains(.determiner) ? .premodifier : []
      }
      guard before.readings.contains(where: { $0.features.speech == .noun }) else { return [] }
      // avoirs russes gelés; but an adjective between would make another term of fracture vertébrale.
      if word.readings.contains(where: { $0.features.verb == .pastParticiple }) {
        return [.modifier, .coordination]
      }
      if word.readings.contains(where: \.features.isAdjectival) { return .coordination }
      return word.kinds.contains(.preposition) ? .modifier : []
    }
  }

  /// The term with a preposition and an article in one word: *niveau de l'État* as in *niveau des
  /// États*; nil if the term has no such pair.
  private func contracted(_ phrase: PhraseWords) -> TermPattern? {
    guard words.count > 3,
      let place = (1..<words.count - 2).first(where: { place in
        phrase.contractions[words[place].folded] != nil
          && phrase.elidedArticles.contains(words[place + 1].folded)
      }), let plural = phrase.contractions[words[place].folded]?.last
    else { return nil }
    let word = Word(
      folded: plural, written: plural, isExact: false, isAcronym: false, isWord: true)
    let joined = words[..<place] + [word] + words[(place + 2)...]
    return TermPattern(Array(joined), gaps: joined.map { _ in [] })
  }

  /// The term with a pronoun for its last preposition and what would follow: *faire face à* as in
  /// *y faire face*, *se saisir de* as in *s'en saisir*; nil if no pronoun stands for the word.
  ///
  /// Without a reflexive pronoun before it, *en* may begin a gerund: *en parlant*.
  private func pronominal(_ phrase: PhraseWords) -> TermPattern? {
    guard let verb = verbPlace, verb < words.count - 1, words.count <= Self.maximumWords,
      let last = words.last, let pronoun = phrase.pronouns[last.folded],
      pronoun.standsAlone || verb == 1 && words[0].kinds.contains(.citedReflexive)
    else { return nil }
    let word = Word(
      folded: pronoun.folded, written: pronoun.folded, isExact: false, isAcronym: false,
      isWord: true)
    let ordered = words[..<verb] + [word] + words[verb..<(words.count - 1)]
    var gaps = [Gap](repeating: [], count: ordered.count)
    gaps[verb + 1] = .auxiliary
    return TermPattern(Array(ordered), gaps: gaps)
  }

  /// The order of the passive: the object, then the verb; nil if the term has no object.
  private func inverted(_ phrase: PhraseWords) -> TermPattern? {
    guard verbPlace == 0, (2...Self.maximumWords).contains(words.count), words[0].isWord,
      let last = words.last, !last.kinds.contains(.preposition)
    else { return nil }
    var object = Array(words[1...])
    if object.count > 1, object[0].kinds.contains(.determiner) {
      object.removeFirst()
    } else if phrase.determiners.isEmpty || object[0].kinds.contains(.preposition)
      || object[0].isPredicate
    {
      return nil
    }
    // Only an object is wanted: a noun, and what belongs to it.
    let isNoun = object[0].readings.contains { $0.features.speech == .noun }
    guard isNoun || object[0].usesRules, object[0].isWord,
      !object[0].kinds.contains(.preposition), !object[0].kinds.contains(.clitic)
    else { return nil }
    let gaps: [Gap] = object.map { _ in [] } + [.passive]
    return TermPattern(object + [words[0]], gaps: gaps, isInverted: true)
  }
}

extension TermWords.Word {
  /// Whether the word describes a verb or its subject, so that it is no object without a
  /// determiner: *tenir bon*, *plaider coupable*.
  fileprivate var isPredicate: Bool {
    readings.contains {
      $0.isLemma && ($0.features.speech == .adjective || $0.features.speech == .adverb)
    }
  }
}

extension WordFeatures {
  /// Whether the form describes a noun: an adjective or a past participle.
  var isAdjectival: Bool { speech == .adjective || verb == .pastParticiple }
}
