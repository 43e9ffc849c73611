/// A range of scores, for the analysis of a file.
public enum MatchBand: String, CaseIterable, Sendable {
  /// A later occurrence of a text within the file.
  case repetition = "repetitions"
  /// 101 and 102: the texts are equal, and so is what stands around.
  case context = "101-102"
  /// The texts are equal.
  case exact = "100"
  /// 95 to 99.
  case from95 = "95-99"
  /// 85 to 94.
  case from85 = "85-94"
  /// 75 to 84.
  case from75 = "75-84"
  /// 50 to 74.
  case from50 = "50-74"
  /// Below 50.
  case none = "none"

  /// The lowest score that any band but `none` holds.
  public static let minimum = 50

  /// The band of a score; nil is no match.
  public init(score: Int?) {
    switch score ?? 0 {
    case 101...: self = .context
    case 100: self = .exact
    case 95..<100: self = .from95
    case 85..<95: self = .from85
    case 75..<85: self = .from75
    case 50..<75: self = .from50
    default: self = .none
    }
  }
}
