/// The place of a token among the scalars of a `ScalarText`.
package struct TokenSpan: Equatable, Sendable {
  /// The token's kind.
  package let kind: TokenKind
  /// The place of the first scalar.
  package let start: Int
  /// The place behind the last scalar.
  package let end: Int
}
