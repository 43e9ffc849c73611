import TestSupport

/// What the contract says of a query and a stored text.
struct TwinScore: Equatable {
  let distance: Int
  let base: Int
  let reported: Int

  init?(_ query: TwinText, _ stored: TwinText) {
    let weight = max(query.totalWeight, stored.totalWeight)
    if query.tokens.isEmpty || stored.tokens.isEmpty || weight == 0 { return nil }
    distance = Self.distance(query.tokens, stored.tokens)
    base = max(0, 100 * (weight - distance) / weight)
    var points = base
    if Self.isShort(query), query.folded != stored.folded {
      let (a, b) = (Array(query.folded.unicodeScalars), Array(stored.folded.unicodeScalars))
      let longer = max(a.count, b.count)
      points = max(points, min(84, 100 * (longer - Self.levenshtein(a, b)) / longer))
    }
    reported = query.text == stored.text ? 100 : min(99, points)
  }

  static func isShort(_ query: TwinText) -> Bool {
    let length = query.text.unicodeScalars.count
    return length <= 24 || (query.tokens.count <= 3 && length <= 64)
  }

  /// The cheapest edit script, by the whole matrix.
  static func distance(_ a: [TwinToken], _ b: [TwinToken]) -> Int {
    matrix(
      a, b, insertion: { $0.weight }, deletion: { $0.weight }, substitution: Self.substitution)
  }

  static func levenshtein(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    matrix(
      a, b, insertion: { _ in 1 }, deletion: { _ in 1 }, substitution: { $0 == $1 ? 0 : 1 })
  }

  static func substitution(_ a: TwinToken, _ b: TwinToken) -> Int {
    guard a.classKey == b.classKey else { return max(a.weight, b.weight) }
    if a.plain == b.plain { return 0 }
    switch a.kind {
    case .punctuation: return 0
    case .number: return a.weight * 20 / 100
    case .url, .email, .tag, .placeholder: return a.weight * 80 / 100
    case .word:
      if a.folded == b.folded { return a.weight * 5 / 100 }
      let (x, y) = (Array(a.folded.unicodeScalars), Array(b.folded.unicodeScalars))
      return min(
        a.weight * 80 / 100, a.weight * levenshtein(x, y) / max(x.count, y.count))
    }
  }

  private static func matrix<Element>(
    _ a: [Element], _ b: [Element], insertion: (Element) -> Int, deletion: (Element) -> Int,
    substitution: (Element, Element) -> Int
  ) -> Int {
    var cost = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in a.indices { cost[i + 1][0] = cost[i][0] + deletion(a[i]) }
    for j in b.indices { cost[0][j + 1] = cost[0][j] + insertion(b[j]) }
    for i in a.indices {
      for j in b.indices {
        cost[i + 1][j + 1] = min(
          cost[i][j] + substitution(a[i], b[j]), cost[i][j + 1] + deletion(a[i]),
          cost[i + 1][j] + insertion(b[j]))
      }
    }
    return cost[a.count][b.count]
  }
}
