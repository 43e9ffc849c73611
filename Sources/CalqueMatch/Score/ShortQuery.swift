/// The rule for short queries: they match by characters as well as by tokens.
public enum ShortQuery {
  /// The most scalars that a query of any number of tokens may have.
  public static let scalars = 24
  /// The most tokens that a query of up to `scalarsOfFewTokens` scalars may have.
  public static let tokens = 3
  /// The most scalars that a query of few tokens may have.
  public static let scalarsOfFewTokens = 64
  /// The highest score that characters alone can reach.
  public static let ceiling = 84

  /// Whether a trimmed query of so many scalars and tokens is short.
  public static func isShort(scalars: Int, tokens: Int) -> Bool {
    scalars <= Self.scalars || tokens <= Self.tokens && scalars <= scalarsOfFewTokens
  }
}
