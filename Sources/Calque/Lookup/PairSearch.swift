import CalqueMatch
import CalqueModel
import CalqueStore
import CalqueSystem
import CalqueText

/// The search for the best pairs of source and target in one store.
///
/// The matcher finds segments, and the search makes pairs of source and target of them. A segment
/// with several targets makes several pairs. A pair of texts in several units or memories is one
/// pair. The search asks the matcher for more segments until there are enough different pairs or
/// no more segments. So the answer is the same as if every pair of the store were ranked.
struct PairSearch {
  let store: Store
  let options: LookupOptions
  /// Finds the segments, by the index or by the scan.
  var finder: SegmentFinder
  /// What is asked of the matcher; its memories are those of the last `prepare`.
  private(set) var request: MatchRequest
  /// Whether a segment of this answer contradicts the store.
  var isContradicted = false
  private var adapter: PairAdapter
  /// The state of the store in which the request's memories were read.
  private var memoriesGeneration: StoreGeneration?

  /// Prepares a search with the options of a lookup.
  init(_ store: Store, options: LookupOptions) {
    (self.store, self.options) = (store, options)
    request = MatchRequest(
      minimum: options.minimum, limit: options.limit, memories: [:],
      statusPenalties: options.statusPenalties)
    finder = SegmentFinder(
      store, language: Language(options.pair.source), usesScan: options.usesScan)
    adapter = PairAdapter(options.pair)
  }

