public import CalqueModel
import CalqueStore

/// What a store holds, in numbers.
public struct Stats: Sendable {
  /// What one memory or glossary holds.
  public struct Holding: Sendable {
    /// The memory or glossary.
    public let resource: Resource
    /// Its units or concepts.
    public let rows: Int
    /// Its texts or terms by language, as written.
    public let languages: [LanguageCount]
  }

  /// How many texts or terms are in one language.
  public struct LanguageCount: Hashable, Sendable {
    /// The language, as written.
    public let language: String
    /// The texts or terms in the language.
    public let count: Int
  }

  /// The store's file.
  public let store: String
  /// The memories, then the glossaries, each kind in the order in which it answers.
  public let holdings: [Holding]
  /// When it was last changed; nil where nothing has happened yet.
  public let lastChange: Instant?

  /// The memories or the glossaries alone.
  public func holdings(_ kind: Resource.Kind) -> [Holding] {
    holdings.filter { $0.resource.kind == kind }
  }
}

extension Workspace {
  /// Counts what the store holds.
  ///
  /// - Throws: `WorkspaceError.store` where the store cannot be read.
  public func stats() throws(WorkspaceError) -> Stats {
    let statistics = try WorkspaceError.carrying { try store.statistics() }
    return Stats(
      store: location.path,
      holdings: inOrder(statistics.holdings, \.resource.resource).map { holding in
        Stats.Holding(
          resource: holding.resource.resource, rows: holding.rows,
          languages: holding.languages.map {
            Stats.LanguageCount(language: $0.language, count: $0.count)
          })
      },
      lastChange: statistics.lastChange)
  }
}
