import CalqueAlign
public import CalqueModel
import CalqueStore
import CalqueText

extension Workspace {
  /// An aligner that knows the words of this store's memories and the terms of its glossaries, and
  /// those that come with Calque.
  ///
  /// - Parameters:
  ///   - pair: the two languages.
  ///   - isPresegmented: whether each line of a document is already a sentence.
  /// - Returns: the aligner, for any number of documents.
  /// - Throws: `WorkspaceError` of the kind `store` if the store cannot be read.
  public func documentAligner(
    pair: LanguagePair, isPresegmented: Bool = false
  ) throws(WorkspaceError) -> DocumentAligner {
    try WorkspaceError.carrying {
      let learned = try LearnedWords(store, pair: pair).lexicon()
      let lexicons = [BilingualLexicon.shipped(for: pair), learned].compactMap(\.self)
      return DocumentAligner(
        pair: pair, isPresegmented: isPresegmented,
        sentences: LexicalAligner(lexicons: lexicons, terms: try termPairs(of: pair)))
    }
  }

  /// The terms of the glossaries with their translations.
  private func termPairs(of pair: LanguagePair) throws -> [TermPair] {
    let snapshot = try store.snapshot()
    var pairs: [TermPair] = []
    for glossary in try store.resources(.glossary) {
      try snapshot.forEachConcept(of: glossary.id) { stored in
        func terms(_ language: LanguageTag) -> [String] {
          stored.concept.terms.filter {
            $0.language.primary == language.primary && $0.status != .forbidden
          }.flatMap { Self.alternatives($0.text) }
        }
        let targets = terms(pair.target)
        for source in terms(pair.source) {
          for target in targets { pairs.append(TermPair(source: source, target: target)) }
        }
      }
    }
    return pairs
  }

  /// The terms of a text that lists several with `|` between them, as some glossaries do.
  private static func alternatives(_ text: String) -> [String] {
    guard text.utf8.contains(0x7C) else { return [text] }
    return text.utf8.split(separator: 0x7C).map { String(trimmed(String(Substring($0)))) }
  }
}
