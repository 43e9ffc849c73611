/// A token as a run of scalars of a `ScalarText`.
package struct TokenSpan: Equatable, Sendable {
  /// What it is.
  package let kind: TokenKind
  /// Its first scalar.
  package let start: Int
  /// The scalar behind its last.
  package let end: Int
}
