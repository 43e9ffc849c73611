internal import CalqueMatch
internal import CalqueModel
internal import CalqueStore
internal import CalqueText

/// Finds segments for the lookups of one language: by the index, or by the scan.
///
/// The index is asked where there is one that can be trusted or one can be built; otherwise the
/// store is scanned, which gives the same and takes longer. Before each question the store is asked
/// whether it has changed, so that what another process adds is found at once.
struct SegmentFinder {
  private let store: Store
  private let language: Language
  private let usesScan: Bool
  private let index: MemoryIndex
  private var scan: Scan?
  private var searcher: IndexSearcher?
  private var generation: StoreGeneration?
  /// Why the index did not answer, once.
  private(set) var notice: String?

  init(_ store: Store, language: Language, usesScan: Bool) {
    self.store = store
    self.language = language
    self.usesScan = usesScan
    index = MemoryIndex(store)
  }

  /// Gets ready for the next question: opens, builds or catches up whatever will answer it.
  ///
  /// - Returns: whether the store has changed since the last question.
  mutating func prepare() throws -> Bool {
    let now = try store.generation()
    if now == generation, searcher != nil || scan != nil { return false }
    (searcher, scan) = (nil, nil)
    if !usesScan {
      do {
        let opened = try index.current(language)
        if let fault = opened.fault { notice = "\(fault); it has been built anew" }
        generation = StoreGeneration(
          sequence: opened.generation.sequence, mark: opened.generation.mark)
        let store = store
        searcher = IndexSearcher(opened.segments, language: language) { variant in
          try store.text(ofVariant: variant)
        }
        return true
      } catch let error as IndexError {
        notice = "\(error); the memory is scanned instead"
      }
    }
    var scan = Scan(language: language)
    generation = now
    try store.forEachVariant(language: language.primary) { scan.add(MemorySegment($0)) }
    self.scan = scan
    return true
  }

  /// The best segments of a query, and what the index touched to find them.
  mutating func matches(
    _ text: String, _ request: MatchRequest
  ) throws -> (segments: [RankedSegment], counts: LookupCounts?) {
    if searcher != nil {
      do {
        let segments = try searcher?.matches(text, request) ?? []
        return (segments, searcher?.counts)
      } catch let error as IndexError {
        // A block is not what was written: the index is built anew, and asked again.
        notice = "\(error); it is built anew"
        try startOver()
        do {
          if let segments = try searcher?.matches(text, request) {
            return (segments, searcher?.counts)
          }
        } catch is IndexError { try scanInstead() }
      }
    }
    return (scan?.matches(text, request) ?? [], nil)
  }

  private mutating func startOver() throws {
    searcher = nil
    do {
      let opened = try index.rebuild(language)
      let store = store
      searcher = IndexSearcher(opened.segments, language: language) { variant in
        try store.text(ofVariant: variant)
      }
    } catch is IndexError { try scanInstead() }
  }

  private mutating func scanInstead() throws {
    searcher = nil
    var scan = Scan(language: language)
    try store.forEachVariant(language: language.primary) { scan.add(MemorySegment($0)) }
    self.scan = scan
  }
}
