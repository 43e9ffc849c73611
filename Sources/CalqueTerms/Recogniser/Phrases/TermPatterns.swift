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
    if let inverted = inverted(phrase) { patterns.append(inverted) }
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
          return phrase.reflexives.contains(before.folded) ? .auxiliary : []
        }
        if place == verb + 1 {
          let isOpen = phrase.prepositions.contains(word.folded)
          return isOpen ? [.adverb, .object] : .adverb
        }
        if place < verb { return [] }
      }
      if phrase.determiners.contains(before.folded) {
        return verbPlace != nil && !phrase.determiners.contains(word.folded) ? .premodifier : []
      }
      guard before.readings.contains(where: { $0.features.speech == .noun }) else { return [] }
      if word.readings.contains(where: \.features.isAdjectival) {
        return [.modifier, .coordination]
      }
      return phrase.prepositions.contains(word.folded) ? .modifier : []
    }
  }

  /// The order of the passive: the object, then the verb; nil if the term has no object.
  private func inverted(_ phrase: PhraseWords) -> TermPattern? {
    guard verbPlace == 0, (2...Self.maximumWords).contains(words.count), words[0].isWord,
      let last = words.last, !phrase.prepositions.contains(last.folded)
    else { return nil }
    var object = Array(words[1...])
    if object.count > 1, phrase.determiners.contains(object[0].folded) {
      object.removeFirst()
    } else if phrase.determiners.isEmpty || phrase.prepositions.contains(object[0].folded) {
      return nil
    }
    // Only an object is wanted: a noun, and what belongs to it.
    let isNoun = object[0].readings.contains { $0.features.speech == .noun }
    guard isNoun || object[0].usesRules, object[0].isWord,
      !phrase.prepositions.contains(object[0].folded), !phrase.clitics.contains(object[0].folded)
    else { return nil }
    let gaps: [Gap] = object.map { _ in [] } + [.passive]
    return TermPattern(object + [words[0]], gaps: gaps, isInverted: true)
  }
}

extension WordFeatures {
  /// Whether the form describes a noun: an adjective or a past participle.
  var isAdjectival: Bool { speech == .adjective || verb == .pastParticiple }
}
