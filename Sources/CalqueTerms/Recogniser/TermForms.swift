import CalqueMorphology

/// The forms in which a text may have the words of a term, by the term's part of speech.
///
/// Where a glossary states no part of speech, the lexicon tells it: a term is written in its
/// dictionary form, so *porte* is the noun and *saluer* the verb.
struct TermForms {
  private let speech: TermSpeech
  /// Whether the glossary says that the term has both genders.
  private let hasFeminine: Bool
  /// Whether the term is a word of two parts with a hyphen.
  private let isCompound: Bool
  private let hasLexicon: Bool

  init(_ speech: TermSpeech, hasFeminine: Bool, isCompound: Bool, hasLexicon: Bool) {
    self.speech = speech
    self.hasFeminine = hasFeminine
    self.isCompound = isCompound
    self.hasLexicon = hasLexicon
  }

  // MARK: Verbs

  /// The place of the verb in a term that is a verb with its complements; nil for other terms.
  func verbPlace(in words: [TermWords.Word]) -> Int? {
    guard speech == .verb || speech == .unknown || speech == .other else { return nil }
    guard let place = words.firstIndex(where: { !$0.kinds.contains(.clitic) }),
      words[place].isWord, !words[place].isExact
    else { return speech == .verb && words.first?.isExact == false ? 0 : nil }
    if words[place].usesRules {
      // Without a lexicon a verb is known by the glossary, or by its pronoun.
      let isReflexive = place > 0 && words[0].kinds.contains(.reflexive)
      return speech == .verb || isReflexive ? place : nil
    }
    guard words[place].readings.contains(where: \.isInfinitive) else { return nil }
    if speech == .verb || place > 0 { return place }
    // pouvoir, devoir: a noun as well, unless a determiner follows.
    let isNoun = words[place].readings.contains { $0.isLemma && $0.features.speech == .noun }
    if !isNoun { return place }
    return place + 1 < words.count && words[place + 1].kinds.contains(.determiner)
      ? place : nil
  }

  /// The part of speech that a text must give the term's first word.
  func role(of words: [TermWords.Word], verbPlace: Int?) -> TermWords.Role {
    guard let first = words.first, !first.isExact, first.isWord else { return .any }
    // A name that is no other word is told by its capital: *Frontex*.
    if first.readings.isEmpty, TermWords.isCapitalised(first.written) { return .any }
    if words.count == 1 {
      if speech == .noun || speech == .unknown && first.isOnly(.noun) { return .loneNoun }
      return verbPlace == 0 ? .loneVerb : .any
    }
    return .any
  }

  // MARK: Forms

  /// Chooses the readings that the term can mean, and the inflections that a text may use.
  func settle(_ words: inout [TermWords.Word], verbPlace: Int?) {
    for place in words.indices where words[place].isWord {
      if words.count == 1 {
        settleLone(&words[place], isVerb: verbPlace == 0)
      } else {
        settle(&words[place], at: place, among: words.count, verbPlace)
      }
    }
  }

  private func settleLone(_ word: inout TermWords.Word, isVerb: Bool) {
    if word.isExact {
      word.inflections = .plural
      return
    }
    switch speech {
    case .properNoun:
      word.readings = []
      word.usesRules = false
    case .adjective:
      word.inflections = [.plural, .singular, .gender]
      word.keep { $0.features.isAdjectival }
    case .verb:
      word.inflections = [.verb, .plural, .gender]
      if !word.keep(\.isInfinitive) { word.keep { $0.features.speech == .verb } }
      if word.usesRules { word.inflections = .verb }
    case .noun:
      word.inflections =
        hasFeminine ? [.plural, .gender, .abbreviation] : [.plural, .abbreviation]
      if word.keep({ $0.isLemma && $0.features.speech == .noun }) {
        word.inflections.insert(.gender)
      } else {
        word.keep { $0.features.speech == .noun }
      }
    case .other, .unknown:
      settleUnknown(&word, isVerb: isVerb)
    }
  }

  /// Settles a lone word whose part of speech the glossary does not state.
  private func settleUnknown(_ word: inout TermWords.Word, isVerb: Bool) {
    word.inflections = hasFeminine ? [.plural, .gender, .abbreviation] : [.plural, .abbreviation]
    if isVerb {
      word.inflections = .verb
      word.keep(\.isInfinitive)
    } else if word.usesRules {
      // A language without a lexicon: a lone word may be a verb.
      if !hasLexicon, speech == .unknown { word.inflections.insert(.verb) }
    } else if word.keep({ $0.isLemma && $0.features.isNominal }) {
      word.inflections.insert(.gender)
    } else if word.keep({ $0.features.verb == .pastParticiple }) {
      word.inflections.insert(.gender)
    } else {
      // A glossary lists the base form, so a lone plural (législatives) means the plural alone.
      word.keep { $0.features.isNominal }
    }
  }

  private func settle(
    _ word: inout TermWords.Word, at place: Int, among count: Int, _ verbPlace: Int?
  ) {
    if word.isExact {
      word.inflections = .plural
      return
    }
    word.inflections = [.plural, .singular, .gender]
    if place == verbPlace {
      word.inflections.insert(.verb)
      word.keep(\.isInfinitive)
    } else {
      // mise en œuvre: the first word of a noun is a noun, and no form of a verb's participle.
      let isNoun =
        speech == .noun
        && word.readings.contains { $0.isLemma && $0.features.speech == .noun }
      word.keep {
        $0.features.isNominal || $0.features.verb == .pastParticiple && !(place == 0 && isNoun)
      }
      if !hasLexicon, speech == .unknown, isCompound ? place == count - 1 : place == 0 {
        word.inflections.insert(.verb)
      }
    }
    if word.usesRules, speech == .verb || speech == .unknown, word.folded.utf8.count >= 4 {
      word.inflections.insert(.stem)
    }
    if let verbPlace, place < verbPlace, word.kinds.contains(.citedReflexive) {
      word.inflections = .article
    } else if place > 0 {
      word.inflections.insert(.article)
      if verbPlace != nil { word.inflections.insert(.determiner) }
      if place == count - 1 { word.inflections.insert(.contraction) }
    }
  }
}

extension TermWords.Word {
  /// Whether the lexicon has the word, as one part of speech alone.
  fileprivate func isOnly(_ speech: PartOfSpeech) -> Bool {
    !readings.isEmpty && readings.allSatisfy { $0.features.speech == speech }
  }

  /// Keeps the readings that satisfy a condition; if none does, all stay.
  ///
  /// - Returns: whether a reading satisfies the condition.
  @discardableResult
  fileprivate mutating func keep(_ condition: (WordReading) -> Bool) -> Bool {
    let kept = readings.filter(condition)
    if kept.isEmpty { return false }
    readings = kept
    return true
  }
}

extension WordReading {
  /// Whether the word is an infinitive.
  var isInfinitive: Bool { isLemma && features.verb == .infinitive }
}

extension WordFeatures {
  /// Whether the form is a noun or an adjective.
  var isNominal: Bool { speech == .noun || speech == .adjective }
}