  /// Makes the search ready for the present state of the store.
  mutating func prepare() throws {
    try finder.prepare()
    if finder.generation == memoriesGeneration { return }
    request.memories = try memories()
    memoriesGeneration = finder.generation
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
  mutating func closest(_ query: String) throws -> Int? {
    try below(query, count: 1).first?.segment.points
  }

  /// The best pairs of any score above 0, for the case that fewer than `count` reach the minimum.
  mutating func below(_ query: String, count: Int) throws -> [RankedPair] {
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

  /// The parts of a query that stand in the memories, rarest first, with an example each.
  ///
  /// - Parameters:
  ///   - query: the text.
  ///   - ranked: is called as soon as ids and counts are known.
  /// - Returns: the fragments.
  /// - Throws: `StoreError` if the store cannot be read.
  mutating func fragments(
    _ query: String, ranked: () -> Void = {}
  ) throws -> [FragmentAnswer] {
    let found = try finder.fragments(of: query, memories: Set(request.memories.keys))
    ranked()
    guard let found else { return [] }
    let bytes = Array(query.utf8)
    return try found.fragments.map { fragment in
      let range = found.bytes(of: fragment)
      return FragmentAnswer(
        text: String(decoding: bytes[range], as: UTF8.self), range: range,
        words: fragment.tokens.count, units: fragment.units.map { UnitID($0) },
        count: fragment.count,
        examples: try fragment.units.prefix(1).compactMap { try example(UnitID($0)) })
    }
  }

  /// The first source and target text of a unit; nil if the unit is gone.
  private func example(_ id: UnitID) throws -> FragmentAnswer.Example? {
    guard let unit = try store.matchedUnit(id),
      let source = Self.variants(of: unit, in: options.pair.source).first,
      let target = Self.variants(of: unit, in: options.pair.target).first
    else { return nil }
    return FragmentAnswer.Example(unit: id, source: source.text, target: target.text)
  }

  /// The best pairs of texts for a query, in their order, each once.
  ///
  /// - Parameters:
  ///   - query: the text.
  ///   - context: what stands around the text.
  ///   - count: the maximum number of pairs; nil stands for the limit of the options.
  ///   - ranked: is called as soon as ids and scores are known.
  /// - Returns: the pairs.
  /// - Throws: `StoreError` if the store cannot be read.
  mutating func pairs(
    _ query: String, in context: SegmentContext = SegmentContext(), count: Int? = nil,
    ranked: (LookupCounts?) -> Void = { _ in }
  ) throws -> [RankedPair] {
    var request = request
    if let count { request.limit = count }
    return try pairs(query, request, try agreeing(query, context), ranked: ranked)
  }

  private mutating func pairs(
    _ query: String, _ request: MatchRequest, _ agreeing: [AgreeingSegment] = [],
    ranked: (LookupCounts?) -> Void = { _ in }
  ) throws -> [RankedPair] {
    var request = request
    let limit = request.limit
    while true {
      let (segments, counts) = try finder.matches(query, request)
      ranked(counts)
      let pairs = try pairs(of: segments, agreeing, minimum: request.minimum, query)
      guard segments.count >= request.limit, let last = segments.last,
        !isSettled(pairs, limit, last: last)
      else { return Array(pairs.prefix(limit)) }
      request.limit = request.limit * 4 + 16
    }
  }

  /// Whether the first pairs are final, whatever segments the matcher returns later.
  ///
  /// The matcher knows neither regions nor alignments. A segment behind the matcher's last one
  /// ranks, in the final order, at best at the place of that last one, because the penalties of
  /// both only take points off. So the first pairs are final if the last of them does not rank
  /// behind the matcher's last segment. Pairs are adapted among those that the matcher returns.
  /// The segments whose context agrees are known before, wherever the matcher ranks them.
  private func isSettled(_ pairs: [RankedPair], _ limit: Int, last: RankedSegment) -> Bool {
    guard pairs.count >= limit else { return false }
    return !last.precedes(pairs[limit - 1].segment)
  }

  /// The pairs of texts of ranked segments, in their order, each once.
  private mutating func pairs(
    of ranked: [RankedSegment], _ agreeing: [AgreeingSegment], minimum: Int, _ query: String
  ) throws -> [RankedPair] {
    adapter.begin(query)
    var pairs = [RankedPair]()
    let raised = Dictionary(agreeing.map { ($0.segment.variant, $0.parts) }) { first, _ in first }
    let others = agreeing.isEmpty ? ranked : ranked.filter { raised[$0.variant] == nil }
    for segment in agreeing.map(\.segment) + others {
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
        var pair = RankedPair(
          segment, of: unit, source, target, options)
        if minimum >= options.minimum, !options.isExact, segment.score.points < 100 {
          adapter.adapt(&pair, penalty: penalty(of: segment))
        }
        if let parts = raised[segment.variant] {
          pair.raise(parts, penalty: penalty(of: segment))
        }
        if pair.segment.points >= minimum { pairs.append(pair) }
      }
    }
    if pairs.contains(where: \.isMoved) { pairs.rank() }
    return pairs.count < 2 ? pairs : pairs.unique { [$0.source, $0.target] }
  }

  /// A query as it is compared with the sources of its pairs.
  mutating func compared(_ query: String) -> ComparedText {
    adapter.begin(query)
    return adapter.compared()
  }

  /// The points that a segment's memory and status take off.
  private func penalty(of segment: RankedSegment) -> Int {
    (request.memories[segment.resource] ?? 0) + (request.statusPenalties[segment.status] ?? 0)
  }

  /// The variants of a unit that fit a language best, in their order.
  private static func variants(
    of unit: MatchedUnit, in language: LanguageTag
  ) -> [MatchedVariant] {
    let best = unit.variants.compactMap { $0.language.fit(asked: language) }.min()
    return unit.variants.filter { best != nil && $0.language.fit(asked: language) == best }
  }

  /// A pair with all memories that hold it, also those whose segments are beyond the limit.
  mutating func named(_ pair: RankedPair) throws -> RankedPair {
    var pair = pair
    var named: Set = [pair.segment.resource]
    var request = MatchRequest(
      minimum: 100, limit: 32, memories: request.memories.mapValues { _ in 0 })
    while named.count < request.memories.count {
      let (segments, _) = try finder.matches(
        pair.source, breaks: pair.sourceBreaks, request)
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
}
