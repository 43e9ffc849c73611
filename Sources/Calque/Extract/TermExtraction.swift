import CalqueAlign
import CalqueModel
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
      let stems = WordNumbers.stems(of: phrase.surface, in: language).stems
      let seen = finder.found(stems)
      let all = seen.found.reduce(0) { $0 + $1.count }
      let rivals = seen.found.filter { $0.sound > 1 && $0.count * 6 >= all }
      if rivals.count < 2 { continue }
      let translations = try finder.texts(seen, of: phrase.surface, limit: 5)
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
      let stems = WordNumbers.stems(of: phrase.surface, in: language).stems
      let found = finder.found(stems)
      let votes = found.found.reduce(0) { $0 + $1.count }
      let share = Double(found.found.first?.count ?? 0) / Double(max(1, votes))
      // A phrase whose words go many ways on the other side is seldom a term.
      let linked = Double(votes) / Double(max(1, found.examined))
      terms.append(
        ExtractedTerm(
          source: phrase.surface, count: max(phrase.count, found.examined),
          score: phrase.score * (0.3 + share) * (0.3 + min(1, linked)),
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
