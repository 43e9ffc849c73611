import CalqueMatch
public import CalqueModel
import CalqueStore

/// The options of a concordance search.
public struct SearchOptions: Hashable, Sendable {
  /// The sides that are searched.
  public var sides: Set<SearchAnswer.Side> = [.source, .target]
  /// Whether the query is a regular expression in ICU's syntax.
  public var isExpression = false
  /// Whether `e` and `é` are different letters.
  public var keepsAccents = false
  /// The memories that are searched, by name; empty for all that hold both languages.
  public var memories: [String] = []
  /// Whether to search the rejected units and no others; no other question returns rejected units.
  public var ofRejected = false
  /// The maximum number of hits; nil for all.
  public var limit: Int?

  /// A plain search on both sides.
  public init() {}
}

/// The reasons why a search has no answer.
enum SearchError: Error, Equatable, Sendable {
  /// The query has no text to look for.
  case emptyQuery
  /// The regular expression has an error; the column is in Unicode scalars, from 1.
  case expression(String, column: Int)
  /// The regular expression takes too long, and the texts searched until then have no hit.
  case effort(String, searched: Int)
}

extension SearchError {
  /// The remedy; nil if the message is enough.
  var remedy: Remedy? {
    switch self {
    case .emptyQuery: nil
    case .expression: .searchForText
    case .effort: "write it without one repetition inside another"
    }
  }

  /// The message for people, without a final full stop.
  var message: String {
    switch self {
    case .emptyQuery:
      "the query holds nothing to search for"
    case .expression(let pattern, let column):
      "the expression '\(pattern)' is wrong at column \(column)"
    case .effort(let pattern, let searched):
      "the expression '\(pattern)' takes too long: nothing was found in the \(searched) "
        + "\(searched == 1 ? "text" : "texts") searched until then"
    }
  }
}

/// The search for a query in every text of the memories.
///
/// The texts are read one after the other, so the time grows with the store. Only the ids of units
/// that hold the query are kept.
struct Search {
  let store: Store
  let pair: LanguagePair
  let options: SearchOptions
  /// The memories that are searched.
  let memories: Set<Int64>

  /// Answers one query.
  ///
  /// If a regular expression takes too long, the walk ends, and the hits until then are the answer.
  func answer(_ query: String) throws -> SearchAnswer {
    let concordance = try concordance(for: query)
    var walk = SearchWalk(concordance)
    do {
      for side in SearchAnswer.Side.allCases where options.sides.contains(side) {
        try store.forEachVariant(
          language: language(of: side).primary, ofRejected: options.ofRejected
        ) { variant in
          guard memories.contains(variant.resource) else { return }
          try walk.look(at: variant)
        }
      }
    } catch is SearchWalk.Cut {}
    concordance.begin()
    var answer = try answer(query, &walk)
    if walk.isIncomplete {
      if answer.hits.isEmpty { throw SearchError.effort(query, searched: walk.searched) }
      answer.unsearched = SearchAnswer.Unsearched(
        searched: walk.searched, passedOver: walk.passedOver, isCut: walk.isCut)
    }
    return answer
  }

  private func concordance(for query: String) throws(SearchError) -> Concordance {
    do throws(Concordance.Failure) {
      return try options.isExpression
        ? Concordance(expression: query, keepsAccents: options.keepsAccents)
        : Concordance(query, keepsAccents: options.keepsAccents)
    } catch {
      switch error {
      case .emptyQuery: throw .emptyQuery
      case .pattern(let place): throw .expression(query, column: place + 1)
      case .effort: throw .effort(query, searched: 0)
      }
    }
  }

  private func language(of side: SearchAnswer.Side) -> LanguageTag {
    side == .source ? pair.source : pair.target
  }

  /// Reads the units, the latest changed first, until there are enough hits.
  private func answer(_ query: String, _ walk: inout SearchWalk) throws -> SearchAnswer {
    let order = walk.found.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.map(\.key)
    var hits = [SearchAnswer.Hit]()
    for start in stride(from: 0, to: order.count, by: 100) {
      for unit in try store.units(Array(order[start..<min(start + 100, order.count)])) {
        hits += self.hits(in: unit, &walk)
        if let limit = options.limit, hits.count > limit {
          return SearchAnswer(query: query, hits: Array(hits[..<limit]), isCut: true)
        }
      }
    }
    return SearchAnswer(query: query, hits: hits, isCut: false)
  }

  /// The hits of a unit; every pair of a source and a target text is a separate hit.
  private func hits(in stored: StoredUnit, _ walk: inout SearchWalk) -> [SearchAnswer.Hit] {
    var hits = [SearchAnswer.Hit]()
    for source in stored.unit.variants(answering: pair.source) {
      for target in stored.unit.variants(answering: pair.target) {
        for side in SearchAnswer.Side.allCases where options.sides.contains(side) {
          let spans = walk.spans(in: side == .source ? source : target)
          if spans.isEmpty { continue }
          hits.append(
            SearchAnswer.Hit(
              unit: stored.id, memory: stored.memory, side: side, source: source.text,
              target: target.text, spans: spans,
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
  /// Searches every text of the memories for a query.
  ///
  /// - Parameters:
  ///   - query: the text or regular expression to look for.
  ///   - pair: the languages of the two sides.
  ///   - options: the options.
  /// - Returns: the units that hold the query, the latest changed first.
  /// - Throws: `WorkspaceError`: of the kind `emptyQuery` if the query has no text to look for,
  ///   `request` if the expression has an error or takes too long.
  public func search(
    _ query: String, pair: LanguagePair, options: SearchOptions = SearchOptions()
  ) throws(WorkspaceError) -> SearchAnswer {
    try WorkspaceError.carrying {
      let chosen =
        options.memories.isEmpty ? nil : options.memories.map { ResourceChoice(name: $0) }
      let memories = try takingPart(.memory, in: pair, chosen: chosen)
      let search = Search(
        store: store, pair: pair, options: options, memories: Set(memories.map(\.stored.id)))
      return try search.withRenderings(search.answer(query), aligners: hitAligners)
    }
  }
}
