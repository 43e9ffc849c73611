public import CalqueModel
import CalqueStore
import CalqueSystem
import CalqueText

extension Workspace {
  /// What the memories say for phrases of a short text that no glossary has, by place.
  ///
  /// - Parameters:
  ///   - text: the text, such as a segment that is looked up.
  ///   - pair: the two languages.
  ///   - terms: the glossaries' terms in the text.
  /// - Returns: the longest phrases that several units render in one way; none where the words of
  ///   the memories are not linked.
  /// - Throws: `WorkspaceError` of the kind `store` if the store cannot be read.
  public func phrases(
    in text: String, pair: LanguagePair, terms: [TermAnswer] = []
  ) throws(WorkspaceError) -> [SuggestedPhrase] {
    try WorkspaceError.carrying {
      guard let finder = try RenderingFinder(store, pair: pair, takesArticles: true)
      else { return [] }
      let sentence = Suggestions.Sentence(
        range: 0..<text.utf8.count, line: 1, column: 1, text: text, isBoilerplate: false,
        isDateline: false)
      var phrases = SuggestedPhrases(
        text: text, sentences: [sentence], terms: terms, finder: finder)
      return try phrases.renderings(pair)
    }
  }

  /// The phrases that the memories render in several ways, the most frequent first.
  ///
  /// - Parameters:
  ///   - pair: the two languages.
  ///   - query: a text that the phrases hold; nil for all phrases.
  ///   - options: the memories, the smallest number of units, the maximum number of phrases.
  ///   - progress: takes the share that is done, from 0 to 1.
  /// - Returns: the phrases, each with two renderings or more that really differ and have several
  ///   units each.
  /// - Throws: `WorkspaceError` of the kind `store` if the store cannot be read.
  public func inconsistencies(
    pair: LanguagePair, holding query: String? = nil, options: ExtractOptions = ExtractOptions(),
    progress: @escaping (Double) -> Void = { _ in }
  ) throws(WorkspaceError) -> [ExtractedTerm] {
    try WorkspaceError.carrying {
      _ = try WordLinkFolder(store, pair: pair).built { progress($0 * 0.8) }
      return try Inconsistencies(extraction(pair: pair, options: options))
        .found(holding: query, progress)
    }
  }
}
