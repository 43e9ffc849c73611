internal import CalqueMatch
internal import CalqueModel
package import CalqueStore
internal import CalqueText

/// Lookups in one store and one pair of languages.
///
/// The matcher finds segments; here they become pairs of source and target: several targets of a
/// segment are several matches, the same pair of texts in several units or memories is one. The
/// matcher is asked for more until enough different pairs are there or it has no more, so that the
/// answer is what ranking every pair of the store would give.
public final class Lookup {
  private let store: Store
  /// What is asked for.
  public let options: LookupOptions
  private var finder: SegmentFinder
  private let request: MatchRequest
  private let language: Language
  private var scanner = TextScanner()
  private var recognition: TermRecognition

  package init(store: Store, options: LookupOptions) throws {
    self.store = store
    self.options = options
    language = Language(options.pair.source)
    var penalties: [Int64: Int] = [:]
    for memory in try store.resources(.memory) {
      guard let chosen = options.memories else {
        penalties[memory.id] = memory.resource.penalty
        continue
      }
      if let extra = chosen[memory.resource.name] {
        penalties[memory.id] = memory.resource.penalty + extra
      }
    }
    request = MatchRequest(minimum: options.minimum, limit: options.limit, memories: penalties)
    finder = SegmentFinder(store, language: language, usesScan: options.usesScan)
    // A segment has no date of its own: titles are those of today.
    guard let today = PartialDate(Instant.now.day) else {
      throw WorkspaceError.usage("the system's clock tells no date")
    }
    var terms = TermRecognition.Options(pair: options.pair, date: today)
    terms.glossaries = options.glossaries
    recognition = try TermRecognition(store: store, options: terms)
  }

  /// Why the index did not answer the last question, where it did not; for people.
  public var notice: String? { finder.notice }

  /// The answer to one segment.
  public func answer(_ query: String) throws -> LookupAnswer {
    try finder.prepare()
    let clock = ContinuousClock()
    let start = clock.now
    var ranking: (time: ContinuousClock.Instant, counts: LookupCounts?) = (start, nil)
    let matches = try matches(query, request) { counts in ranking = (clock.now, counts) }
    var answer = LookupAnswer(query: query, matches: matches)
    answer.terms = try recognition.answers(toQuery: query, minimum: options.minimum)
    if options.isTimed {
      answer.timing = LookupAnswer.Timing(
        microseconds: (ranking.time - start).microseconds,
        total: (clock.now - start).microseconds, counts: ranking.counts)
    }
    if matches.isEmpty, options.seeksClosest, !options.isExact {
      answer.closest = try closest(query)
    }
    return answer
  }

  /// The best score there is below the minimum.
  private func closest(_ query: String) throws -> Int? {
    var request = request
    request.limit = 1
    // Step by step, because a match of few points is dear to find.
    for minimum in [request.minimum / 2, request.minimum / 4, 1] where minimum >= 1 {
      request.minimum = minimum
      if let best = try matches(query, request).first { return best.score }
    }
    return nil
  }

  /// The matches of a query; `ranked` is called when ids and scores are known.
  private func matches(
    _ query: String, _ request: MatchRequest, ranked: (LookupCounts?) -> Void = { _ in }
  ) throws -> [MatchAnswer] {
    var request = request
    let limit = request.limit
    while true {
      let (segments, counts) = try finder.matches(query, request)
      ranked(counts)
      if segments.isEmpty { return [] }
      let text = ComparedText(query, stemmer: language.stemmer, using: &scanner)
      let answers = try pairs(segments, text, limit: limit)
      if answers.count >= limit || segments.count < request.limit { return answers }
      request.limit = request.limit * 4 + 16
    }
  }

  /// The pairs of texts that ranked segments stand for, in their order, each once.
  private func pairs(
    _ ranked: [RankedSegment], _ query: ComparedText, limit: Int
  ) throws -> [MatchAnswer] {
    var answers = [MatchAnswer]()
    var places: [[String]: Int] = [:]
    for segment in ranked {
      if options.isExact, segment.score.points < 100 { continue }
      guard let unit = try store.matchedUnit(segment.unit),
        let source = Self.variants(of: unit, in: options.pair.source)
          .first(where: { $0.id == segment.variant })
      else { continue }
      for target in Self.variants(of: unit, in: options.pair.target) {
        let key = [source.text, target.text]
        if let place = places[key] {
          if !answers[place].memories.contains(unit.memory) {
            answers[place].memories.append(unit.memory)
          }
          continue
        }
        if answers.count == limit { continue }
        places[key] = answers.count
        answers.append(answer(segment, unit, source.text, target.text, query))
      }
    }
    return answers
  }

  /// A unit's variants in the best fit for a language that it holds, in their order.
  private static func variants(
    of unit: MatchedUnit, in language: LanguageTag
  ) -> [MatchedVariant] {
    let best = unit.variants.compactMap { $0.language.fit(asked: language) }.min()
    return unit.variants.filter { best != nil && $0.language.fit(asked: language) == best }
  }

  private func answer(
    _ segment: RankedSegment, _ unit: MatchedUnit, _ source: String, _ target: String,
    _ query: ComparedText
  ) -> MatchAnswer {
    let penalty = request.memories[segment.resource] ?? 0
    let compared = ComparedText(source, stemmer: language.stemmer, using: &scanner)
    return MatchAnswer(
      score: segment.points, kind: segment.score.points == 100 ? .exact : .fuzzy, source: source,
      target: target, unit: segment.unit, memory: unit.memory, memories: [unit.memory],
      status: segment.status,
      penalties: penalty > 0 ? [MatchAnswer.Penalty(name: "memory", points: penalty)] : [],
      flags: MatchFlag.between(
        query, and: compared, score: segment.score, language: language),
      changed: unit.changed)
  }
}

extension Duration {
  fileprivate var microseconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) * 1e6 + Double(attoseconds) / 1e12
  }
}
