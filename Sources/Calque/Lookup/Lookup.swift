internal import CalqueMatch
internal import CalqueModel
package import CalqueStore
import CalqueSystem
internal import CalqueText

/// Lookups in one store and one pair of languages.
///
/// The matcher finds segments, and the lookup makes pairs of source and target of them. A segment
/// with several targets makes several matches. A pair of texts in several units or memories makes
/// one match. The lookup asks the matcher for more segments until there are enough different pairs
/// or no more segments. So the answer is the same as if every pair of the store were ranked.
public final class Lookup {
  private let store: Store
  /// The options of the lookups.
  public let options: LookupOptions
  private var finder: SegmentFinder
  private var request: MatchRequest
  /// The state of the store in which the request's memories were read.
  private var memoriesGeneration: StoreGeneration?
  /// Whether a match of this answer contradicts the store.
  private var isContradicted = false
  private let language: Language
  private var scanner = TextScanner()
  private var recognition: TermRecognition

  /// Prepares lookups.
  ///
  /// - Parameters:
  ///   - store: the store.
  ///   - options: the options.
  ///   - shared: keeps the terms of glossaries for other lookups of the same store.
  /// - Throws: `StoreError` if a named glossary does not exist.
  package init(
    store: Store, options: LookupOptions, shared: SharedTerms = SharedTerms()
  ) throws {
    self.store = store
    self.options = options
    language = Language(options.pair.source)
    request = MatchRequest(
      minimum: options.minimum, limit: options.limit, memories: [:],
      statusPenalties: options.statusPenalties)
    finder = SegmentFinder(store, language: language, usesScan: options.usesScan)
    // A segment has no date, so titles must be in force today.
    guard let today = PartialDate(Instant.now.day) else {
      throw WorkspaceError.usage("the system's clock tells no date")
    }
    var terms = TermRecognition.Options(pair: options.pair, date: today)
    terms.glossaries = options.glossaries
    terms.firstGlossaries = options.firstGlossaries
    recognition = try TermRecognition(store: store, options: terms, shared: shared)
  }

  /// The reason, for people, why the index did not answer the last question as it was; nil if it
  /// did.
  public var notice: String? { finder.notice }

  /// Announces many questions: a hundred are answered sooner, a single one later.
  ///
  /// The parts of the index that many questions touch are brought into memory at once, in some
  /// milliseconds for a million units. A second call has no effect.
  public func expectMany() {
    finder.expectMany()
    recognition.expectMany()
  }

  /// The maximum number of repetitions of a question because the store changed meanwhile.
  private static let maximumRepetitions = 3

  /// The matches and the terms of one segment, all of them from one state of the store.
  ///
  /// Segments are ranked first and their units read afterwards. If another process changes the
  /// store in between, the question is asked again. After some repetitions, the last answer is
  /// returned. Every match is scored again from the stored text, so a flipped bit in an index file
  /// cannot produce a wrong score.
  ///
  /// - Throws: `WorkspaceError` if the store cannot be read.
  public func answer(_ query: String) throws(WorkspaceError) -> LookupAnswer {
    try WorkspaceError.carrying { try wholeAnswer(query) }
  }

  private func wholeAnswer(_ query: String) throws -> LookupAnswer {
    if options.limit < 1 { return try withoutMatches(query) }
    return try fromOneState {
      var answer = try answerOnce(query)
      let clock = ContinuousClock()
      let start = clock.now
      answer.terms = try recognition.answers(
        toQuery: query, minimum: options.minimum, at: finder.generation)
      answer.timing?.total += (clock.now - start).microseconds
      return answer
    }
  }

  /// The matches of one segment, best first, all of them from one state of the store.
  ///
  ///     let matches = try lookup.matches("La France accueillera le sommet.")
  ///
  /// - Throws: `WorkspaceError` if the store cannot be read.
  public func matches(_ query: String) throws(WorkspaceError) -> [MatchAnswer] {
    if options.limit < 1 { return [] }
    return try WorkspaceError.carrying {
      try fromOneState { try answerOnce(query).matches }
    }
  }

  /// The glossaries' terms in one segment, by place, the longest first at each place.
  ///
  ///     let terms = try lookup.terms("La France accueillera le sommet.")
  ///
  /// For a short segment, the terms that the segment resembles follow.
  ///
  /// - Throws: `WorkspaceError` if the store cannot be read.
  public func terms(_ query: String) throws(WorkspaceError) -> [TermAnswer] {
    try WorkspaceError.carrying {
      try recognition.answers(toQuery: query, minimum: options.minimum)
    }
  }

