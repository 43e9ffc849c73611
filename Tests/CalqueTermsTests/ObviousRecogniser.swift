import CalqueModel
import CalqueMorphology
import CalqueText

@testable import CalqueTerms

/// The twin: every order of every term tried at every token, nothing looked up, nothing shared.
///
/// It says in the plainest way what an occurrence is; the recogniser must find the same. Glued
/// words and newspaper acronyms are left to the cases. What may stand in a gap is the same code;
/// which gap a term allows where, and what then is an occurrence, is not.
struct ObviousRecogniser {
  let terms: [RecogniserTerm]
  let morphology: Morphology

  init(terms: [RecogniserTerm], language: LanguageTag) {
    self.init(terms: terms, Morphology(Language(language)))
  }

  init(terms: [RecogniserTerm], _ morphology: Morphology) {
    self.terms = terms
    self.morphology = morphology
  }

  func terms(in text: String) -> [RecognisedTerm] {
    var reader = WordReader(morphology.language)
    let lexemes = Lexemes(text, RecogniserTables(), morphology, &reader)
    let gaps = TextReading(lexemes, RecogniserTables(), morphology, reader)
    var found = [(term: RecognisedTerm, isByLexicon: Bool)]()
    for term in terms {
      var readings = WordReadings(morphology)
      let parts = TermWords(term, &reader, &readings)
      for pattern in parts.patterns(morphology.phraseWords) {
        for start in lexemes.all.indices where start + pattern.words.count <= lexemes.all.count {
          for path in paths(pattern, from: start, gaps) {
            if let one = occurrence(of: term, parts, pattern, path, lexemes, &reader) {
              found.append(one)
            }
          }
        }
      }
    }
    // In its own form a term keeps others away from the same stretch, unless the lexicon knows them.
    return found.filter { one in
      !one.term.isInflected || one.isByLexicon
        || !found.contains {
          !$0.term.isInflected && $0.term.start == one.term.start && $0.term.end == one.term.end
        }
    }.map(\.term).sorted()
  }

  private struct Path {
    var tokens: [Int]
    var hasGap: Bool
    var gap: Gap
  }

  /// Every choice of tokens for the words of a pattern, with one gap at most.
  private func paths(_ pattern: TermPattern, from start: Int, _ text: TextReading) -> [Path] {
    let count = text.lexemes.all.count
    var paths = [Path(tokens: [start], hasGap: false, gap: [])]
    for place in pattern.words.indices.dropFirst() {
      var longer = [Path]()
      for path in paths {
        let next = path.tokens[path.tokens.count - 1] + 1
        let apart = (next..<count).first { text.lexemes.all[$0].isApart } ?? count
        if next < apart {
          longer.append(Path(tokens: path.tokens + [next], hasGap: path.hasGap, gap: path.gap))
        }
        if path.hasGap || next >= apart { continue }
        var ends: [Int: Gap] = [:]
        text.forEachGap(pattern.gaps[place], from: next, before: apart) { gap, end in
          ends[end, default: []].formUnion(gap)
        }
        for (end, gap) in ends {
          longer.append(Path(tokens: path.tokens + [end], hasGap: true, gap: gap))
        }
      }
      paths = longer
    }
    return paths
  }

