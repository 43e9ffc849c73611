/// How far a unit's translation is trusted; the raw value is stored.
public enum UnitStatus: Int, CaseIterable, Sendable {
  /// Begun, or made by a machine.
  case draft = 0
  /// Translated by somebody.
  case translated = 1
  /// Read by a second person.
  case reviewed = 2
  /// Signed off.
  case approved = 3
  /// Known to be wrong: never a match.
  case rejected = 4

  /// The word for it, in files and in answers.
  public var name: String {
    switch self {
    case .draft: "draft"
    case .translated: "translated"
    case .reviewed: "reviewed"
    case .approved: "approved"
    case .rejected: "rejected"
    }
  }

  /// The status with a name; nil for any other word.
  public init?(name: String) {
    guard let status = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = status
  }
}
