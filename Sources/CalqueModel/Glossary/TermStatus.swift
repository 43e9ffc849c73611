/// Whether a term is to be used; stores hold the raw value, which orders by preference.
public enum TermStatus: Int, CaseIterable, Sendable {
  /// The term to use.
  case preferred = 0
  /// The term may be used.
  case admitted = 1
  /// The term must not be used.
  case forbidden = 2

  /// The status's name in files and answers.
  public var name: String {
    switch self {
    case .preferred: "preferred"
    case .admitted: "admitted"
    case .forbidden: "forbidden"
    }
  }

  /// Finds the status with a name; nil for any other word.
  public init?(name: String) {
    guard let status = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = status
  }
}
