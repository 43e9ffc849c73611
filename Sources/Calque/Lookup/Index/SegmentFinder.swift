internal import CalqueIndex
internal import CalqueMatch
internal import CalqueModel
internal import CalqueStore
internal import CalqueText

/// Finds segments for the lookups of one language, by the index or by the scan.
///
/// The index answers if it is sound or can be rebuilt. Otherwise the scan answers, with the same
/// matches and in a longer time. Before each question the store is asked for its state, so that the
/// changes of another process are found at once.
struct SegmentFinder {
  let store: Store
  let language: Language
  private let usesScan: Bool
  let index: MemoryIndex
  var scan: Scan?
  var opened: IndexFolder.Opened?
  var searcher: IndexSearcher?
  /// The state of the store from which questions are answered; nil before the first question.
  var generation: StoreGeneration?
  /// The reason why the index did not answer this question as it was; nil if it did.
  var notice: String?
  /// Whether the scan answers only until another process has built the index.
  private var awaitsIndex = false
  /// Whether many questions will follow.
  private var expectsMany = false

  init(_ store: Store, language: Language, usesScan: Bool) {
    self.store = store
    self.language = language
    self.usesScan = usesScan
    index = MemoryIndex(store)
  }

  /// Whether the index answers; the index is derived and may be wrong, unlike the scan.
  var asksIndex: Bool { searcher != nil }

  /// Whether the store is still in the state from which questions are answered.
  func isCurrent() throws -> Bool { try store.generation() == generation }

  /// Starts with a question; the notice of the previous question goes unless the scan still
  /// answers.
  mutating func begin() {
    if scan == nil { notice = nil }
  }

  /// Prepares for many questions instead of one.
  mutating func expectMany() {
    if expectsMany { return }
    expectsMany = true
    searcher?.expectMany()
  }

  /// Prepares for the next question: opens, builds or updates the index, or loads the scan.
  mutating func prepare() throws {
    if searcher != nil || scan != nil, try isCurrent() {
      guard awaitsIndex, let opened = index.ready(language) else { return }
      (scan, notice, awaitsIndex) = (nil, nil, false)
      return use(opened)
    }
    // The notice of a scan ends with the scan.
    if scan != nil { notice = nil }
    (searcher, opened, scan, awaitsIndex) = (nil, nil, nil, false)
    // An index of a language that the store does not know would only leave files behind.
    if try usesScan || !store.knows(language: language.primary) { return try prepareScan() }
    do {
      let opened = try index.current(language)
      if let fault = opened.fault { notice = "\(fault); the index was rebuilt" }
      use(opened)
    } catch let error as IndexError {
      notice = "\(error); the memory is scanned instead"
      if case .busy = error { awaitsIndex = true }
      try prepareScan()
    }
  }

  /// The best segments of a query, and the counts of the index's work.
  mutating func matches(
    _ text: String, breaks: [Int] = [], _ request: MatchRequest
  ) throws -> (segments: [RankedSegment], counts: LookupCounts?) {
    if searcher != nil {
      do {
        let segments = try searcher?.matches(text, breaks: breaks, request) ?? []
        return (segments, searcher?.counts)
      } catch let error as IndexError {
        try distrust(because: error)
        do {
          if let segments = try searcher?.matches(text, breaks: breaks, request) {
            return (segments, searcher?.counts)
          }
        } catch is IndexError { try prepareScan() }
      }
    }
    return (scan?.matches(text, breaks: breaks, request) ?? [], nil)
  }

  /// The parts of a query that stand in some memories.
  mutating func fragments(of text: String, memories: Set<Int64>) throws -> FoundFragments? {
    if searcher != nil {
      do { return try searcher?.fragments(of: text, memories: memories) } catch {
        try distrust(because: error)
      }
    }
    return try searcher?.fragments(of: text, memories: memories)
      ?? scan?.fragments(of: text, memories: memories)
  }

  /// Answers by an index from now on.
  mutating func use(_ opened: IndexFolder.Opened) {
    let store = store
    self.opened = opened
    generation = StoreGeneration(
      sequence: opened.generation.sequence, mark: opened.generation.mark)
    searcher = IndexSearcher(opened.parts, language: language) { variant in
      try store.text(ofVariant: variant)
    }
    if expectsMany { searcher?.expectMany() }
  }
}
