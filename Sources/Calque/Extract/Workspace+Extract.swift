import CalqueAlign
public import CalqueModel
import CalqueStore
import CalqueSystem
import CalqueTerms
import CalqueText

/// The options of an extraction.
public struct ExtractOptions: Sendable {
  /// The smallest number of units that hold a term.
  public var minCount = 3
  /// Whether to leave out what a glossary has.
  public var isNewOnly = false
  /// The maximum number of terms; nil for all.
  public var limit: Int?
  /// The memories that are read, by name; empty for all.
  public var memories: [String] = []

  /// All memories, terms of three units or more.
  public init() {}
}

extension Workspace {
  /// Finds the terms of the memories that a glossary may want, with their translations.
  ///
  /// Noun phrases, names and acronyms of the source side are ranked by how often they stand alone
  /// (C-value: K. Frantzi, S. Ananiadou and H. Mima, 2000), by how uncommon their words are, and by
  /// how sure the linked words are of one translation.
  ///
  /// - Parameters:
  ///   - pair: the two languages.
  ///   - options: the options.
  ///   - progress: takes the share that is done, from 0 to 1.
  /// - Returns: the terms, best first.
  /// - Throws: `WorkspaceError` of the kind `store` if the store cannot be read.
  /// - Complexity: besides the linking of words, which is done once, O(words of the memories).
  public func extract(
    pair: LanguagePair, options: ExtractOptions = ExtractOptions(),
    progress: @escaping (Double) -> Void = { _ in }
  ) throws(WorkspaceError) -> [ExtractedTerm] {
    try WorkspaceError.carrying {
      _ = try WordLinkFolder(store, pair: pair).built { progress($0 * 0.8) }
      let chosen =
        options.memories.isEmpty ? nil : options.memories.map { ResourceChoice(name: $0) }
      let memories = Set(try takingPart(.memory, in: pair, chosen: chosen).map(\.stored.id))
      return try TermExtraction(
        workspace: self, pair: pair, options: options, memories: memories
      ).terms(progress)
    }
  }
}

/// The extraction of the terms of memories.
private struct TermExtraction {
  let workspace: Workspace
  let pair: LanguagePair
  let options: ExtractOptions
  let memories: Set<Int64>

  /// The number of terms whose translations are looked up, for each that is wanted.
  private static let maxRanked = 20_000

  func terms(_ progress: (Double) -> Void) throws -> [ExtractedTerm] {
    let language = Language(pair.source)
    let common = BilingualLexicon.shipped(for: pair)?.sourceWords ?? []
    func isCommon(_ word: String) -> Bool {
      common.contains(String(word.prefix(BilingualLexicon.letters)))
    }
    var phrases = PhraseCounts(Morphologies.ofProcess.morphology(of: language), isCommon: isCommon)
    try workspace.store.forEachVariant(language: pair.source.primary) { variant in
      if memories.contains(variant.resource) { phrases.add(variant.text) }
    }
    progress(0.9)
    let known = options.isNewOnly ? try knownTerms(language) : []
    guard
      var finder = try RenderingFinder(
        workspace.store, pair: pair, memories: options.memories.isEmpty ? nil : memories)
    else { return [] }
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
