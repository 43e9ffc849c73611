internal import CalqueIndex
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
  private var opened: IndexFolder.Opened?
  private var searcher: IndexSearcher?
  /// The state of the store that answers; nil before the first question.
  private(set) var generation: StoreGeneration?
  /// Why the index as it stood did not answer this question.
  private(set) var notice: String?
  /// Whether the scan answers only until another process has built the index.
  private var awaitsIndex = false
  /// Whether many questions are to come.
  private var expectsMany = false

  init(_ store: Store, language: Language, usesScan: Bool) {
    self.store = store
    self.language = language
    self.usesScan = usesScan
    index = MemoryIndex(store)
  }

  /// Whether the index answers, which is derived and can be wrong; the scan reads the texts.
  var asksIndex: Bool { searcher != nil }

  /// Whether the store is still in the state that answers.
  func isCurrent() throws -> Bool { try store.generation() == generation }

  /// Starts with a question: what was said of the one before is over, unless the scan answers still.
  mutating func begin() {
    if scan == nil { notice = nil }
  }

  /// Gets ready for many questions rather than for one.
  mutating func expectMany() {
    if expectsMany { return }
    expectsMany = true
    searcher?.expectMany()
  }

  /// Gets ready for the next question: opens, builds or catches up whatever will answer it.
  mutating func prepare() throws {
    if searcher != nil || scan != nil, try isCurrent() {
      guard awaitsIndex, let opened = index.ready(language) else { return }
      (scan, notice, awaitsIndex) = (nil, nil, false)
      return use(opened)
    }
    // What is said while the scan answers is over with it.
    if scan != nil { notice = nil }
    (searcher, opened, scan, awaitsIndex) = (nil, nil, nil, false)
    // Of a language that the store does not know an index would only leave files behind.
    if try usesScan || !store.knows(language: language.primary) { return try prepareScan() }
    do {
      let opened = try index.current(language)
      if let fault = opened.fault { notice = "\(fault); it has been built anew" }
      use(opened)
    } catch let error as IndexError {
      notice = "\(error); the memory is scanned instead"
      if case .busy = error { awaitsIndex = true }
      try prepareScan()
    }
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
        try distrust(because: error)
        do {
          if let segments = try searcher?.matches(text, request) {
            return (segments, searcher?.counts)
          }
        } catch is IndexError { try prepareScan() }
      }
    }
    return (scan?.matches(text, request) ?? [], nil)
  }

  /// Builds the index anew, whose answers are not what the store holds; the next question asks that
  /// one, or the scan where none can be built.
  mutating func distrust(because error: IndexError? = nil) throws {
    let reason =
      error
      ?? .damaged(path: index.path, what: "it does not say what the store says")
    notice = "\(reason); it is built anew"
    searcher = nil
    do {
      use(try index.rebuild(language, insteadOf: opened))
    } catch is IndexError { try prepareScan() }
  }

  /// Lets the scan answer, until the store changes.
  mutating func prepareScan() throws {
    (searcher, opened) = (nil, nil)
    var scan = Scan(language: language)
    // Asked before the texts are read: what changes meanwhile shows in the next comparison.
    generation = try store.generation()
    try store.forEachVariant(language: language.primary) { scan.add(MemorySegment($0)) }
    self.scan = scan
  }

  private mutating func use(_ opened: IndexFolder.Opened) {
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
