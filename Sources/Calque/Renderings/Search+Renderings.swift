import CalqueModel
import CalqueStore

extension Search {
  /// An answer with what the other side says for the query.
  ///
  /// The renderings come from all units where the words of the memories are linked, else from the
  /// hits.
  func withRenderings(_ answer: SearchAnswer) throws -> SearchAnswer {
    guard !options.isExpression, !options.ofRejected, !answer.hits.isEmpty else { return answer }
    var answer = answer
    let sources = answer.hits.count { $0.side == .source }
    let isSource = sources * 2 >= answer.hits.count
    let direction = isSource ? pair : pair.reversed
    if var finder = try RenderingFinder(
      store, pair: direction, memories: options.memories.isEmpty ? nil : memories)
    {
      answer.renderings = try finder.renderings(of: Self.phrase(answer.query))
    }
    if answer.renderings.isEmpty {
      answer.renderings = HitRenderings(pair: pair).renderings(
        of: answer.hits.filter { ($0.side == .source) == isSource },
        limit: RenderingFinder.limit)
    }
    return answer
  }

  /// The words of a query, without the quotation marks around a phrase.
  private static func phrase(_ query: String) -> String {
    String(query.drop { $0 == "\"" }.reversed().drop { $0 == "\"" }.reversed())
  }
}
