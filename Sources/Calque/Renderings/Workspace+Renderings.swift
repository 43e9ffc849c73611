import CalqueAlign
public import CalqueModel
import CalqueStore
import CalqueText

extension Workspace {
  /// Links the words of the memories, unless they are linked already.
  ///
  /// - Parameters:
  ///   - pair: the languages of the two sides.
  ///   - progress: takes the share that is done, from 0 to 1.
  /// - Returns: the number of units whose words are linked; 0 if no unit has both languages.
  /// - Throws: `WorkspaceError` of the kind `store` if the store cannot be read.
  /// - Complexity: some two milliseconds of processor time a unit, for up to 150,000 units; a fifth
  ///   of that for each further one.
  @discardableResult
  public func linkWords(
    pair: LanguagePair, progress: @escaping (Double) -> Void = { _ in }
  ) throws(WorkspaceError) -> Int {
    try WorkspaceError.carrying {
      try WordLinkFolder(store, pair: pair).built(progress: progress)?.units ?? 0
    }
  }

  /// Whether the words of the memories are linked, so that renderings come from all units.
  public func hasLinkedWords(pair: LanguagePair) throws(WorkspaceError) -> Bool {
    try WorkspaceError.carrying { try WordLinkFolder(store, pair: pair).ready() != nil }
  }
}

/// The renderings that the memories have for phrases, from their linked words.
struct RenderingFinder {
  private let pair: LanguagePair
  private let links: WordLinks
  private let isReversed: Bool
  private let memories: Set<Int64>?
  private var texts: RenderingTexts

  /// The maximum number of renderings of a phrase.
  static let limit = 10

  /// The finder for a pair; nil if the words of the memories are not linked.
  init?(_ store: Store, pair: LanguagePair, memories: Set<Int64>? = nil) throws {
    let folder = WordLinkFolder(store, pair: pair)
    guard let links = try folder.ready() else { return nil }
    self.pair = pair
    self.links = links
    self.memories = memories
    isReversed = folder.pair.source.primary != pair.source.primary
    texts = RenderingTexts(store, pair: pair)
  }

  /// What stands opposite a phrase.
  func found(_ stems: [[UInt8]]) -> PhraseRenderings {
    PhraseRenderings(of: stems, in: links, isReversed: isReversed, memories: memories)
  }

  /// What was found, as it is written.
  mutating func texts(
    _ found: PhraseRenderings, of phrase: String, limit: Int
  ) throws -> [MemoryRendering] {
    try texts.renderings(found, of: phrase, limit: limit)
  }

  /// The renderings of a phrase, best first.
  mutating func renderings(of phrase: String, limit: Int = limit) throws -> [MemoryRendering] {
    let stems = WordNumbers.stems(of: phrase, in: Language(pair.source)).stems
    return try texts.renderings(found(stems), of: phrase, limit: limit)
  }
}
