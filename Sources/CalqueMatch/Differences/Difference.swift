/// A stretch of a query and of a match's source, either equal or different in the two texts.
///
/// The differences of a match cover both texts whole, in order. A stretch is the longest run of
/// tokens that are all equal or all different, with the white space between them. White space
/// between two stretches belongs to neither stretch. Places are UTF-8 bytes.
///
///     // query: Le grand sommet      match: Le prochain sommet de Paris
///     // same     Le     | Le
///     // changed  grand  | prochain
///     // same     sommet | sommet
///     // added           | de Paris
public struct Difference: Hashable, Sendable {
  /// The relations between the two texts of a stretch.
  public enum Kind: String, CaseIterable, Sendable {
    /// Both texts have the stretch; at most the typography differs.
    case same
    /// Only the match has the stretch.
    case added
    /// Only the query has the stretch.
    case removed
    /// The match has other tokens in the place of the query's.
    case changed
  }

  /// The relation between the two texts.
  public let kind: Kind
  /// The place of the stretch in the query; nil if the stretch is added.
  public let query: Range<Int>?
  /// The place of the stretch in the match's source; nil if the stretch is removed.
  public let match: Range<Int>?

  /// A stretch with its places.
  public init(_ kind: Kind, query: Range<Int>?, match: Range<Int>?) {
    self.kind = kind
    self.query = query
    self.match = match
  }
}
