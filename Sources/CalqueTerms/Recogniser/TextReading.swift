import CalqueMorphology
import CalqueText

/// A text with what the tables of the terms and the lexicon say of its tokens.
struct TextReading {
  let lexemes: Lexemes
  private let tables: RecogniserTables
  var phrase: PhraseWords { morphology.phraseWords }
  let hasLexicon: Bool
  /// The language of the text.
  var language: Language { morphology.language }
  private var reader: WordReader
  private let tagger: PerceptronTagger?
  let morphology: Morphology
  /// The tags of all tokens, if a term has asked for one.
  private var tags: [PerceptronTagger.Tagging]?
  /// The newspaper-style acronyms that the text has inside a sentence.
  private var acronyms: Set<String>?

  init(
    _ lexemes: Lexemes, _ tables: RecogniserTables, _ morphology: Morphology, _ reader: WordReader
  ) {
    self.lexemes = lexemes
    self.tables = tables
    self.reader = reader
    hasLexicon = morphology.lexicon != nil
    tagger = morphology.tagger
    self.morphology = morphology
  }

  /// Calls `body` with each word of the vocabulary that a token can be; a word may come twice.
  func forEachWord(of token: Int, _ body: (Int32) -> Void) {
    let lexeme = lexemes.all[token]
    var number = lexeme.reading
    while number >= 0 {
      let reading = tables.forms.reading(number)
      body(reading.word)
      number = reading.next
    }
    number = lexeme.stemReading
    while number >= 0 {
      let reading = tables.stems.reading(number)
      body(reading.word)
      number = reading.next
    }
    for word in lexeme.relatives { body(word) }
  }

  /// The occurrence of a term at the tokens of a path; nil if the tokens are not the term's words.
  mutating func occurrence(
    of entry: Recogniser.Entry, _ path: TermWalk.Path
  ) -> (term: RecognisedTerm, isByLexicon: Bool)? {
    if !path.gap.isEmpty, entry.gaps[path.gapPlace].isDisjoint(with: path.gap) { return nil }
    var isInflected = !path.gap.isEmpty
    var isByLexicon = true
    for (word, token) in zip(entry.words, path.tokens) {
      guard let likeness = likeness(of: word, at: token, amongOthers: entry.words.count > 1)
      else { return nil }
      if likeness != .same { isInflected = true }
      if likeness == .inflected { isByLexicon = false }
    }
    let (first, last) = (path.tokens[0], path.tokens[path.tokens.count - 1])
    if entry.isInverted, !isPassive(entry, path) { return nil }
    if isInsideCompound(entry, first, last) { return nil }
    if entry.words.count == 1, isInPersonsName(first, entry.words[0].text) { return nil }
    if !mayHave(entry.reading, first) { return nil }
    guard let start = start(of: entry, at: first) else { return nil }
    var end = lexemes.all[last].end
    // The full stop of an abbreviation belongs to it: M., Dr.
    if first == last, isInflected, isStopped(last, entry.words[0].text) {
      end = lexemes.all[last + 1].end
    }
    let term = RecognisedTerm(
      start: start, end: end, term: entry.number, isInflected: isInflected,
      isInterrupted: !path.gap.isEmpty)
    return (term, isByLexicon)
  }

  /// The start of an occurrence, with the article or determiner that belongs to it; nil if the
  /// article is missing that is a part of the term's name.
  private func start(of entry: Recogniser.Entry, at first: Int) -> Int? {
    let start = lexemes.all[first].start
    let before = first > 0 && !lexemes.all[first].isApart ? lexemes.all[first - 1] : nil
    if entry.isInverted, let before, phrase.determiners.contains(before.folded) {
      return before.start
    }
    if entry.article == .none { return start }
    if let before, reader.language.rules.articles.contains(before.folded) { return before.start }
    return entry.article == .required ? nil : start
  }

  // MARK: Words

  /// The way in which a token is a word of a term.
  private enum Likeness {
    /// The word itself.
    case same
    /// A form of the word, by rules.
    case inflected
    /// A form of the word, by the lexicon.
    case related
  }

  /// The likeness of a token to a word of a term, by its plainest reading; nil if there is none.
  private mutating func likeness(
    of word: Recogniser.Entry.Word, at token: Int, amongOthers: Bool
  ) -> Likeness? {
    let lexeme = lexemes.all[token]
    let form = likeness(of: word, at: token, in: tables.forms, lexeme.reading, amongOthers)
    if form == .same { return form }
    if hasCommonReading(word.text, lexeme, amongOthers: amongOthers) { return .related }
    if form != nil { return form }
    return likeness(of: word, at: token, in: tables.stems, lexeme.stemReading, amongOthers)
  }

  private mutating func likeness(
    of word: Recogniser.Entry.Word, at token: Int, in table: FormTable, _ first: Int32,
    _ amongOthers: Bool
  ) -> Likeness? {
    var likeness: Likeness?
    var number = first
    while number >= 0 {
      let reading = table.reading(number)
      number = reading.next
      guard reading.word == word.number,
        word.text.inflections.isSuperset(of: reading.inflection)
      else { continue }
      if !reading.inflection.isDisjoint(with: [.article, .determiner, .contraction]) {
        likeness = .inflected
        continue
      }
      if reading.inflection.contains(.abbreviation) {
        if isAbbreviation(of: word.text, at: token) { likeness = .inflected }
        continue
      }
      let written = lexemes.written(of: token)
      guard
        WordAgreement.agrees(
          term: word.text, text: written, stable: Int(reading.stable), amongOthers: amongOthers,
          &reader)
          || reading.inflection.isEmpty && isNewspaperAcronym(word.text, written, at: token)
      else { continue }
      if reading.inflection.isEmpty { return .same }
      likeness = .inflected
    }
    return likeness
  }

