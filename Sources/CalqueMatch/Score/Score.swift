package import CalqueText

/// The likeness of a query and a stored text.
///
///     M = max(Wa, Wb);  D = cheapest edit script;  base = max(0, ⌊100 · (M − D) / M⌋)
///
/// Wa and Wb are the sums of the tokens' weights, D is the weighted edit distance, all in
/// hundredths. Short queries are also compared by characters (`ShortQuery`). 100 is reported only
/// if the two texts are equal in NFC with their ends trimmed; every other score is at most 99.
///
/// `Scan` and the index's `IndexSearcher` put the points of many texts together from the same parts.
public struct Score: Hashable, Sendable {
  /// The reported score, from 0 to 100, before penalties.
  public let points: Int
  /// The edit distance D, in hundredths.
  public let distance: Int
  /// The larger total weight M, in hundredths, above 0.
  public let weight: Int

  package init(points: Int, distance: Int, weight: Int) {
    self.points = points
    self.distance = distance
    self.weight = weight
  }

  /// The score that comes from tokens alone: base in the formula above.
  public static func base(distance: Int, weight: Int) -> Int {
    max(0, 100 * (weight - distance) / weight)
  }

  /// The maximum distance at which base reaches `points`.
  package static func limit(points: Int, weight: Int) -> Int {
    weight - (points * weight + 99) / 100
  }

  /// The score of a short query that comes from characters, if the folded texts differ.
  package static func short(distance: Int, longer: Int) -> Int {
    min(ShortQuery.ceiling, 100 * (longer - distance) / longer)
  }

  /// The score of two texts, computed without an index or a scan.
  ///
  /// - Parameters:
  ///   - query: the text that is looked up.
  ///   - stored: the text of a memory.
  ///   - limit: the maximum distance of interest; a low limit shortens the comparison of long
  ///     texts.
  /// - Returns: the score; nil if one of the texts has no tokens or the distance is above the
  ///   limit.
  package static func of(
    _ query: ComparedText, _ stored: ComparedText, limit: Int = .max
  ) -> Score? {
    guard !query.tokens.isEmpty, !stored.tokens.isEmpty else { return nil }
    if query.normalized == stored.normalized { return of(query, stored, distance: 0) }
    // A cheapest script keeps the tokens that are equal at both ends: only the rest need numbers.
    let rest = PairLexicon.rest(query, stored)
    let lexicon = PairLexicon(query.tokens[rest.query], stored.tokens[rest.stored])
    let start = rest.query.lowerBound
    var edit = EditDistance()
    let within = edit.distance(lexicon.query, lexicon.stored, limit: limit) { i, j in
      let token = query.tokens[start + i]
      return SubstitutionCost.cost(
        token.kind, weight: token.weight, folded: token.folded,
        folded: stored.tokens[start + j].folded)
    }
    if let within { return of(query, stored, distance: within) }
    // Without a limit, a distance beyond the numbers of `EditDistance` is the whole weight.
    return limit == .max
      ? of(query, stored, distance: max(query.totalWeight, stored.totalWeight)) : nil
  }

  /// The score of two texts whose edit distance is known.
  ///
  /// - Returns: the score; nil if one of the texts has no tokens.
  package static func of(
    _ query: ComparedText, _ stored: ComparedText, distance: Int
  ) -> Score? {
    let weight = max(query.totalWeight, stored.totalWeight)
    guard !query.tokens.isEmpty, !stored.tokens.isEmpty, weight > 0 else { return nil }
    if query.normalized == stored.normalized {
      return Score(points: 100, distance: 0, weight: weight)
    }
    var points = base(distance: distance, weight: weight)
    if ShortQuery.isShort(scalars: query.normalized.count, tokens: query.tokens.count),
      query.folded != stored.folded
    {
      let longer = max(query.folded.count, stored.folded.count)
      points = max(
        points,
        short(distance: Levenshtein.distance(query.folded, stored.folded), longer: longer))
    }
    return Score(points: min(99, points), distance: distance, weight: weight)
  }
}
