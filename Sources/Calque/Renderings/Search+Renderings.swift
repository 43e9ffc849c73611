import CalqueModel
import CalqueStore

extension Search {
  /// An answer with what the other side says for the query.
  ///
  /// The renderings come from all units where the words of the memories are linked, else from the
  /// hits.
  func withRenderings(
    _ answer: SearchAnswer, aligners: HitAligners
  ) throws -> SearchAnswer {
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
      answer.renderings = HitRenderings(
        pair: pair, aligner: try aligners.aligner(for: pair) { try background() }
      ).renderings(
        of: answer.hits.filter { ($0.side == .source) == isSource },
        limit: RenderingFinder.limit)
    }
    return answer
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

  private static let backgroundUnits = 100

  /// The words of a query, without the quotation marks around a phrase.
  private static func phrase(_ query: String) -> String {
    String(query.drop { $0 == "\"" }.reversed().drop { $0 == "\"" }.reversed())
  }
}
