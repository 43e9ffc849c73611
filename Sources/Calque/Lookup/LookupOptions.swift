public import CalqueModel

/// What a lookup asks for beside its text.
public struct LookupOptions: Sendable {
  /// The languages asked in and answered in.
  public var pair: LanguagePair
  /// The lowest score to report, from 1 to 100.
  public var minimum = 70
  /// The most matches to report; below 1 none is looked for.
  public var limit = 5
  /// The memories that take part by name, with extra points that each costs; nil for all.
  public var memories: [String: Int]?
  /// Extra points that a memory costs, by name, where all take part.
  public var memoryPenalties: [String: Int] = [:]
  /// The points that each status costs; what is missing costs nothing.
  public var statusPenalties: [UnitStatus: Int] = [:]
  /// The points that a text in another region's language costs, where the pair names a region.
  public var regionPenalty = 0
  /// The glossaries whose terms alone take part, by name, in the order in which they answer; empty
  /// for all.
  public var glossaries: [String] = []
  /// Of all glossaries, those that answer before the others, by name.
  public var firstGlossaries: [String] = []
  /// Whether only equal texts match.
  public var isExact = false
  /// Whether the reference scan answers instead of the index.
  public var usesScan = false
  /// Whether to measure the time.
  public var isTimed = false
  /// Whether to tell how each match came by its score and its place.
  public var isExplained = false
  /// Whether to look for the best score below the minimum where nothing matches.
  public var seeksClosest = false

  /// A lookup in a pair of languages, otherwise as the command does it unless told.
  public init(pair: LanguagePair) { self.pair = pair }
}
