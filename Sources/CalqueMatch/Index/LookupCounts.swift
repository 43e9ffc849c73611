/// What a lookup by the index touched: figures without noise.
public struct LookupCounts: Hashable, Sendable {
  /// Postings whose remaining weight was looked at.
  public var postings = 0
  /// Records whose weight and signature were looked at.
  public var records = 0
  /// Units whose overlap of classes was computed.
  public var overlaps = 0
  /// Units whose edit distance was computed.
  public var distances = 0

  /// Nothing touched.
  public init() {}
}
