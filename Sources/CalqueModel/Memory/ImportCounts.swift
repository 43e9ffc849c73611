/// What became of everything that an import read.
public struct ImportCounts: Hashable, Sendable {
  /// Units or concepts that are now in the store.
  public var stored = 0
  /// Those that were there already.
  public var known = 0
  /// Those that hold nothing to store, by reason.
  public var skipped: [String: Int] = [:]
  /// Those that cannot be stored.
  public var refused = 0

  /// Nothing read yet.
  public init() {}

  /// Everything that was read: always the sum of the others.
  public var read: Int { stored + known + skipped.values.reduce(0, +) + refused }
}
