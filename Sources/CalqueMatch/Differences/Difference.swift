/// A piece of a match's source, as it reads beside the query that found it.
package struct Difference: Equatable, Sendable {
  /// Whose piece it is.
  package enum Kind: Sendable {
    /// Both have it; it is shown as the match writes it.
    case same
    /// Only the match has it.
    case added
    /// Only the query has it.
    case missing
  }

  /// Whose piece it is.
  package let kind: Kind
  /// The piece, as it is written there.
  package let text: String

  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
