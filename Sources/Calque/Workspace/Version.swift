/// What this build of Calque calls itself.
public enum Calque {
  /// The version, by semantic versioning.
  public static let version = "0.1.0"
}
