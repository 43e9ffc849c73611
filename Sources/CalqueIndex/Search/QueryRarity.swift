internal import CalqueMatch
internal import CalqueModel
internal import CalqueText

/// The rarity of the query's classes over all parts, computed when it is first needed.
struct QueryRarity {
  /// The weight of each distinct class, in hundredths, times its factor of rarity.
  private var costs: [Int] = []

  /// The sum of the costs of the query's classes that a row of a part lacks.
  mutating func missing(
    _ query: borrowing IndexedQuery, _ lexicon: borrowing QueryLexicon,
    _ prepared: borrowing [PartQuery], _ parts: borrowing [LivePart], _ place: Int,
    _ row: borrowing TokenRow
  ) -> Int {
    if costs.isEmpty { costs = Self.costs(query, lexicon, prepared, parts) }
    var isHeld = [Bool](repeating: false, count: costs.count)
    for number in row.classes {
      if let known = prepared[place].place(of: number) {
        isHeld[prepared[place].classes[known].distinct] = true
      }
    }
    var sum = 0
    for (distinct, cost) in costs.enumerated() where !isHeld[distinct] { sum += cost }
    return sum
  }

  private static func costs(
    _ query: borrowing IndexedQuery, _ lexicon: borrowing QueryLexicon,
    _ prepared: borrowing [PartQuery], _ parts: borrowing [LivePart]
  ) -> [Int] {
    let all = parts.reduce(0) { $0 + $1.count }
    var holding = [Int](repeating: 0, count: query.classes.count)
    for place in parts.indices {
      for known in prepared[place].classes {
        holding[known.distinct] += parts[place].holding(known.number)
      }
    }
    return holding.enumerated().map { distinct, holding in
      Int(lexicon.weights[Int(query.classes[distinct])]) * 100
        * Rarity.factor(holding: holding, of: all)
    }
  }
}
