/// Whether a term is to be used; the raw value is stored, in the order of preference.
public enum TermStatus: Int, CaseIterable, Sendable {
  /// The one to use.
  case preferred = 0
  /// May be used.
  case admitted = 1
  /// Must not be used.
  case forbidden = 2

  /// The word for it, in files and in answers.
  public var name: String {
    switch self {
    case .preferred: "preferred"
    case .admitted: "admitted"
    case .forbidden: "forbidden"
    }
  }

  /// The status with a name; nil for any other word.
  public init?(name: String) {
    guard let status = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = status
  }
}