  /// Whether a token has a reading that is a form of a word's reading, in a way that the term
  /// allows.
  ///
  /// A lone word that is a word of its own (*cours*, *fois*) is no form of another (*cour*, *foi*).
  private func hasCommonReading(
    _ word: TermWords.Word, _ lexeme: Lexemes.Lexeme, amongOthers: Bool
  ) -> Bool {
    if word.isExact { return false }
    let isOwn = !amongOthers && lexeme.readings.contains(where: \.isOwnWord)
    for reading in word.readings {
      for other in lexeme.readings {
        if isOwn, !other.isLemma, other.features.isNominal { continue }
        if let inflection = reading.inflection(to: other),
          word.inflections.isSuperset(of: inflection)
        {
          return true
        }
      }
    }
    return false
  }

  // MARK: Acronyms

  /// Whether a token is an acronym as newspapers write it, inside a sentence at least once.
  private mutating func isNewspaperAcronym(
    _ word: TermWords.Word, _ written: String, at token: Int
  ) -> Bool {
    guard word.isAcronym, AcronymSpelling.isNewspaperStyle(written),
      !reader.language.rules.functionWords.all.contains(word.folded),
      !Surroundings.isFirstName(token, lexemes, reader.language)
    else { return false }
    if !Surroundings.startsSentence(token, lexemes) { return true }
    if acronyms == nil {
      acronyms = Set(
        lexemes.all.indices.filter { other in
          lexemes.all[other].kind == .word && !Surroundings.startsSentence(other, lexemes)
        }.map { lexemes.written(of: $0) }.filter(AcronymSpelling.isNewspaperStyle))
    }
    return acronyms?.contains(written) ?? false
  }

  // MARK: Parts of speech

  /// The lead of another tag from which a word has not the part of speech, in the tagger's units.
  private static let sureLead = 110

  /// Whether a token can have the part of speech of a term's first word, by its neighbours.
  private mutating func mayHave(_ role: TermWords.Role, _ token: Int) -> Bool {
    if role == .any { return true }
    let readings = lexemes.all[token].readings
    if role == .loneNoun, !readings.isEmpty,
      readings.allSatisfy({ $0.features.speech == .noun }) || isNounByPlace(token)
    {
      return true
    }
    if role == .loneVerb, isNoVerbByPlace(token) { return false }
    guard let tagger else {
      return role != .loneNoun || !Surroundings.isVerb(token, lexemes, reader.language)
    }
    let tagging = tagging(of: token, tagger)
    switch (role, tagging.best) {
    case (.any, _), (.loneNoun, .noun), (.loneNoun, .name): return true
    case (.loneNoun, .adjective) where describesNoun(token): return false
    case (.loneNoun, _): return tagging.lead(over: .noun) < Self.sureLead
    case (.loneVerb, .noun):
      return min(tagging.lead(over: .verb), tagging.lead(over: .participle)) < Self.sureLead
    case (.loneVerb, _): return true
    }
  }

  /// Whether a token describes the noun before it: *le secteur américain*, but not *petites communes*,
  /// whose first word can be a noun, too.
  private mutating func describesNoun(_ token: Int) -> Bool {
    guard mayDescribeNoun(token), let tagger else { return false }
    return tagging(of: token - 1, tagger).best == .noun
  }

  private mutating func tagging(
    of token: Int, _ tagger: PerceptronTagger
  ) -> PerceptronTagger.Tagging {
    let all = tags ?? Self.tags(of: lexemes, tagger)
    tags = all
    return all[token]
  }

  private static func tags(
    of lexemes: Lexemes, _ tagger: PerceptronTagger
  ) -> [PerceptronTagger.Tagging] {
    var tags = [PerceptronTagger.Tagging]()
    tags.reserveCapacity(lexemes.all.count)
    var sentence = [TaggerWord]()
    for token in lexemes.all.indices {
      let lexeme = lexemes.all[token]
      if token > 0, lexeme.isApart || Surroundings.endsSentence(token - 1, lexemes) {
        tags += tagger.tags(of: sentence)
        sentence.removeAll(keepingCapacity: true)
      }
      sentence.append(
        TaggerWord(
          lexemes.written(of: token), readings: lexeme.readings, isFirst: sentence.isEmpty))
    }
    return tags + tagger.tags(of: sentence)
  }

  // MARK: Passives

  /// Whether the last token is a past participle that agrees with the object before it.
  private func isPassive(_ entry: Recogniser.Entry, _ path: TermWalk.Path) -> Bool {
    guard let verb = path.tokens.last, let word = entry.words.last else { return false }
    if lexemes.all[verb].folded == word.text.folded { return false }
    guard hasLexicon, !word.text.usesRules else { return path.gap.contains(.passive) }
    let nouns = lexemes.all[path.tokens[0]].readings.map(\.features).filter(\.isNominal)
    return lexemes.all[verb].readings.contains { reading in
      reading.features.verb == .pastParticiple
        && (nouns.isEmpty || nouns.contains { $0.agrees(with: reading.features) })
    }
  }
}

extension WordReading {
  /// Whether the form is the lemma of a word that is no verb and no name.
  var isOwnWord: Bool {
    isLemma && features.speech != .verb && features.speech != .properNoun
      && features.speech != .adjective
  }
}