  /// Repeats a question while the store changes, and after an index that contradicts the store.
  private func fromOneState<Answer>(_ ask: () throws -> Answer) throws -> Answer {
    var (repetitions, rebuilds) = (0, 0)
    finder.begin()
    while true {
      isContradicted = false
      try prepare()
      let answer = try ask()
      if repetitions < Self.maximumRepetitions, try !finder.isCurrent() {
        repetitions += 1
      } else if isContradicted, finder.asksIndex, try finder.isCurrent() {
        try rebuilds == 0 ? finder.distrust() : finder.prepareScan()
        rebuilds += 1
      } else {
        return answer
      }
    }
  }

  private func prepare() throws {
    try finder.prepare()
    if finder.generation == memoriesGeneration { return }
    request.memories = try memories()
    memoriesGeneration = finder.generation
  }

  /// The answer without terms.
  private func answerOnce(_ query: String) throws -> LookupAnswer {
    let clock = ContinuousClock()
    let start = clock.now
    var ranking: (time: ContinuousClock.Instant, counts: LookupCounts?) = (start, nil)
    let pairs = try pairs(query, request) { counts in ranking = (clock.now, counts) }
    var answer = LookupAnswer(query: query, matches: try matches(pairs, query))
    if options.isTimed {
      answer.timing = LookupAnswer.Timing(
        microseconds: (ranking.time - start).microseconds,
        total: (clock.now - start).microseconds, counts: ranking.counts)
    }
    if pairs.isEmpty, options.seeksClosest, !options.isExact {
      answer.closest = try closest(query)
      // The first question should have found a text with this score, so the index is wrong.
      if let closest = answer.closest, closest >= options.minimum { isContradicted = true }
    }
    if options.isExplained { try explain(&answer, pairs) }
    return answer
  }

  /// The answer if no matches are requested: the terms.
  private func withoutMatches(_ query: String) throws -> LookupAnswer {
    let clock = ContinuousClock()
    let start = clock.now
    var answer = LookupAnswer(query: query, matches: [])
    answer.terms = try terms(query)
    answer.isExplained = options.isExplained
    if options.isTimed {
      answer.timing = LookupAnswer.Timing(
        microseconds: 0, total: (clock.now - start).microseconds, counts: nil)
    }
    return answer
  }

  /// The memories that take part, in the present state of the store, with their penalties.
  private func memories() throws -> [Int64: Int] {
    var penalties: [Int64: Int] = [:]
    for memory in try store.resources(.memory) {
      guard let chosen = options.memories else {
        penalties[memory.id] =
          memory.resource.penalty + (options.memoryPenalties[memory.resource.name] ?? 0)
        continue
      }
      if let extra = chosen[memory.resource.name] {
        penalties[memory.id] = memory.resource.penalty + extra
      }
    }
    return penalties
  }

  /// The best score below the minimum; nil if there is none.
  private func closest(_ query: String) throws -> Int? {
    try below(query, count: 1).first?.segment.points
  }

  /// The best pairs of any score above 0, for the case that fewer than `count` reach the minimum.
  private func below(_ query: String, count: Int) throws -> [RankedPair] {
    var request = request
    request.limit = count
    // The minimum is lowered step by step, because a match of few points is expensive to find.
    for minimum in [request.minimum / 2, request.minimum / 4, 1] where minimum >= 1 {
      request.minimum = minimum
      let found = try pairs(query, request)
      if found.count == count { return found }
    }
    return []
  }

  /// The best pairs of texts for a query, in their order, each once.
  ///
  /// `ranked` is called as soon as ids and scores are known.
  private func pairs(
    _ query: String, _ request: MatchRequest, ranked: (LookupCounts?) -> Void = { _ in }
  ) throws -> [RankedPair] {
    var request = request
    let limit = request.limit
    while true {
      let (segments, counts) = try finder.matches(query, request)
      ranked(counts)
      guard let last = segments.last else { return [] }
      let pairs = try pairs(of: segments, minimum: request.minimum)
      if segments.count < request.limit || isSettled(pairs, limit, last: last) {
        return Array(pairs.prefix(limit))
      }
      request.limit = request.limit * 4 + 16
    }
  }

  /// Whether the first pairs are final, whatever segments the matcher returns later.
  ///
  /// The matcher does not know regions. A segment behind the matcher's last one ranks, in the final
  /// order, at best at the place of that last one, because the region's penalty only takes points
  /// off. So the first pairs are final if the last of them does not rank behind the matcher's last
  /// segment.
  private func isSettled(_ pairs: [RankedPair], _ limit: Int, last: RankedSegment) -> Bool {
    guard pairs.count >= limit else { return false }
    return options.regionPenalty == 0 || !last.precedes(pairs[limit - 1].segment)
  }

