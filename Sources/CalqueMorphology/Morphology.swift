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
  private let rules: (any MorphologyRules.Type)?

  package init(_ language: Language, lexicon: FullFormLexicon? = nil) {
    self.language = language
    self.lexicon = lexicon
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
    guard let lexicon, let spelling = WordSpelling(word) else { return [] }
    let entries = lexicon.entries(plain: spelling.plain)
    if let exact = entries.first(where: { spelling.isExactly($0.form) }) { return exact.readings }
    return entries.filter { spelling.mayStand(for: $0.form) }.flatMap(\.readings)
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
}
