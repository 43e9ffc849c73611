import CalqueIndex
import CalqueModel
import CalqueStore
import CalqueText

extension Search {
  /// An answer with what the other side says for the query.
  ///
  /// The renderings come from all units where the words of the memories are linked, else from the
  /// hits.
  func withRenderings(
    _ answer: SearchAnswer, finders: RenderingFinders, aligners: HitAligners
  ) throws -> SearchAnswer {
    guard showsRenderings, !answer.hits.isEmpty else { return answer }
    var answer = answer
    let sources = answer.hits.count { $0.side == .source }
    let isSource = sources * 2 >= answer.hits.count
    let direction = isSource ? pair : pair.reversed
    // Mostly all hits are of one side: then they are taken out, and none is copied.
    let isWhole = sources == 0 || sources == answer.hits.count
    let places = answer.hits.indices.filter { (answer.hits[$0].side == .source) == isSource }
    var hits = isWhole ? answer.hits : places.map { answer.hits[$0] }
    if isWhole { answer.hits = [] }
    let phrase = Self.phrase(answer.query)
    if knowsLinkedWords {
      answer.renderings =
        try ask(finders, direction) { finder in
          let found = finder.found(phrase, readsStars: true)
          finder.mark(&hits, phrase, found)
          answer.examined = found.examined
          answer.unlinked = found.examined - found.linked
          return try finder.texts(found)
        } ?? []
    }
    // What the links of all units do not show, the alignment of a few only guesses.
    if answer.renderings.isEmpty, !isLinked {
      var reader = PhraseReader(
        Language(direction.source), .all(.ofProcess, takesArticles: false))
      let voting =
        answer.isCut ? try spread(isSource ? .source : .target, answer.query) : []
      (answer.renderings, answer.examined, answer.unlinked) = HitRenderings(
        pair: pair, aligner: try aligners.aligner(for: pair) { try background() }
      ).renderings(
        of: reader.phrase(phrase, readsStars: true), &hits, voting: voting,
        limit: RenderingFinder.limit)
    }
    if answer.renderings.isEmpty { (answer.examined, answer.unlinked) = (nil, nil) }
    // Two occurrences may have one counterpart, or cross.
    for place in hits.indices where hits[place].counterparts.count > 1 {
      hits[place].counterparts = hits[place].counterparts.unique { $0 }
        .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }
    if isWhole {
      answer.hits = hits
    } else {
      for (place, hit) in zip(places, hits) { answer.hits[place] = hit }
    }
    return answer
  }

  /// Whether links answer: the files of links know words without regard to case and accents.
  private var knowsLinkedWords: Bool { !options.keepsCase && !options.keepsAccents }

  /// The units whose words are linked; nil if links do not answer the search.
  func linkedUnits(_ finders: RenderingFinders) throws -> LinkedUnits? {
    guard showsRenderings, knowsLinkedWords else { return nil }
    return try ask(finders, pair) { $0.units }
  }

  /// Asks the finder of renderings in the memories that are searched; nil if there is none.
  private func ask<Answer>(
    _ finders: RenderingFinders, _ direction: LanguagePair,
    _ question: (inout RenderingFinder) throws -> Answer
  ) throws -> Answer? {
    try finders.ask(
      store, pair: direction, memories: options.memories.isEmpty ? nil : memories,
      isExact: options.isExact, question)
  }

  /// Hits of a side from all over the memories; empty if the side has no index.
  private func spread(
    _ side: SearchAnswer.Side, _ query: String
  ) throws -> [SearchAnswer.Hit] {
    let needle = try SearchNeedle(query, pair: pair, options, .ofProcess)
    guard var search = searches(needle)[side] else { return [] }
    var walk = SearchWalk(needle)
    let ids = search.spread(HitRenderings.maxHits, memories: memories).sorted().map { UnitID($0) }
    return try store.units(ids).flatMap { unit in
      hits(in: unit, &walk).filter { $0.side == side }.prefix(1)
    }
  }

  private var showsRenderings: Bool { !options.isExpression && !options.ofRejected }

  /// The number of hits that renderings need, whatever is shown; nil for all.
  var neededHits: Int? {
    options.limit.map { showsRenderings && !isLinked ? max($0, HitRenderings.maxHits) : $0 }
  }

  /// Units from all over the memories.
  private func background() throws -> [(source: String, target: String)] {
    var texts: [(source: String, target: String)] = []
    for memory in try store.resources(.memory) where memories.contains(memory.id) {
      guard let last = try store.lastUnit(of: memory.id) else { continue }
      let step = max(1, last.rawValue / Int64(Self.backgroundUnits))
      for id in stride(from: 1, through: last.rawValue, by: Int64.Stride(step)) {
        guard let unit = try store.matchedUnit(UnitID(id)), unit.resource == memory.id,
          let source = unit.text(in: pair.source), let target = unit.text(in: pair.target)
        else { continue }
        texts.append((source, target))
      }
    }
    return texts
  }

  private static let backgroundUnits = 400

  /// The words of a query, without the quotation marks around a phrase.
  private static func phrase(_ query: String) -> String {
    String(query.drop { $0 == "\"" }.reversed().drop { $0 == "\"" }.reversed())
  }
}
