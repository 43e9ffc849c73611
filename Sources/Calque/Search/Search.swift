import CalqueIndex
import CalqueMatch
public import CalqueModel
import CalqueStore
import CalqueText

/// The search for a query in every text of the memories, and in the terms of the glossaries.
///
/// Where the sides have an index, the units come from it in order, and only those that are shown are
/// read. Otherwise the texts are read one after the other, so the time grows with the store, and
/// the ids of units that hold the query are kept.
struct Search {
  let store: Store
  let pair: LanguagePair
  let options: SearchOptions
  /// The memories that are searched.
  let memories: Set<Int64>
  /// The glossaries that are searched, in their order.
  let glossaries: [StoredResource]
  /// The texts of the glossaries' terms.
  let terms: SearchTerms
  /// The indexes.
  let indexes: SearchIndexes
  /// The units whose words are linked, so that no hit has to vote for a rendering; nil if none are.
  var linked: LinkedUnits?
  /// Whether the words of the memories are linked.
  var isLinked: Bool { linked != nil }

  /// Answers one query.
  ///
  /// If a regular expression takes too long, the walk ends, and the hits until then are the answer.
  func answer(_ query: String) throws -> SearchAnswer {
    let needle = try SearchNeedle(query, pair: pair, options, .ofProcess)
    let entries = try entries(of: needle)
    let indexed = searches(needle)
    if !indexed.isEmpty, indexed.count == options.sides.count {
      var units = units(indexed)
      var walk = SearchWalk(needle, in: linked)
      var answer = try answer(query, &walk) { units.nextUnit().map { UnitID($0.unit) } }
      answer.entries = entries
      return answer
    }
    return try walked(query, needle, indexed, entries)
  }

  /// Answers a query by a walk over the texts of the sides that have no index.
  private func walked(
    _ query: String, _ needle: SearchNeedle, _ indexed: [SearchAnswer.Side: WordSearch],
    _ entries: [SearchAnswer.Entry]
  ) throws -> SearchAnswer {
    needle.begin()
    var walk = SearchWalk(needle)
    var units = units(indexed)
    while let unit = units.nextUnit() { walk.take(unit) }
    do {
      for side in SearchAnswer.Side.allCases
      where options.sides.contains(side) && indexed[side] == nil {
        try store.forEachVariant(
          language: language(of: side).primary, ofRejected: options.ofRejected
        ) { variant in
          guard memories.contains(variant.resource) else { return }
          try walk.look(
            at: variant.text, breaks: variant.breaks, of: variant.unit, variant.changed, side)
        }
      }
    } catch is SearchWalk.Cut {}
    walk.begin()
    var order = walk.order.makeIterator()
    var answer = try answer(query, &walk) { order.next() }
    answer.entries = entries
    if walk.isIncomplete {
      if answer.hits.isEmpty { throw SearchError.effort(query, searched: walk.searched) }
      answer.unsearched = SearchAnswer.Unsearched(
        searched: walk.searched, passedOver: walk.passedOver, isCut: walk.isCut)
    }
    return answer
  }

  /// The searches of the sides that have an index of the store's present state.
  func searches(_ needle: SearchNeedle) -> [SearchAnswer.Side: WordSearch] {
    if options.usesScan || options.ofRejected { return [:] }
    var found: [SearchAnswer.Side: WordSearch] = [:]
    for side in SearchAnswer.Side.allCases where options.sides.contains(side) {
      guard let concordance = needle.concordance(side), concordance.hasWords,
        let opened = indexes.current(Language(language(of: side)), of: store)
      else { continue }
      // A damaged index does not answer; the texts do.
      found[side] = try? WordSearch(opened.parts, concordance)
    }
    return found
  }

  private func units(_ searches: [SearchAnswer.Side: WordSearch]) -> UnitsWithWords {
    UnitsWithWords(
      SearchAnswer.Side.allCases.compactMap { searches[$0] }, memories: memories)
  }

  func language(of side: SearchAnswer.Side) -> LanguageTag {
    side == .source ? pair.source : pair.target
  }

  /// The number of units that are read at once.
  private static let chunk = 100

