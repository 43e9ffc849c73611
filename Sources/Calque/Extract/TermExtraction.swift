import CalqueAlign
import CalqueModel
import CalqueMorphology
import CalqueTerms
import CalqueText

/// The extraction of the terms of translated texts.
struct TermExtraction {
  let texts: any ExtractionTexts
  let pair: LanguagePair
  let options: ExtractOptions
  /// The keys of terms that are left out.
  var known: Set<String> = []

  /// The maximum number of phrases whose renderings are compared.
  static let maxRanked = 20_000

  private static let textsBetweenProgress = 1_000

  private var language: Language { Language(pair.source) }

  /// The phrases of the texts, with their counts.
  ///
  /// - Parameter progress: takes the share of the texts that was read, from 0 to 1.
  /// - Returns: the phrases.
  /// - Throws: the errors of reading the texts.
  func phrases(_ progress: (Double) -> Void = { _ in }) throws -> PhraseCounts {
    let common = BilingualLexicon.shipped(for: pair)?.sourceWords ?? []
    var phrases = PhraseCounts(Morphologies.ofProcess.morphology(of: language)) { word in
      common.contains(String(word.prefix(BilingualLexicon.letters)))
    }
    let count = try texts.count()
    var read = 0
    try texts.forEachText { text in
      phrases.add(text)
      read += 1
      if read % Self.textsBetweenProgress == 0 {
        progress(min(1, Double(read) / Double(max(1, count))))
      }
    }
    return phrases
  }

  /// The terms, best first.
  func terms(_ progress: (Double) -> Void = { _ in }) throws -> [ExtractedTerm] {
    let phrases = try phrases { progress(0.8 + 0.1 * $0) }
    progress(0.9)
    guard var finder = try texts.finder() else { return [] }
    var terms: [ExtractedTerm] = []
    for phrase in phrases.ranked(minCount: options.minCount).prefix(Self.maxRanked) {
      if phrase.isPart || known.contains(phrase.key) { continue }
      let found = finder.found(phrase.surface)
      let share = Double(found.found.first?.count ?? 0) / Double(max(1, found.linked))
      // A phrase whose words go many ways on the other side is seldom a term.
      let linked = Double(found.linked) / Double(max(1, found.examined))
      terms.append(
        ExtractedTerm(
          source: phrase.surface, count: max(phrase.count, found.examined),
          score: phrase.score * (0.3 + share) * (0.3 + min(1, linked))
            * worth(of: phrase.surface, finder.best(found)),
          translations: []))
    }
    terms.sort { ($0.score, $1.source) > ($1.score, $0.source) }
    if let limit = options.limit { terms = Array(terms.prefix(limit)) }
    let all = try terms.map { term in
      var term = ExtractedTerm(
        source: term.source, count: term.count, score: term.score,
        translations: try finder.renderings(of: term.source, limit: 5))
      term.example = term.translations.first?.units.first.flatMap { texts.example($0) }
      return term
    }
    progress(1)
    return all
  }

  /// A factor for what a phrase is worth in a glossary, besides its frequency.
  ///
  /// A letter is no term; what is the same in both languages needs no entry; *la présente loi* is the
  /// term *loi*.
  private func worth(of phrase: String, _ rendering: String?) -> Double {
    func letters(_ text: String) -> String {
      String(folded(text).filter { $0.isLetter || $0.isNumber })
    }
    let own = letters(phrase)
    if own.count < 2 { return 0.02 }
    var worth = 1.0
    if let rendering, letters(rendering) == own { worth *= 0.3 }
    let words = tokens(of: phrase, in: language)
    let pointing = Morphologies.ofProcess.morphology(of: language).phraseWords.pointing
    if words.count > 1, let first = words.first,
      first.kind == .number || pointing.contains(first.folded)
    {
      worth *= 0.3
    }
    return worth
  }
}
