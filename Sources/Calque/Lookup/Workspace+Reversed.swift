import CalqueModel
import CalqueStore
import CalqueSystem
import CalqueText

extension Workspace {
  /// The maximum number of texts that are read for a hint, which takes some tens of milliseconds.
  private static let mostWalked: Int64 = 400_000

  /// Whether a lookup of the text in the reversed pair would find it.
  ///
  /// The result is a hint for people, so it must be cheap. A memory's text is found only if it is
  /// equal; in a large store, only if an index of its language exists. A term is found only if the
  /// whole text is the term.
  ///
  /// - Parameters:
  ///   - query: the text.
  ///   - options: the options of the lookup that found nothing.
  /// - Returns: whether the same lookup in the reversed pair finds the text.
  /// - Throws: `WorkspaceError` if the store cannot be read.
  public func isHeldReversed(
    _ query: String, _ options: LookupOptions
  ) throws(WorkspaceError) -> Bool {
    if isBlank(query) { return false }
    let pair = options.pair.reversed
    return try WorkspaceError.carrying {
      // Differences of case, accents or typography cost up to 5 points.
      let isHeld = try store.holds(
        query, in: pair.source.primary, beside: pair.target.primary,
        isExact: options.isExact || options.minimum > 95,
        memories: options.memories.map { Array($0.keys) }, most: Self.mostWalked)
      if isHeld { return true }
      if MemoryIndex(store).languages.contains(where: { $0.primary == pair.source.primary }) {
        var options = options
        (options.pair, options.minimum, options.limit) = (pair, max(95, options.minimum), 1)
        options.seeksClosest = false
        if try !Lookup(store: store, options: options).matches(query).isEmpty { return true }
      }
      guard let today = PartialDate(Instant.now.day) else { return false }
      var wanted = TermRecognition.Options(pair: pair, date: today)
      wanted.glossaries = options.glossaries
      wanted.firstGlossaries = options.firstGlossaries
      var recognition = try TermRecognition(store: store, options: wanted, shared: terms)
      return try recognition.answers(toQuery: query, minimum: 100).contains {
        $0.start == 0 && $0.end == query.utf8.count && $0.score == 100
      }
    }
  }
}
