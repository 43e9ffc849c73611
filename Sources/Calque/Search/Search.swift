import CalqueIndex
public import CalqueModel
import CalqueStore
import CalqueText

/// The search for a query in every text of the memories, and in the terms of the glossaries.
///
/// The texts are read one after the other, so the time grows with the store. Only the ids of units
/// that hold the query are kept.
struct Search {
  let store: Store
  let pair: LanguagePair
  let options: SearchOptions
  /// The memories that are searched.
  let memories: Set<Int64>
  /// The glossaries that are searched, in their order.
  let glossaries: [StoredResource]

  /// Answers one query.
  ///
  /// If a regular expression takes too long, the walk ends, and the hits until then are the answer.
  func answer(_ query: String) throws -> SearchAnswer {
    let needle = try SearchNeedle(query, pair: pair, options, .ofProcess)
    let entries = try entries(of: needle)
    needle.begin()
    var walk = SearchWalk(needle)
    do {
      for side in SearchAnswer.Side.allCases where options.sides.contains(side) {
        if let candidates = candidates(needle, side) {
          for candidate in candidates where memories.contains(candidate.resource) {
            guard let text = try store.text(ofVariant: candidate.variant) else { continue }
            try walk.look(
              at: text.text, breaks: text.breaks, of: UnitID(candidate.unit), candidate.changed,
              side)
          }
          continue
        }
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
    var answer = try answer(query, &walk)
    answer.entries = entries
    if walk.isIncomplete {
      if answer.hits.isEmpty { throw SearchError.effort(query, searched: walk.searched) }
      answer.unsearched = SearchAnswer.Unsearched(
        searched: walk.searched, passedOver: walk.passedOver, isCut: walk.isCut)
    }
    return answer
  }

  /// The texts of a side that may hold the query, by the index; nil if there is no index of the
  /// store's present state, or if the query has no whole word.
  private func candidates(
    _ needle: SearchNeedle, _ side: SearchAnswer.Side
  ) -> [WordSearch.Candidate]? {
    let classes = needle.classNames(side)
    if classes.isEmpty || options.usesScan || options.ofRejected { return nil }
    guard let opened = MemoryIndex(store).ready(Language(language(of: side))) else { return nil }
    return try? WordSearch(opened.parts).candidates(classes)
  }

  func language(of side: SearchAnswer.Side) -> LanguageTag {
    side == .source ? pair.source : pair.target
  }

  /// Reads the units, the closest and latest changed first, until there are enough hits.
  private func answer(_ query: String, _ walk: inout SearchWalk) throws -> SearchAnswer {
    let order = walk.order
    var hits = [SearchAnswer.Hit]()
    for start in stride(from: 0, to: order.count, by: 100) {
      for unit in try store.units(Array(order[start..<min(start + 100, order.count)])) {
        hits += self.hits(in: unit, &walk)
        if let limit = neededHits, hits.count > limit {
          return SearchAnswer(query: query, hits: Array(hits[..<limit]), isCut: true)
        }
      }
    }
    return SearchAnswer(query: query, hits: hits, isCut: false)
  }

  /// The hits of a unit; every pair of a source and a target text is a separate hit on each side
  /// that holds the query.
  private func hits(in stored: StoredUnit, _ walk: inout SearchWalk) -> [SearchAnswer.Hit] {
    var hits = [SearchAnswer.Hit]()
    for source in stored.unit.variants(answering: pair.source) {
      for target in stored.unit.variants(answering: pair.target) {
        var spans = [SearchAnswer.Side: [Range<Int>]]()
        for side in SearchAnswer.Side.allCases where options.sides.contains(side) {
          spans[side] = walk.spans(in: side == .source ? source : target, side)
        }
        for side in SearchAnswer.Side.allCases {
          guard let own = spans[side], !own.isEmpty else { continue }
          hits.append(
            SearchAnswer.Hit(
              unit: stored.id, memory: stored.memory, side: side, source: source.text,
              target: target.text, spans: own, otherSpans: spans[side.other] ?? [],
              changed: stored.unit.changed ?? stored.unit.created))
        }
      }
    }
    return hits
  }
}

extension TranslationUnit {
  /// The variants that fit a language best.
  func variants(answering asked: LanguageTag) -> [Variant] {
    let fits = variants.map { $0.language.fit(asked: asked) }
    guard let best = fits.compactMap(\.self).min() else { return [] }
    return zip(variants, fits).filter { $0.1 == best }.map(\.0)
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
      let search = Search(
        store: store, pair: pair, options: options, memories: Set(memories.map(\.stored.id)),
        glossaries: glossaries.map(\.stored))
      var answer = try search.withRenderings(
        search.answer(query), finders: finders, aligners: hitAligners
      ).cut(to: options.limit)
      if options.isTimed { answer.microseconds = (clock.now - start).microseconds }
      return answer
    }
  }
}
