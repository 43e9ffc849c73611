/// Why the store cannot be used; every case makes the command exit with 3.
public enum StoreError: Error, Sendable {
  /// No store stands at the path.
  case missing(path: String)
}

extension StoreError: CustomStringConvertible {
  /// The message for people, without a final full stop.
  public var description: String {
    switch self {
    case .missing(let path):
      "no store at \(path); make one with: calque init"
    }
  }
}
