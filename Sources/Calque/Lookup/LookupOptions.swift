public import CalqueModel

/// The options of a lookup.
public struct LookupOptions: Sendable {
  /// The language of the queries and the language of the translations.
  public var pair: LanguagePair
  /// The minimum score to report, from 1 to 102; above 100 are equal texts in the same context.
  ///
  /// Another number is an error of the kind `request`.
  public var minimum = 70
  /// The maximum number of matches to report; below 1, no matches are looked for.
  public var limit = 5
  /// The only memories that take part, by name, with an extra penalty each; nil for all.
  public var memories: [String: Int]?
  /// The extra penalty of a memory, by name, if all memories take part.
  public var memoryPenalties: [String: Int] = [:]
  /// The penalty of each status; a status that is missing has none.
  public var statusPenalties: [UnitStatus: Int] = [:]
  /// The penalty of a text in another region's language, if the pair names a region.
  public var regionPenalty = 0
  /// The penalty of a unit that an alignment made, for each tenth of confidence below .9.
  ///
  /// With the default, a pair of confidence .62 loses 14 points, so that it stands below a pair
  /// that a person made.
  public var alignedPenalty = 5
  /// The only glossaries that take part, by name, in the order in which they answer; empty for all.
  public var glossaries: [String] = []
  /// The glossaries that answer before the others, by name, if all take part.
  public var firstGlossaries: [String] = []
  /// Whether only equal texts match.
  public var isExact = false
  /// Whether the reference scan answers instead of the index.
  public var usesScan = false
  /// Whether to measure the time.
  public var isTimed = false
  /// Whether to explain the score and the rank of each match.
  public var isExplained = false
  /// Whether to look for the parts of a text that stand in the memory.
  public var seeksFragments = false
  /// Whether to look for the best score below the minimum if nothing matches.
  public var seeksClosest = false

  /// A lookup in a pair of languages, with the command's defaults.
  public init(pair: LanguagePair) { self.pair = pair }
}