  private func occurrence(
    of term: RecogniserTerm, _ parts: TermWords, _ pattern: TermPattern, _ path: Path,
    _ lexemes: Lexemes, _ reader: inout WordReader
  ) -> (term: RecognisedTerm, isByLexicon: Bool)? {
    let language = morphology.language
    let all = lexemes.all
    var isInflected = path.hasGap
    var isByLexicon = true
    for (word, place) in zip(pattern.words, path.tokens) {
      let lexeme = all[place]
      let text = lexemes.written(of: place)
      let isAlone = pattern.words.count == 1
      func agrees(_ stable: Int) -> Bool {
        WordAgreement.agrees(
          term: word, text: text, stable: stable, amongOthers: !isAlone, &reader)
      }
      if lexeme.folded == word.folded, agrees(word.folded.utf8.count) { continue }
      isInflected = true
      if !word.isWord { return nil }
      if word.isExact {
        let plurals = word.exactForms(morphology)
        guard plurals.contains(where: { $0.text == lexeme.folded && agrees($0.stable) }) else {
          return nil
        }
        isByLexicon = false
        continue
      }
      if word.smallForms(morphology.phraseWords).contains(where: { $0.text == lexeme.folded }) {
        isByLexicon = false
        continue
      }
      var forms = morphology.supplements(of: word.folded, word.inflections)
      if word.usesRules {
        forms = morphology.forms(
          of: word.folded, endsInAcute: word.written.last == "é",
          word.inflections.subtracting(.stem))
      }
      if forms.contains(where: { $0.text == lexeme.folded && agrees($0.stable) }) {
        isByLexicon = false
        continue
      }
      if word.usesRules, word.inflections.contains(.stem), lexeme.kind == .word,
        language.stemmer.stem(lexeme.folded) == language.stemmer.stem(word.folded), agrees(0)
      {
        isByLexicon = false
        continue
      }
      let isOwn = isAlone && lexeme.readings.contains(where: \.isOwnWord)
      let isForm = word.readings.contains { own in
        lexeme.readings.contains { other in
          guard !isOwn || other.isLemma || !other.features.isNominal,
            let kind = own.inflection(to: other)
          else { return false }
          return word.inflections.isSuperset(of: kind)
        }
      }
      if !isForm { return nil }
    }
    let (first, last) = (path.tokens[0], path.tokens[path.tokens.count - 1])
    if pattern.isInverted {
      guard all[last].folded != pattern.words[pattern.words.count - 1].folded else { return nil }
      if pattern.words[pattern.words.count - 1].usesRules {
        if !path.hasGap { return nil }
      } else {
        let object = all[first].readings.map(\.features).filter(\.isNominal)
        let participles = all[last].readings.map(\.features).filter { $0.verb == .pastParticiple }
        guard
          participles.contains(where: { one in
            object.isEmpty || object.contains { $0.agrees(with: one) }
          })
        else { return nil }
      }
    }
    let isPrefixed = first > 0 && all[first - 1].folded == "ex"
    if all[first].isJoined, !isPrefixed, isPart(pattern.words[0], first, lexemes) { return nil }
    if last + 1 < all.count, all[last + 1].isJoined,
      !language.rules.particles.contains(all[last + 1].folded),
      isPart(pattern.words[pattern.words.count - 1], last, lexemes)
    {
      return nil
    }
    let before = first > 0 && !all[first].isApart ? all[first - 1].folded : nil
    let cues = language == .french ? ["il", "se", "s'"] : ["to", "will"]
    if parts.role == .loneNoun, let before, cues.contains(before) { return nil }
    if language == .french, parts.role == .loneVerb, let before,
      ["du", "des", "au", "aux"].contains(before)
    {
      return nil
    }
    var start = all[first].start
    if pattern.isInverted {
      if let before, morphology.phraseWords.determiners.contains(before) {
        start = all[first - 1].start
      }
    } else if parts.article != .none {
      if let before, language.rules.articles.contains(before) {
        start = all[first - 1].start
      } else if parts.article == .required {
        return nil
      }
    }
    let found = RecognisedTerm(
      start: start, end: all[last].end, term: term.number, isInflected: isInflected,
      isInterrupted: path.hasGap)
    return (found, isByLexicon)
  }

  /// Whether a word with a hyphen at its side is no word of its own: no name, no acronym.
  private func isPart(_ word: TermWords.Word, _ place: Int, _ lexemes: Lexemes) -> Bool {
    !word.isExact
      && !(TermWords.isCapitalised(word.written)
        && TermWords.isCapitalised(lexemes.written(of: place)))
  }
}
