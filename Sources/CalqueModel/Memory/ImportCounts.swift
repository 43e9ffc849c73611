/// The outcome of an import, in numbers of units or concepts.
public struct ImportCounts: Hashable, Sendable {
  /// Newly stored ones.
  public var stored = 0
  /// Ones that the store held already.
  public var known = 0
  /// Ones with nothing to store, by reason.
  public var skipped: [String: Int] = [:]
  /// Ones that cannot be stored.
  public var refused = 0
  /// Ones of the store that the file no longer has, removed; not among those that were read.
  public var removed = 0

  /// Starts with nothing read.
  public init() {}

  /// All that were read: the sum of the other counts.
  public var read: Int { stored + known + skipped.values.reduce(0, +) + refused }
}