  /// Reads the units, the closest and latest changed first, until there are enough hits.
  private func answer(
    _ query: String, _ walk: inout SearchWalk, _ next: () -> UnitID?
  ) throws -> SearchAnswer {
    var hits = [SearchAnswer.Hit]()
    while true {
      var ids: [UnitID] = []
      let wanted = min(Self.chunk, min(neededHits ?? .max, .max - 1) + 1 - hits.count)
      while ids.count < wanted, let id = next() { ids.append(id) }
      if ids.isEmpty { break }
      for unit in try store.units(ids) {
        hits += self.hits(in: unit, &walk)
        if let limit = neededHits, hits.count > limit {
          hits.removeLast(hits.count - limit)
          return SearchAnswer(query: query, hits: hits, isCut: true)
        }
      }
    }
    return SearchAnswer(query: query, hits: hits, isCut: false)
  }

  /// The hits of a unit; every pair of a source and a target text is a separate hit on each side
  /// that holds the query.
  func hits(in stored: StoredUnit, _ walk: inout SearchWalk) -> [SearchAnswer.Hit] {
    var hits = [SearchAnswer.Hit]()
    let unit = stored.unit.variants.count == 2 ? stored.id : nil
    for source in stored.unit.variants(answering: pair.source) {
      for target in stored.unit.variants(answering: pair.target) {
        let found = (
          source: options.sides.contains(.source)
            ? walk.occurrences(in: source, .source, of: unit) : nil,
          target: options.sides.contains(.target)
            ? walk.occurrences(in: target, .target, of: unit) : nil
        )
        for side in SearchAnswer.Side.allCases {
          let (own, other) =
            side == .source ? (found.source, found.target) : (found.target, found.source)
          guard let own, !own.spans.isEmpty else { continue }
          var hit = SearchAnswer.Hit(
            unit: stored.id, memory: stored.memory, side: side, source: source.text,
            target: target.text, spans: own.spans, otherSpans: other?.spans ?? [],
            changed: stored.unit.changed ?? stored.unit.created)
          hit.aligned = stored.unit.alignmentConfidence
          // Links know nothing of the breaks that a text does not show.
          if (side == .source ? source : target).breaks.isEmpty { hit.tokens = own.tokens }
          hits.append(hit)
        }
      }
    }
    return hits
  }
}

extension TranslationUnit {
  /// The variants that fit a language best.
  func variants(answering asked: LanguageTag) -> [Variant] {
    var best: LanguageTag.Fit?
    var found: [Variant] = []
    for variant in variants {
      guard let fit = variant.language.fit(asked: asked), fit <= best ?? fit else { continue }
      if fit != best { found = [] }
      best = fit
      found.append(variant)
    }
    return found
  }
}

extension Workspace {
  /// Searches every text of the memories, and the terms of the glossaries, for a query.
  ///
  ///     try workspace.search("sommet", pair: pair)               // sommet, sommets, in any text
  ///     try workspace.search("\"premier ministre\"", pair: pair) // the words side by side
  ///
  /// - Parameters:
  ///   - query: words in any order, phrases in quotes, beginnings of words with `*`, numbers; or the
  ///     text or regular expression that the options ask for.
  ///   - pair: the languages of the two sides.
  ///   - options: the options.
  /// - Returns: the units that hold the query: those with the whole phrase first, then the latest
  ///   changed.
  /// - Throws: `WorkspaceError`: of the kind `emptyQuery` if the query has no text to look for,
  ///   `request` if the query has too many words, or the expression has an error or takes too long.
  public func search(
    _ query: String, pair: LanguagePair, options: SearchOptions = SearchOptions()
  ) throws(WorkspaceError) -> SearchAnswer {
    try WorkspaceError.carrying {
      let clock = ContinuousClock()
      let start = clock.now
      let chosen =
        options.memories.isEmpty ? nil : options.memories.map { ResourceChoice(name: $0) }
      let memories = try takingPart(.memory, in: pair, chosen: chosen)
      let isOfUnits = chosen != nil || options.ofRejected
      let glossaries = isOfUnits ? [] : try takingPart(.glossary, in: pair)
      var search = Search(
        store: store, pair: pair, options: options, memories: Set(memories.map(\.stored.id)),
        glossaries: glossaries.map(\.stored), terms: searchTerms, indexes: searchIndexes)
      search.linked = try search.linkedUnits(finders)
      var answer = try search.withRenderings(
        search.answer(query), finders: finders, aligners: hitAligners
      ).cut(to: options.limit)
      if options.isTimed { answer.microseconds = (clock.now - start).microseconds }
      return answer
    }
  }
}
