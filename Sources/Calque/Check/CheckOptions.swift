public import CalqueModel

/// The options of a check.
public struct CheckOptions: Sendable {
  /// The languages of the two texts; nil for those in the files' names, or the store's only pair.
  public var pair: LanguagePair?
  /// Whether line *i* of the translation translates line *i* of the source.
  public var isPresegmented = false
  /// The only glossaries that are asked, by name; empty for all.
  public var glossaries: [String] = []
  /// The date at which titles must be in force; nil to find it as `suggest` does.
  public var date: PartialDate?
  /// The rules that are not checked, whatever their level is.
  public var ignored: Set<CheckFinding.Rule> = []
  /// The levels of rules; those that are missing have the level that `calque.toml` gives.
  public var levels: [CheckFinding.Rule: CheckFinding.Level] = [:]
  /// The encoding of the files; nil to find it.
  public var encoding: String?

  /// The usual options.
  public init() {}
}

/// The findings of a check.
public struct CheckReport: Sendable {
  /// The languages.
  public let pair: LanguagePair
  /// A segment and its translation.
  public struct Pair: Hashable, Sendable {
    /// The segment; empty if the translation adds one.
    public let source: CheckFinding.Place
    /// Its translation; empty if there is none.
    public let target: CheckFinding.Place
  }

  /// The pairs of segments that were compared, in the order of the source.
  public let pairs: [Pair]
  /// The number of glossary terms in the source that were looked for in the translation.
  public let terms: Int
  /// The findings, in the order of the source.
  public let findings: [CheckFinding]
  /// What is to be said about the files: their encodings.
  public internal(set) var warnings: [String] = []

  /// The number of pairs of segments that were compared.
  public var segments: Int { pairs.count }

  /// The heaviest severity; nil if nothing was found.
  public var heaviest: CheckFinding.Severity? { findings.map(\.severity).max() }
}
