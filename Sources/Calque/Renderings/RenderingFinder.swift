import CalqueAlign
import CalqueModel
import CalqueStore
import CalqueText

/// The renderings that the memories have for phrases, from their linked words.
struct RenderingFinder: Sendable {
  /// The state of the store whose units are linked.
  let generation: StoreGeneration
  private var reader: PhraseReader
  private var phrases: LinkedPhrases
  private var texts: RenderingTexts

  /// The maximum number of renderings of a phrase.
  static let limit = 5

  /// The finder for a pair; nil if the words of the memories are not linked.
  ///
  /// - Parameters:
  ///   - store: the store.
  ///   - pair: the pair, of which phrases are in the source language.
  ///   - memories: the memories that count; nil for all.
  ///   - isExact: whether a word stands for no other form of the word.
  /// - Throws: `StoreError`.
  init?(
    _ store: Store, pair: LanguagePair, memories: Set<Int64>? = nil, isExact: Bool = false
  ) throws {
    let folder = WordLinkFolder(store, pair: pair)
    guard let links = try folder.ready() else { return nil }
    generation = (links.delta ?? links.base).generation
    let source = Language(pair.source)
    reader = PhraseReader(source, isExact ? .written : .all(.ofProcess))
    phrases = LinkedPhrases(
      links, isReversed: folder.pair.source.primary != pair.source.primary, memories: memories,
      other: Language(pair.target))
    texts = RenderingTexts(store, pair: pair)
  }

  /// What stands opposite a phrase.
  mutating func found(
    _ phrase: String, maxExamined: Int = PhraseRenderings.maxExamined
  ) -> PhraseRenderings {
    phrases.found(reader.phrase(phrase), maxExamined: maxExamined)
  }

  /// Marks what stands opposite a phrase in hits.
  ///
  /// - Parameters:
  ///   - hits: the hits, all of the side of the phrase.
  ///   - phrase: the phrase.
  ///   - found: what stands opposite the phrase.
  mutating func mark(
    _ hits: inout [SearchAnswer.Hit], _ phrase: String, _ found: PhraseRenderings
  ) {
    let ranks = found.ranks
    let sought = reader.phrase(phrase)
    for place in hits.indices {
      let ranges = texts.ranges(of: hits[place])
      hits[place].counterparts = hits[place].spans.compactMap { span in
        guard let words = span.words(of: ranges.near), words.count == sought.words.count,
          let other = phrases.counterpart(of: words, sought, in: hits[place].unit, ranks),
          other.upperBound <= ranges.far.count
        else { return nil }
        return ranges.far[other.lowerBound].lowerBound..<ranges.far[other.upperBound - 1].upperBound
      }
    }
  }

  /// What was found, as it is written.
  mutating func texts(
    _ found: PhraseRenderings, limit: Int = limit
  ) throws -> [MemoryRendering] {
    let phrases = phrases
    return try texts.renderings(found, limit: limit) { phrases.form($0) }
  }

  /// The words of the best rendering, with spaces between them; nil if there is none.
  func best(_ found: PhraseRenderings) -> String? {
    found.found.first?.forms.first?.words.map { phrases.form($0) }.joined(separator: " ")
  }

  /// The renderings of a phrase, best first.
  mutating func renderings(of phrase: String, limit: Int = limit) throws -> [MemoryRendering] {
    try texts(found(phrase), limit: limit)
  }
}
