/// The options of a concordance search.
public struct SearchOptions: Hashable, Sendable {
  /// The sides that are searched.
  public var sides: Set<SearchAnswer.Side> = [.source, .target]
  /// Whether the query is a regular expression in ICU's syntax.
  public var isExpression = false
  /// Whether the query is found inside words, too, as one run of characters.
  public var isSubstring = false
  /// Whether a word stands for no other form of the word.
  public var isExact = false
  /// Whether capitals and small letters are different.
  public var keepsCase = false
  /// Whether `e` and `é` are different letters.
  public var keepsAccents = false
  /// The memories that are searched, by name; empty for all that hold both languages, and the
  /// glossaries.
  public var memories: [String] = []
  /// Whether to search the rejected units and no others; no other question returns rejected units.
  public var ofRejected = false
  /// Whether every text is read, even where an index names those that may hold the words.
  public var usesScan = false
  /// Whether the time is measured.
  public var isTimed = false
  /// The maximum number of hits; nil for all.
  public var limit: Int?

  /// A search for words in all forms, on both sides.
  public init() {}
}
