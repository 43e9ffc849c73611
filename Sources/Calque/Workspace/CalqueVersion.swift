/// The version of this build of Calque.
public enum CalqueVersion {
  /// The version, by semantic versioning.
  public static let current = "0.1.0"
}
