package import CalqueText

/// The weighted edit distance of two token rows, in hundredths.
///
/// R. A. Wagner, M. J. Fischer, "The String-to-String Correction Problem", JACM 21 (1974), with
/// weights that depend only on a token's class: inserting or deleting a token costs its weight;
/// exchanging it for one of another class the larger weight; for one of its own class a share of the
/// weight (see `SubstitutionCost`).
///
/// Equal tokens at both ends are set aside first: by the triangle inequality some cheapest script
/// keeps them. Then only cells within `limit` are computed (E. Ukkonen, "Algorithms for Approximate
/// String Matching", Information and Control 64, 1985). O(m · n) at worst, in O(n) memory, which the
/// value keeps for the next pair.
package struct EditDistance: Sendable {
  private var row: [UInt32] = []
  private static let beyond = UInt32.max / 2

  package init() {}

  /// The distance, or nil where it is above `limit`.
  ///
  /// - Parameters:
  ///   - a: the query's tokens.
  ///   - b: the stored text's tokens.
  ///   - limit: the largest distance of interest, in hundredths.
  ///   - within: the cost of exchanging two tokens of one class whose forms differ, by their places.
  /// - Returns: the distance in hundredths, at most `limit`; else nil.
  package mutating func distance(
    _ a: borrowing TokenRow, _ b: borrowing TokenRow, limit: Int, within: (Int, Int) -> UInt32
  ) -> Int? {
    guard limit >= 0 else { return nil }
    var (start, endA, endB) = (0, a.count, b.count)
    while start < endA, start < endB, a.forms[start] == b.forms[start] { start += 1 }
    while endA > start, endB > start, a.forms[endA - 1] == b.forms[endB - 1] {
      endA -= 1
      endB -= 1
    }
    let limit = UInt32(min(limit, Int(Self.beyond) - 1))
    if start == endA || start == endB {
      var rest: UInt32 = 0
      for place in start..<endA { rest += a.weights[place] }
      for place in start..<endB { rest += b.weights[place] }
      return rest <= limit ? Int(rest) : nil
    }
    return fill(
      a.classes[start..<endA], a.forms[start..<endA], a.weights[start..<endA],
      b.classes[start..<endB], b.forms[start..<endB], b.weights[start..<endB], limit, within)
  }

  private mutating func fill(
    _ classesA: ArraySlice<UInt32>, _ formsA: ArraySlice<UInt32>, _ weightsA: ArraySlice<UInt32>,
    _ classesB: ArraySlice<UInt32>, _ formsB: ArraySlice<UInt32>, _ weightsB: ArraySlice<UInt32>,
    _ limit: UInt32, _ within: (Int, Int) -> UInt32
  ) -> Int? {
    let start = classesB.startIndex
    let count = classesB.count
    if row.count < count + 1 { row = [UInt32](repeating: 0, count: count + 1) }
    row[0] = 0
    for place in 0..<count {
      row[place + 1] = min(row[place] + weightsB[start + place], Self.beyond)
    }
    // Cells left of `first` and right of `last` are above the limit in the row above.
    var (first, last) = (0, count)
    while last > 0, row[last] > limit { last -= 1 }
    for i in classesA.indices {
      let (weight, number, form) = (weightsA[i], classesA[i], formsA[i])
      var diagonal = row[first]
      var left = first == 0 ? row[0] + weight : Self.beyond
      if first == 0 { row[0] = left } else { row[first] = min(row[first] + weight, Self.beyond) }
      if first > 0 { left = row[first] }
      var place = first + 1
      var nextLast = left <= limit ? first : -1
      var nextFirst = left <= limit ? first : -1
      while place <= count {
        // Right of the row above's last cell only insertions can come within the limit.
        if place > last + 1, left > limit { break }
        let above = place <= last ? row[place] : Self.beyond
        let j = start + place - 1
        let exchange: UInt32 =
          number == classesB[j]
          ? (form == formsB[j] ? 0 : within(i, j)) : max(weight, weightsB[j])
        let cost = min(diagonal + exchange, above + weight, left + weightsB[j], Self.beyond)
        diagonal = above
        row[place] = cost
        left = cost
        if cost <= limit {
          if nextFirst < 0 { nextFirst = place }
          nextLast = place
        }
        place += 1
      }
      if nextFirst < 0 { return nil }
      (first, last) = (nextFirst, nextLast)
    }
    return last == count ? Int(row[count]) : nil
  }
}

/// What it costs to exchange two tokens of one class whose plain forms differ.
package enum SubstitutionCost {
  /// The cost, in hundredths of the score's unit.
  ///
  /// Words whose folded forms are equal: 5 % of the weight. Other words: min(80 %, Levenshtein /
  /// longer length) of the folded forms. Numbers: 20 %. Tags, placeholders, URLs, e-mail addresses:
  /// 80 %. Rounded down.
  package static func cost(
    _ kind: TokenKind, weight: Int, folded a: [UInt32], folded b: [UInt32]
  ) -> UInt32 {
    switch kind {
    case .word:
      if a == b { return UInt32(weight * 5 / 100) }
      let distance = Levenshtein.distance(a, b)
      return UInt32(min(weight * 80 / 100, weight * distance / max(a.count, b.count)))
    case .number: return UInt32(weight * 20 / 100)
    case .punctuation: return 0
    case .tag, .placeholder, .url, .email: return UInt32(weight * 80 / 100)
    }
  }
}
