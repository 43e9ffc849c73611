import CalqueModel
import CalqueStore
import CalqueSystem
import CalqueText

extension Workspace {
  /// The most texts that are walked through for a hint: some tens of milliseconds.
  private static let mostWalked: Int64 = 400_000

  /// Whether a text that a lookup did not find is held in the other language of its pair.
  ///
  /// It is a hint for people, so it may cost little: a memory's text is found by its equal alone,
  /// in a large store only where an index of its language stands; a term, where the text is that
  /// term.
  ///
  /// - Parameters:
  ///   - query: the text.
  ///   - options: what the lookup asked for, in the pair that found nothing.
  /// - Returns: whether the same lookup in the reversed pair finds it.
  /// - Throws: `WorkspaceError` where the store cannot be read.
  public func isHeldReversed(
    _ query: String, _ options: LookupOptions
  ) throws(WorkspaceError) -> Bool {
    if isBlank(query) { return false }
    let pair = options.pair.reversed
    return try WorkspaceError.carrying {
      // Other case, accents or typography cost up to 5 points.
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
      var recognition = try TermRecognition(store: store, options: wanted)
      return try recognition.answers(toQuery: query, minimum: 100).contains {
        $0.start == 0 && $0.end == query.utf8.count && $0.score == 100
      }
    }
  }
}
