public import CalqueModel
import CalqueStore
import CalqueTerms
import CalqueText

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

  /// Finds the terms of a document that a glossary may want, with their translations.
  ///
  ///     let document = try workspace.documentAligner(pair: pair).align(files)
  ///     for term in try workspace.extract(from: document) { print(term.source, term.translations) }
  ///
  /// Where the words of the memories are linked, the links teach which words translate which. The
  /// memories' texts are not read, and nothing is stored.
  ///
  /// - Parameters:
  ///   - document: the document.
  ///   - options: the options; no memory is asked.
  /// - Returns: the terms, best first, each with an example.
  /// - Throws: `WorkspaceError` if the store cannot be read or a temporary file cannot be written.
  public func extract(
    from document: AlignedDocument, options: ExtractOptions = ExtractOptions()
  ) throws(WorkspaceError) -> [ExtractedTerm] {
    try WorkspaceError.carrying {
      try TermExtraction(
        texts: try LinkedDocument(
          document, knowing: WordLinkFolder(store, pair: document.pair).ready()?.base),
        pair: document.pair, options: options,
        known: options.isNewOnly ? try termKeys(document.pair.source) : []
      ).terms()
    }
  }

  /// The extraction of the memories that take part.
  func extraction(pair: LanguagePair, options: ExtractOptions) throws -> TermExtraction {
    let chosen =
      options.memories.isEmpty ? nil : options.memories.map { ResourceChoice(name: $0) }
    let memories = Set(try takingPart(.memory, in: pair, chosen: chosen).map(\.stored.id))
    return TermExtraction(
      texts: MemoryTexts(store: store, pair: pair, memories: memories, areAll: chosen == nil),
      pair: pair, options: options, known: options.isNewOnly ? try termKeys(pair.source) : [])
  }

  /// The keys of what the glossaries have in a language.
  private func termKeys(_ tag: LanguageTag) throws -> Set<String> {
    var keys = Set<String>()
    let (language, snapshot) = (Language(tag), try store.snapshot())
    for glossary in try store.resources(.glossary) {
      try snapshot.forEachConcept(of: glossary.id) { stored in
        for term in stored.concept.terms where term.language.primary == tag.primary {
          keys.insert(PhraseCounts.key(of: term.text, in: language))
        }
      }
    }
    return keys
  }
}

extension AlignedDocument {
  /// Finds the terms of the document that a glossary may want, with their translations, by no other
  /// knowledge than the lexicon that comes with Calque.
  ///
  /// - Parameter options: the options; no memory and no glossary is asked.
  /// - Returns: the terms, best first, each with an example.
  /// - Throws: `WorkspaceError` if a temporary file cannot be written.
  public func terms(
    options: ExtractOptions = ExtractOptions()
  ) throws(WorkspaceError) -> [ExtractedTerm] {
    try WorkspaceError.carrying {
      try TermExtraction(
        texts: try LinkedDocument(self, knowing: nil), pair: pair, options: options
      ).terms()
    }
  }
}
