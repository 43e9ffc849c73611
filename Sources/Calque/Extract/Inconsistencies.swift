import CalqueAlign
import CalqueModel
import CalqueMorphology
import CalqueTerms
import CalqueText

/// The search for phrases that texts render in several ways that are really different.
///
/// A phrase has two words of meaning or more, or is a name, an acronym or an uncommon word. Of its
/// renderings those count that have evidence (`FragmentEvidence`) in several units; forms of one
/// rendering, and one inside the other, count as one (`RenderingLikeness`).
struct Inconsistencies {
  let extraction: TermExtraction
  private let likeness: RenderingLikeness
  private let morphology: Morphology
  private let isCommon: (String) -> Bool

  /// The smallest number of units that hold a phrase.
  private static let leastUnits = 4
  /// The smallest share of a rendering, of phrases and of words alone.
  private static let leastShare = (phrase: 0.1, word: 0.2)

  /// The search in the texts of an extraction.
  init(_ extraction: TermExtraction) {
    self.extraction = extraction
    likeness = RenderingLikeness(Language(extraction.pair.target))
    morphology = Morphologies.ofProcess.morphology(of: Language(extraction.pair.source))
    let common = BilingualLexicon.shipped(for: extraction.pair)?.sourceWords ?? []
    isCommon = { common.contains(String(folded($0).prefix(BilingualLexicon.letters))) }
  }

  /// The phrases, the most frequent first.
  ///
  /// - Parameters:
  ///   - query: a text that the phrases hold; nil for all phrases.
  ///   - progress: takes the share that is done, from 0 to 1.
  /// - Returns: the phrases with their renderings.
  /// - Throws: `StoreError`.
  func found(holding query: String?, _ progress: (Double) -> Void) throws -> [ExtractedTerm] {
    let phrases = try extraction.phrases { progress(0.8 + 0.1 * $0) }
    progress(0.9)
    guard var finder = try extraction.texts.finder() else { return [] }
    let wanted = query.map(folded)
    let least = max(Self.leastUnits, extraction.options.minCount)
    let ranked = phrases.ranked(minCount: least).filter { isWorthAsking($0, wanted) }
      .sorted { ($0.count, $1.key) > ($1.count, $0.key) }
    var found: [ExtractedTerm] = []
    let asked = ranked.prefix(TermExtraction.maxRanked)
    for (place, phrase) in asked.enumerated() {
      // Whichever comes first ends the search: all phrases, or as many as are wanted.
      let shown = extraction.options.limit.map { Double(found.count) / Double(max(1, $0)) } ?? 0
      progress(0.9 + 0.1 * max(Double(place) / Double(asked.count), shown))
      if let term = try rivals(of: phrase, &finder) { found.append(term) }
      if found.count == extraction.options.limit { break }
    }
    progress(1)
    return found
  }

  private func isWorthAsking(_ phrase: PhraseCounts.Phrase, _ wanted: String?) -> Bool {
    if let wanted { return folded(phrase.surface).contains(wanted) }
    if phrase.isPart { return false }
    // A common word has several meanings, which differ rightly.
    if phrase.words < 2 { return phrase.surface.count > 1 && !isKnown(phrase.surface) }
    let first = folded(phrase.surface.prefix { $0.isLetter }.description)
    // *au sens de l'article*, *sous réserve de*
    return !morphology.phraseWords.nounsOfPrepositions.contains(first)
  }

  /// Whether a word is one of the dictionary; without a dictionary, one in small letters.
  private func isKnown(_ word: String) -> Bool {
    if isCommon(word) { return true }
    guard morphology.lexicon != nil else {
      return word.unicodeScalars.first?.properties.isUppercase != true
    }
    return !morphology.readings(of: word).isEmpty
      || !morphology.readings(of: word.lowercased()).isEmpty
  }

  /// A phrase with its renderings; nil if they are forms of one.
  private func rivals(
    of phrase: PhraseCounts.Phrase, _ finder: inout RenderingFinder
  ) throws -> ExtractedTerm? {
    let seen = finder.found(phrase.surface, standsAlone: true)
    if seen.isContinued { return nil }
    let shown = finder.evident(
      seen,
      for: FragmentSearch.Fragment(
        bytes: 0..<phrase.surface.utf8.count, text: phrase.surface, weight: phrase.words,
        isDoubtful: false, isCounted: false, isCut: false, isName: phrase.kind == .name))
    let least = phrase.words > 1 ? Self.leastShare.phrase : Self.leastShare.word
    var rivals: [RenderingVotes.Found] = []
    for some in shown.found
    where some.complete > 1 && Double(some.count) >= least * Double(seen.linked)
      // What stands beside another one, in the same units, is a part of something longer.
      && !rivals.contains(where: { Double($0.count + some.count) > 1.05 * Double(seen.examined) })
    {
      let words = finder.words(of: some)
      if !rivals.contains(where: { likeness.areAlike(words, finder.words(of: $0)) }) {
        rivals.append(some)
      }
    }
    if rivals.count < 2 { return nil }
    rivals.sort { ($0.count, $0.score) > ($1.count, $1.score) }
    let renderings = try rivals.compactMap { some -> MemoryRendering? in
      var alone = shown
      alone.found = [some]
      return try finder.texts(alone, limit: 1).first.map {
        MemoryRendering(
          text: $0.text, count: some.count,
          probability: min(1, Double(some.count) / Double(max(1, seen.linked))), units: $0.units)
      }
    }
    return ExtractedTerm(
      source: phrase.surface, count: max(phrase.count, seen.examined), score: phrase.score,
      translations: renderings)
  }
}
