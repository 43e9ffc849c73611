package import CalqueText

/// The weighted edit distance of two token rows, in hundredths.
///
/// R. A. Wagner, M. J. Fischer, "The String-to-String Correction Problem", JACM 21 (1974), with
/// weights that depend only on a token's class. Inserting or deleting a token costs its weight.
/// Exchanging a token for one of another class costs the larger weight of the two. Exchanging a
/// token for another one of its class costs a share of the weight (`SubstitutionCost`).
///
/// Equal tokens at both ends are set aside first: by the triangle inequality, a cheapest script
/// keeps them. Then only cells within the limit are computed (E. Ukkonen, "Algorithms for
/// Approximate String Matching", Information and Control 64, 1985).
///
/// - Complexity: O(m · n) time at worst for m and n tokens; O(n) memory, which is kept for the next
///   pair.
package struct EditDistance: Sendable {
  private var row: [UInt32] = []
  private static let beyond = UInt32.max / 2

  package init() {}

  /// The distance; nil if it is above the limit.
  ///
  /// - Parameters:
  ///   - a: the query's tokens.
  ///   - b: the stored text's tokens.
  ///   - limit: the maximum distance of interest, in hundredths.
  ///   - within: returns the cost of exchanging two tokens of one class whose forms differ, by
  ///     their places in `a` and `b`.
  /// - Returns: the distance in hundredths; nil if it is above the limit.
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
      var rest = 0
      for place in start..<endA { rest += Int(a.weights[place]) }
      for place in start..<endB { rest += Int(b.weights[place]) }
      return rest <= limit ? rest : nil
    }
    if row.count < endB - start + 1 {
      row = [UInt32](repeating: 0, count: max(64, (endB - start + 1) * 2))
    }
    // Unsafe, because this is the innermost loop of the product. Every index lies within
    // `start..<endA` or `start..<endB`, which were counted above.
    return unsafe row.withUnsafeMutableBufferPointer { row in
      unsafe a.withTables { a in
        unsafe b.withTables { b in
          unsafe Self.fill(row, a, start..<endA, b, start..<endB, limit, within)
        }
      }
    }
  }

  /// Computes the matrix row by row, and returns its last cell if that is within the limit.
  private static func fill(
    _ row: UnsafeMutableBufferPointer<UInt32>, _ a: TokenRow.Tables, _ rangeA: Range<Int>,
    _ b: TokenRow.Tables, _ rangeB: Range<Int>, _ limit: UInt32, _ within: (Int, Int) -> UInt32
  ) -> Int? {
    let start = rangeB.lowerBound
    let count = rangeB.count
    unsafe row[0] = 0
    for place in 0..<count {
      unsafe row[place + 1] = min(row[place] &+ b.weights[start + place], beyond)
    }
    // In the row above, the cells left of `first` and right of `last` are above the limit.
    var (first, last) = (0, count)
    while last > 0, unsafe row[last] > limit { last -= 1 }
    for i in rangeA {
      let (weight, number, form) = unsafe (a.weights[i], a.classes[i], a.forms[i])
      var diagonal = unsafe row[first]
      var left = min(diagonal &+ weight, beyond)
      unsafe row[first] = left
      var nextLast = left <= limit ? first : -1
      var nextFirst = nextLast
      var place = first + 1
      while place <= count {
        // Behind `last + 1`, only insertions lead to a cell, here from a cell above the limit.
        if place > last + 1, left > limit { break }
        let above = place <= last ? unsafe row[place] : beyond
        let j = start + place - 1
        let weightB = unsafe b.weights[j]
        let exchange: UInt32
        if unsafe number == b.classes[j] {
          exchange = unsafe form == b.forms[j] ? 0 : within(i, j)
        } else {
          exchange = max(weight, weightB)
        }
        let cost = min(min(diagonal &+ exchange, above &+ weight), min(left &+ weightB, beyond))
        diagonal = above
        unsafe row[place] = cost
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
    return last == count ? unsafe Int(row[count]) : nil
  }
}

/// The cost of exchanging two tokens of one class whose plain forms differ.
package enum SubstitutionCost {
  /// The minimum cost of exchanging two tokens of a kind, in the unit of `weight`.
  package static func minimum(_ kind: TokenKind, weight: Int) -> Int {
    switch kind {
    case .word, .punctuation: 0
    case .number, .tag, .placeholder, .url, .email:
      Int(cost(kind, weight: weight, folded: [], folded: []))
    }
  }

  /// The cost of exchanging two tokens of a kind, in the unit of `weight`.
  ///
  /// Words whose folded forms are equal cost 5 % of the weight. Other words cost the Levenshtein
  /// distance of their folded forms as a share of the longer form's length, at most 80 %. Numbers
  /// cost 20 %. Tags, placeholders, URLs and e-mail addresses cost 80 %. Punctuation costs nothing.
  /// Every cost is rounded down.
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
