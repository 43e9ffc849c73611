/// Warnings about a term.
public struct TermFlags: OptionSet, Hashable, Sendable {
  /// The flags as stored.
  public let rawValue: Int
  /// Wraps flags as stored.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// The term names something else: *Bercy* means a ministry.
  public static let metonym = TermFlags(rawValue: 1)
  /// The term has other meanings as well.
  public static let ambiguous = TermFlags(rawValue: 2)
  /// The term resembles a word of the other language with another meaning.
  public static let falseFriend = TermFlags(rawValue: 4)
  /// The translation keeps the term unchanged.
  public static let doNotTranslate = TermFlags(rawValue: 8)
  /// The term is recognised only in its own upper and lower case.
  public static let caseSensitive = TermFlags(rawValue: 16)

  /// The term is recognised in texts and never printed as a translation.
  public static let sourceOnly = TermFlags(rawValue: 32)
  /// The term is printed as a translation and never recognised in texts.
  public static let targetOnly = TermFlags(rawValue: 64)

  /// Every flag with its name in files and answers, in the order of writing.
  public static let named: [(flag: TermFlags, name: String)] = [
    (.metonym, "metonym"), (.ambiguous, "ambiguous"), (.falseFriend, "false-friend"),
    (.doNotTranslate, "do-not-translate"), (.caseSensitive, "case"),
    (.sourceOnly, "source-only"), (.targetOnly, "target-only"),
  ]

  /// The names of the flags that are set.
  public var names: [String] { Self.named.filter { contains($0.flag) }.map(\.name) }

  /// Finds the flag with a name; nil for any other word.
  public init?(name: String) {
    guard let named = Self.named.first(where: { $0.name == name }) else { return nil }
    self = named.flag
  }
}
