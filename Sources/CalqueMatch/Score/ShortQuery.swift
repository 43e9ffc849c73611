/// The rule for short queries, which match by characters as well as by tokens.
public enum ShortQuery {
  /// The maximum number of scalars of a short query, whatever its number of tokens.
  public static let scalars = 24
  /// The maximum number of tokens of a short query of up to `scalarsOfFewTokens` scalars.
  public static let tokens = 3
  /// The maximum number of scalars of a short query of up to `tokens` tokens.
  public static let scalarsOfFewTokens = 64
  /// The maximum score that characters alone can reach.
  public static let ceiling = 84

  /// Whether a query is short, by the numbers of its trimmed scalars and of its tokens.
  public static func isShort(scalars: Int, tokens: Int) -> Bool {
    scalars <= Self.scalars || tokens <= Self.tokens && scalars <= scalarsOfFewTokens
  }
}
