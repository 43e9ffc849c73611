public import CalqueModel
import CalqueStore

/// The options of an extraction.
public struct ExtractOptions: Sendable {
  /// The smallest number of units that hold a term.
  public var minCount = 3
  /// Whether to leave out what a glossary has.
  public var isNewOnly = false
  /// The maximum number of terms; nil for all.
  public var limit: Int?
  /// The memories that are read, by name; empty for all.
  public var memories: [String] = []

  /// All memories, terms of three units or more.
  public init() {}
}

extension Workspace {
  /// Finds the terms of the memories that a glossary may want, with their translations.
  ///
  /// Noun phrases, names and acronyms of the source side are ranked by how often they stand alone
  /// (C-value: K. Frantzi, S. Ananiadou and H. Mima, 2000), by how uncommon their words are, and by
  /// how sure the linked words are of one translation.
  ///
  /// - Parameters:
  ///   - pair: the two languages.
  ///   - options: the options.
  ///   - progress: takes the share that is done, from 0 to 1.
  /// - Returns: the terms, best first.
  /// - Throws: `WorkspaceError` of the kind `store` if the store cannot be read.
  /// - Complexity: besides the linking of words, which is done once, O(words of the memories).
  public func extract(
    pair: LanguagePair, options: ExtractOptions = ExtractOptions(),
    progress: @escaping (Double) -> Void = { _ in }
  ) throws(WorkspaceError) -> [ExtractedTerm] {
    try WorkspaceError.carrying {
      _ = try WordLinkFolder(store, pair: pair).built { progress($0 * 0.8) }
      return try extraction(pair: pair, options: options).terms(progress)
    }
  }

  /// The extraction of the memories that take part.
  func extraction(pair: LanguagePair, options: ExtractOptions) throws -> TermExtraction {
    let chosen =
      options.memories.isEmpty ? nil : options.memories.map { ResourceChoice(name: $0) }
    let memories = Set(try takingPart(.memory, in: pair, chosen: chosen).map(\.stored.id))
    return TermExtraction(workspace: self, pair: pair, options: options, memories: memories)
  }
}
