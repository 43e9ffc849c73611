/// What a lookup by the index touched: figures without noise.
public struct LookupCounts: Hashable, Sendable {
  /// Postings that were looked at; for a short query also the first words of signatures.
  public var postings = 0
  /// Records that were looked at; for a short query also the whole signatures that passed.
  public var records = 0
  /// Units whose overlap of classes was computed.
  public var overlaps = 0
  /// Units whose edit distance was computed.
  public var distances = 0

  /// Nothing touched.
  public init() {}
}
