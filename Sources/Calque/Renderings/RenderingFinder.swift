import CalqueAlign
import CalqueModel
import CalqueStore
import CalqueText

/// The renderings that the memories have for phrases, from their linked words.
struct RenderingFinder {
  private let pair: LanguagePair
  private let links: WordLinks
  private let isReversed: Bool
  private let memories: Set<Int64>?
  private let gone: Set<Int64>
  private var texts: RenderingTexts
  /// The numbers of words that were asked for, in the base and in the file of later units.
  private var numbers = (base: [[UInt8]: UInt32](), delta: [[UInt8]: UInt32]())

  /// The maximum number of renderings of a phrase.
  static let limit = 5

  /// The finder for a pair; nil if the words of the memories are not linked.
  init?(_ store: Store, pair: LanguagePair, memories: Set<Int64>? = nil) throws {
    let folder = WordLinkFolder(store, pair: pair)
    guard let links = try folder.ready() else { return nil }
    self.pair = pair
    self.links = links
    self.memories = memories
    gone = Set(links.delta?.gone.array ?? [])
    isReversed = folder.pair.source.primary != pair.source.primary
    texts = RenderingTexts(store, pair: pair)
  }

  /// What stands opposite a phrase, by the stems of its words.
  mutating func found(
    _ stems: [[UInt8]], maxExamined: Int = PhraseRenderings.maxExamined
  ) -> PhraseRenderings {
    let base = Self.phrase(stems, side(links.base), &numbers.base)
    let delta = links.delta.flatMap { Self.phrase(stems, side($0), &numbers.delta) }
    return PhraseRenderings(
      of: { $0.sum == links.base.sum ? base : delta }, in: links, isReversed: isReversed,
      memories: memories, gone: gone, maxExamined: maxExamined)
  }

  private func side(_ file: LinkFile) -> LinkFile.Side { isReversed ? file.target : file.source }

  /// The numbers of words; nil if a word has none.
  private static func phrase(
    _ stems: [[UInt8]], _ side: LinkFile.Side, _ known: inout [[UInt8]: UInt32]
  ) -> [UInt32]? {
    var phrase: [UInt32] = []
    for stem in stems {
      let number = known[stem] ?? side.number(of: stem) ?? 0
      known[stem] = number
      if number == 0 { return nil }
      phrase.append(number)
    }
    return phrase
  }

  /// What was found, as it is written.
  mutating func texts(
    _ found: PhraseRenderings, of phrase: String, limit: Int, reads: Int = 4
  ) throws -> [MemoryRendering] {
    try texts.renderings(found, of: phrase, limit: limit, reads: reads)
  }

  /// The renderings of a phrase, best first.
  mutating func renderings(of phrase: String, limit: Int = limit) throws -> [MemoryRendering] {
    let stems = WordNumbers.stems(of: phrase, in: Language(pair.source)).stems
    return try texts.renderings(found(stems), of: phrase, limit: limit, reads: 4)
  }
}
