public import CalqueModel
import CalqueMorphology
import CalqueStore
import CalqueText

/// The content of a store, in numbers.
public struct Stats: Sendable {
  /// The content of one memory or glossary.
  public struct Holding: Sendable {
    /// The memory or glossary.
    public let resource: Resource
    /// The number of units or concepts.
    public let rows: Int
    /// The number of texts or terms of each language, as written.
    public let languages: [LanguageCount]
  }

  /// The number of texts or terms in one language.
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
  /// The languages of the glossaries, each once, whose words are inflected by rules alone although
  /// Calque can have a lexicon of their forms; none if the lexicons are there.
  ///
  /// `Workspace.useLexicons(in:)` names their folder.
  public let languagesWithoutLexicon: [String]
  /// The time of the last change; nil if nothing has changed yet.
  public let lastChange: Instant?

  /// The memories or the glossaries alone.
  public func holdings(_ kind: Resource.Kind) -> [Holding] {
    holdings.filter { $0.resource.kind == kind }
  }
}

extension Workspace {
  /// Counts the content of the store.
  ///
  /// - Throws: `WorkspaceError` of the kind `store` if the store cannot be read.
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
      languagesWithoutLexicon: Self.withoutLexicon(
        statistics.holdings.flatMap(\.languages).map(\.language)),
      lastChange: statistics.lastChange)
  }

  /// The languages among some tags whose lexicon was not built.
  private static func withoutLexicon(_ tags: [String]) -> [String] {
    var found = [String]()
    for tag in tags {
      let language = Language(LanguageTag(tag))
      let morphology = Morphologies.ofProcess.morphology(of: language)
      if morphology.canHaveLexicon, morphology.lexicon == nil, !found.contains(language.primary) {
        found.append(language.primary)
      }
    }
    return found
  }
}
