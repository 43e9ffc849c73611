import CalqueModel

/// Lookups of a file's segments: one lookup for each pair of languages, one answer for each text.
struct SegmentLookups {
  private let workspace: Workspace
  private let options: AnalysisOptions
  private let minimum: Int
  private let limit: Int
  private var lookups: [LanguagePair: Lookup] = [:]
  private var answers: [Key: LookupAnswer] = [:]

  private struct Key: Hashable {
    let text: ByteText
    let pair: LanguagePair
    let context: SegmentContext
  }

  /// Prepares lookups.
  ///
  /// - Parameters:
  ///   - workspace: the store.
  ///   - options: the memories and glossaries that take part.
  ///   - minimum: the lowest score.
  ///   - limit: the most matches of a segment.
  init(_ workspace: Workspace, _ options: AnalysisOptions, minimum: Int, limit: Int) {
    self.workspace = workspace
    self.options = options
    self.minimum = minimum
    self.limit = limit
  }

  /// The matches and terms of a text.
  mutating func answer(
    _ text: String, _ pair: LanguagePair, in context: SegmentContext
  ) throws -> LookupAnswer {
    let key = Key(text: ByteText(text), pair: pair, context: context)
    if let known = answers[key] { return known }
    let answer = try lookup(pair).answer(text, in: context)
    // Only a text that comes again soon is worth its memory.
    if answers.count >= 4_096 { answers.removeAll() }
    answers[key] = answer
    return answer
  }

  /// The best score of a text; nil if nothing reaches the minimum.
  mutating func score(
    _ text: String, _ pair: LanguagePair, in context: SegmentContext
  ) throws -> Int? {
    try lookup(pair).matches(text, in: context).first?.score
  }

  private mutating func lookup(_ pair: LanguagePair) throws -> Lookup {
    if let known = lookups[pair] { return known }
    var wanted = LookupOptions(pair: pair)
    wanted.apply(workspace.configuration)
    wanted.minimum = minimum
    wanted.limit = limit
    wanted.glossaries = options.glossaries
    if !options.memories.isEmpty { wanted.memories = options.memories.penalties }
    let lookup = try workspace.lookup(wanted)
    lookup.expectMany()
    lookups[pair] = lookup
    return lookup
  }
}
