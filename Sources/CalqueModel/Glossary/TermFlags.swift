/// What to beware of in a term.
public struct TermFlags: OptionSet, Hashable, Sendable {
  /// The flags as stored.
  public let rawValue: Int
  /// Flags as stored.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// A name that stands for something else: *Bercy* for a ministry.
  public static let metonym = TermFlags(rawValue: 1)
  /// Has other meanings as well.
  public static let ambiguous = TermFlags(rawValue: 2)
  /// Looks like a word of the other language that means something else.
  public static let falseFriend = TermFlags(rawValue: 4)
  /// Stays as it is in the translation.
  public static let doNotTranslate = TermFlags(rawValue: 8)
  /// Is recognised only in its own upper and lower case.
  public static let caseSensitive = TermFlags(rawValue: 16)

  /// Every flag with its word in files and answers, in the order they are written.
  public static let named: [(flag: TermFlags, name: String)] = [
    (.metonym, "metonym"), (.ambiguous, "ambiguous"), (.falseFriend, "false-friend"),
    (.doNotTranslate, "do-not-translate"), (.caseSensitive, "case"),
  ]

  /// The words of the flags that are set.
  public var names: [String] { Self.named.filter { contains($0.flag) }.map(\.name) }

  /// The flag with a name; nil for any other word.
  public init?(name: String) {
    guard let named = Self.named.first(where: { $0.name == name }) else { return nil }
    self = named.flag
  }
}
