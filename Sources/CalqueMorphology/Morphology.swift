package import CalqueText

/// What Calque knows of the forms of a language's words: its lexicon, if there is one, and rules.
///
///     let morphology = Morphology(.french, lexicon: lexicon)
///     morphology.analyses(of: "nationaux")   // national: noun and adjective, masculine, plural
///     morphology.lemmas(of: "nationaux")     // ["national"]
///
/// The lexicon answers for the words that it has; the rules generate forms of words that it lacks.
/// A value never changes, so any number of threads may use the same one.
package struct Morphology: Sendable {
  /// The language.
  package let language: Language
  /// The full-form lexicon; nil if the language has none here.
  package let lexicon: FullFormLexicon?
  /// The part-of-speech tagger; nil if the language has none here.
  package let tagger: PerceptronTagger?
  private let rules: (any MorphologyRules.Type)?

  /// The morphology of a language; a tagger that needs a lexicon serves only beside one.
  package init(
    _ language: Language, lexicon: FullFormLexicon? = nil, tagger: PerceptronTagger? = nil
  ) {
    self.language = language
    self.lexicon = lexicon
    self.tagger = tagger?.needsLexicon == true && lexicon == nil ? nil : tagger
    rules = AllMorphologyRules.rules(of: language)
  }

  /// The readings of a word of a text, by the lexicon; none if the lexicon lacks the word.
  ///
  /// A word that is written with its accents has the readings of that spelling alone: *marché* is no
  /// form of *marcher* but its participle. Where capitals lack their accents (*DEPUTES*,
  /// *Economie*), every spelling counts that the capitals may stand for.
  ///
  /// - Parameter word: the word as written.
  /// - Returns: the readings, in the lexicon's order.
  /// - Complexity: O(log n) in the number of forms.
  package func analyses(of word: String) -> [WordAnalysis] {
    var analyses = [WordAnalysis]()
    forEachReading(of: word) { _, lemma, features in
      analyses.append(
        WordAnalysis(lemma: String(decoding: lemma, as: UTF8.self), features: features))
    }
    return analyses
  }

  /// The readings of a word of a text, as `analyses(of:)`, with numbers for the lemmas.
  package func readings(of word: String) -> [WordReading] {
    var readings = [WordReading]()
    forEachReading(of: word) { form, lemma, features in
      readings.append(
        WordReading(
          lemma: WordReading.number(of: lemma), features: features, isLemma: form == lemma))
    }
    return readings
  }

  /// A number that tells the lexicon from another one, and from none: 0.
  package var stamp: UInt64 { lexicon?.stamp ?? 0 }

  private func forEachReading(
    of word: String, _ body: ([UInt8], [UInt8], WordFeatures) -> Void
  ) {
    guard let lexicon, let spelling = WordSpelling(word) else { return }
    // A spelling that agrees in every accent rules the others out.
    var isExact = false
    var found = [(form: [UInt8], list: Int)]()
    lexicon.forEachForm(plain: spelling.plain) { form, list in
      if isExact { return }
      if spelling.isExactly(form) {
        isExact = true
        found = [(form, list)]
      } else if spelling.mayStand(for: form) {
        found.append((form, list))
      }
    }
    for (form, list) in found {
      lexicon.forEachReading(list, of: form) { lemma, features in body(form, lemma, features) }
    }
  }

  /// The distinct lemmas of a word of a text, in the lexicon's order.
  package func lemmas(of word: String) -> [String] {
    var lemmas = [String]()
    for analysis in analyses(of: word) where !lemmas.contains(analysis.lemma) {
      lemmas.append(analysis.lemma)
    }
    return lemmas
  }

  /// The forms of a folded word that rules make, for some kinds of inflection; they differ from the
  /// word.
  ///
  /// Folding removes the accent of a final *é*; `endsInAcute` says that the word had the accent.
  package func forms(
    of word: String, endsInAcute: Bool = false, _ kinds: Inflection
  ) -> [InflectedForm] {
    guard let rules, !kinds.isEmpty, word.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else {
      return []
    }
    return rules.forms(of: word, endsInAcute: endsInAcute, kinds)
  }

  /// The plural of a folded noun as it is often misspelt: "wrenchs", "citys"; nil where the usual
  /// ending is right.
  package func misspeltPlural(of word: String) -> String? { rules?.misspeltPlural(of: word) }

  /// The forms of a folded word that the lexicon does not list as forms of the word: irregular
  /// plurals, and feminines that the press has taken up.
  package func supplements(of word: String, _ kinds: Inflection) -> [InflectedForm] {
    rules?.supplements(of: word, kinds) ?? []
  }

  /// The abbreviations that newspapers use of a folded word; none for most words.
  package func abbreviations(of word: String) -> [Abbreviation] {
    rules?.abbreviations(of: word) ?? []
  }

  /// The words of which a folded word may be a form by its ending, itself among them.
  func bases(of word: String) -> [String] { rules?.bases(of: word) ?? [word] }

  /// The forms of a lemma that do not begin as the lemma does: *va* of *aller*.
  func irregularForms(of lemma: String) -> [String] { rules?.irregularForms(of: lemma) ?? [] }

  /// The number of letters that the forms of a lemma share with the lemma.
  func sharedLetters(of lemma: String) -> Int {
    rules?.changesSecondLetter(lemma) == true ? 1 : 2
  }

  /// Whether Calque can have a lexicon of the language, built from a dictionary.
  package var canHaveLexicon: Bool { rules?.canHaveLexicon ?? false }

  /// The words that have no meaning by themselves, folded: function words and articles.
  package var smallWords: Set<String> {
    Set(language.rules.functionWords.all).union(phraseWords.articles.joined())
  }

  /// Whether a word, folded, is the plural of another one.
  package func isPlural(_ word: String, of other: String) -> Bool {
    forms(of: other, .plural).contains { $0.text == word }
  }

  /// The small words that stand inside phrases.
  package var phraseWords: PhraseWords { rules?.phraseWords ?? .none }
}
