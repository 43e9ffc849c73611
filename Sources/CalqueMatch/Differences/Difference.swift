/// A stretch of a query and of a match's source that is the same in both, or differs.
///
/// The differences of a match are the whole of both texts, in order: all tokens that are the same,
/// or that differ, between two places where that changes are one stretch, with the white space
/// between them. White space between two stretches belongs to neither. Places are UTF-8 bytes.
///
///     // query: Le grand sommet      match: Le prochain sommet de Paris
///     // same     Le     | Le
///     // changed  grand  | prochain
///     // same     sommet | sommet
///     // added           | de Paris
public struct Difference: Hashable, Sendable {
  /// How a stretch of the one text relates to the other text.
  public enum Kind: String, CaseIterable, Sendable {
    /// Both texts have it; at most its typography differs.
    case same
    /// The match has it, the query lacks it.
    case added
    /// The query has it, the match lacks it.
    case removed
    /// The match has something else in its place.
    case changed
  }

  /// How the stretch relates to the other text.
  public let kind: Kind
  /// Where it is in the query; nil where it is added.
  public let query: Range<Int>?
  /// Where it is in the match's source; nil where it is removed.
  public let match: Range<Int>?

  /// Names a stretch.
  public init(_ kind: Kind, query: Range<Int>?, match: Range<Int>?) {
    self.kind = kind
    self.query = query
    self.match = match
  }
}
