/// The numbers of entries that a lookup in the index looked at, equal in every run.
public struct LookupCounts: Hashable, Sendable {
  /// The postings that were read; for a short query, also the first words of signatures.
  public var postings = 0
  /// The records that were read; for a short query, also the whole signatures that passed.
  public var records = 0
  /// The units whose overlap of classes was counted.
  public var overlaps = 0
  /// The units whose edit distance was computed.
  public var distances = 0

  /// Counts of 0.
  public init() {}
}
