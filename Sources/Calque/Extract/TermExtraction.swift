import CalqueAlign
import CalqueModel
import CalqueMorphology
import CalqueStore
import CalqueSystem
import CalqueTerms
import CalqueText

/// The extraction of the terms of memories.
struct TermExtraction {
  let workspace: Workspace
  let pair: LanguagePair
  let options: ExtractOptions
  let memories: Set<Int64>

  /// The maximum number of phrases whose renderings are compared.
  private static let maxRanked = 20_000

  private var language: Language { Language(pair.source) }

  /// The phrases of the memories, with their counts.
  private func phrases() throws -> PhraseCounts {
    let common = BilingualLexicon.shipped(for: pair)?.sourceWords ?? []
    var phrases = PhraseCounts(Morphologies.ofProcess.morphology(of: language)) { word in
      common.contains(String(word.prefix(BilingualLexicon.letters)))
    }
    try workspace.store.forEachVariant(language: pair.source.primary) { variant in
      if memories.contains(variant.resource) { phrases.add(variant.text) }
    }
    return phrases
  }

  private func finder() throws -> RenderingFinder? {
    try RenderingFinder(
      workspace.store, pair: pair, memories: options.memories.isEmpty ? nil : memories)
  }

  /// The phrases that have two renderings with several units each, the most frequent first.
  func inconsistencies(
    holding query: String?, _ progress: (Double) -> Void
  ) throws -> [ExtractedTerm] {
    let phrases = try phrases()
    progress(0.9)
    guard var finder = try finder() else { return [] }
    let wanted = query.map(folded)
    var found: [ExtractedTerm] = []
    let ranked = phrases.ranked(minCount: max(4, options.minCount))
      .sorted { ($0.count, $1.key) > ($1.count, $0.key) }
    for phrase in ranked.prefix(Self.maxRanked) {
      if let wanted, !folded(phrase.surface).contains(wanted) { continue }
      let seen = finder.found(phrase.surface)
      let rivals = seen.found.filter { $0.sound > 1 && $0.count * 6 >= seen.linked }
      if rivals.count < 2 { continue }
      let translations = try finder.texts(seen)
      found.append(
        ExtractedTerm(
          source: phrase.surface, count: seen.examined, score: phrase.score,
          translations: translations.filter { $0.count > 1 }))
      if let limit = options.limit, found.count == limit { break }
    }
    progress(1)
    return found
  }

  func terms(_ progress: (Double) -> Void) throws -> [ExtractedTerm] {
    let phrases = try phrases()
    progress(0.9)
    let known = options.isNewOnly ? try knownTerms(language) : []
    guard var finder = try finder() else { return [] }
    var terms: [ExtractedTerm] = []
    for phrase in phrases.ranked(minCount: options.minCount).prefix(Self.maxRanked) {
      if known.contains(phrase.key) { continue }
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
      ExtractedTerm(
        source: term.source, count: term.count, score: term.score,
        translations: try finder.renderings(of: term.source, limit: 5))
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

  /// The keys of what the glossaries have in the source language.
  private func knownTerms(_ language: Language) throws -> Set<String> {
    var known = Set<String>()
    let snapshot = try workspace.store.snapshot()
    for glossary in try workspace.store.resources(.glossary) {
      try snapshot.forEachConcept(of: glossary.id) { stored in
        for term in stored.concept.terms where term.language.primary == pair.source.primary {
          known.insert(PhraseCounts.key(of: term.text, in: language))
        }
      }
    }
    return known
  }
}
