/// The degree of trust in a unit's translation; stores hold the raw value.
public enum UnitStatus: Int, CaseIterable, Sendable {
  /// A translation that is unfinished or made by a machine.
  case draft = 0
  /// A person's translation.
  case translated = 1
  /// A translation that a second person has read.
  case reviewed = 2
  /// A translation that is signed off.
  case approved = 3
  /// A wrong translation, which is never a match.
  case rejected = 4

  /// The status's name in files and answers.
  public var name: String {
    switch self {
    case .draft: "draft"
    case .translated: "translated"
    case .reviewed: "reviewed"
    case .approved: "approved"
    case .rejected: "rejected"
    }
  }

  /// Finds the status with a name; nil for any other word.
  public init?(name: String) {
    guard let status = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = status
  }
}