  /// The pairs of texts of ranked segments, in their order, each once.
  private func pairs(of ranked: [RankedSegment], minimum: Int) throws -> [RankedPair] {
    var pairs = [RankedPair]()
    for segment in ranked {
      if options.isExact, segment.score.points < 100 { continue }
      guard let unit = try store.matchedUnit(UnitID(segment.unit)),
        unit.resource == segment.resource, unit.status == segment.status,
        unit.variants.contains(where: { $0.id == segment.variant })
      else {
        isContradicted = true
        continue
      }
      guard
        let source = Self.variants(of: unit, in: options.pair.source)
          .first(where: { $0.id == segment.variant })
      else { continue }
      for target in Self.variants(of: unit, in: options.pair.target) {
        let pair = RankedPair(
          segment, of: unit, source, target, asked: options.pair,
          regionPenalty: options.regionPenalty)
        if pair.segment.points >= minimum { pairs.append(pair) }
      }
    }
    if options.regionPenalty > 0 { pairs.rank() }
    return pairs.unique()
  }

  /// The variants of a unit that fit a language best, in their order.
  private static func variants(
    of unit: MatchedUnit, in language: LanguageTag
  ) -> [MatchedVariant] {
    let best = unit.variants.compactMap { $0.language.fit(asked: language) }.min()
    return unit.variants.filter { best != nil && $0.language.fit(asked: language) == best }
  }

  /// The matches of some pairs.
  private func matches(_ pairs: [RankedPair], _ query: String) throws -> [MatchAnswer] {
    if pairs.isEmpty { return [] }
    let pairs = try pairs.map(named)
    let text = ComparedText(query, stemmer: language.stemmer, using: &scanner)
    return pairs.map { match($0, text) }
  }

  /// A pair with all memories that hold it, also those whose segments are beyond the limit.
  private func named(_ pair: RankedPair) throws -> RankedPair {
    var pair = pair
    var named: Set = [pair.segment.resource]
    var request = MatchRequest(
      minimum: 100, limit: 32, memories: request.memories.mapValues { _ in 0 })
    while named.count < request.memories.count {
      let (segments, _) = try finder.matches(pair.source, request)
      for segment in segments where !named.contains(segment.resource) {
        guard let unit = try store.matchedUnit(UnitID(segment.unit)),
          Self.variants(of: unit, in: options.pair.source)
            .contains(where: { $0.id == segment.variant && $0.text == pair.source }),
          Self.variants(of: unit, in: options.pair.target)
            .contains(where: { $0.text == pair.target })
        else { continue }
        named.insert(segment.resource)
        pair.memories.append(unit.memory)
      }
      if segments.count < request.limit { break }
      request.limit *= 8
    }
    return pair
  }

  private func match(_ pair: RankedPair, _ query: ComparedText) -> MatchAnswer {
    let segment = pair.segment
    let penalties = [
      ("memory", request.memories[segment.resource] ?? 0),
      ("status", request.statusPenalties[segment.status] ?? 0), ("region", pair.regionPenalty),
    ]
    let compared = ComparedText(pair.source, stemmer: language.stemmer, using: &scanner)
    if finder.asksIndex,
      Score.of(query, compared, limit: segment.score.distance) != segment.score
    {
      isContradicted = true
    }
    let script = EditScript(query, compared)
    return MatchAnswer(
      score: segment.points, kind: segment.score.points == 100 ? .exact : .fuzzy,
      source: pair.source, target: pair.target, unit: pair.unit.id, memory: pair.unit.memory,
      memories: pair.memories, status: segment.status,
      penalties: penalties.filter { $0.1 > 0 }.map { MatchAnswer.Penalty(name: $0, points: $1) },
      flags: MatchFlag.between(
        query, and: compared, score: segment.score, language: language),
      changed: pair.unit.changed, differences: script.differences,
      explanation: options.isExplained ? Explanation(script, ranked: segment) : nil)
  }

  /// Explains why each match ranks below the previous one, and which match would be the next.
  private func explain(_ answer: inout LookupAnswer, _ pairs: [RankedPair]) throws {
    answer.isExplained = true
    for place in pairs.indices.dropFirst() {
      answer.matches[place].explanation?.lost =
        pairs[place].segment.criterion(below: pairs[place - 1].segment)
    }
    if options.isExact { return }
    var request = request
    request.limit = pairs.count + 1
    if let next = try self.pairs(answer.query, request).dropFirst(pairs.count).first {
      answer.next = try matches([next], answer.query).first
      answer.next?.explanation?.lost = pairs.last.flatMap {
        next.segment.criterion(below: $0.segment)
      }
    } else if let next = try below(answer.query, count: pairs.count + 1).last {
      answer.next = try matches([next], answer.query).first
      answer.next?.explanation?.lost = .minimum
    }
  }
}

extension Duration {
  fileprivate var microseconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) * 1e6 + Double(attoseconds) / 1e12
  }
}
