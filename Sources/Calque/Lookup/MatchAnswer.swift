public import CalqueMatch
public import CalqueModel

/// A match: a source segment and one of its translations.
public struct MatchAnswer: Hashable, Sendable {
  /// The kind of a match.
  public enum Kind: String, Sendable {
    /// The texts are equal.
    case exact
    /// The texts are alike.
    case fuzzy
    /// The texts are equal, and so is what stands around them.
    case context
  }

  /// A penalty that reduces the score.
  public struct Penalty: Hashable, Sendable {
    /// The penalty's reason: `memory`, `status`, `region` or `aligned`.
    public let name: String
    /// The penalty's points.
    public let points: Int
  }

  /// The reported score, from 0 to 102, after penalties.
  public let score: Int
  /// The kind of the match.
  public let kind: Kind
  /// The segment, byte for byte as it is stored.
  public let source: String
  /// The translation: byte for byte as it is stored, or adapted to the numbers and dates of the
  /// query.
  public let target: String
  /// The translation as it is stored, if `target` is adapted; else nil.
  public let original: String?
  /// The first of the units that hold this pair of texts.
  public let unit: UnitID
  /// The memory that holds that unit.
  public let memory: String
  /// All memories that hold this pair of texts.
  public internal(set) var memories: [String]
  /// The status of the translation.
  public let status: UnitStatus
  /// The penalties that reduced the score.
  public let penalties: [Penalty]
  /// The differences that may change the meaning.
  public let flags: [MatchFlag]
  /// The parts of the context that agree, if the texts are equal; each of the first two adds a
  /// point to 100.
  public let context: [SegmentContext.Part]
  /// The time of the unit's last change, as its file or its editor states it.
  public let changed: Instant?
  /// The confidence with which an alignment made the unit, from 0 to 1; nil if a person or another
  /// tool made or reviewed the unit.
  public let aligned: Double?
  /// The comparison of the query's text with `source`, which covers both whole, in order;
  /// the dateline before a news story's lead is left out if the lead alone matches better.
  public internal(set) var differences: [Difference]
  /// The explanation of the score and the rank; nil if it was not requested.
  public internal(set) var explanation: Explanation?
}
