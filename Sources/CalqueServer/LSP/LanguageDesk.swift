import Calque
import CalqueModel

/// What an editor asks the store.
final class LanguageDesk {
  /// The minimum score of a match that is offered.
  private static let minimum = 70

  /// The maximum size of a text whose terms are found, or that is checked, in bytes; it bounds the time
  /// for which an editor waits.
  private static let maximumSize = 1 << 20

  let workspace: Workspace
  private var lookups: [LanguagePair: Lookup] = [:]

  init(_ workspace: Workspace) { self.workspace = workspace }

  /// The pair of a document: its language first.
  func pair(of document: OpenDocument) throws(WorkspaceError) -> LanguagePair {
    let pair = try namedPair(of: document.uri)
    switch document.uri.language(of: pair)?.primary {
    case pair.source.primary: return pair
    case pair.target.primary: return pair.reversed
    default: return pair.directed(by: document.document.text)
    }
  }

  /// The pair of the settings, or the store's pair that the document's name has a language of.
  func namedPair(of uri: DocumentURI) throws(WorkspaceError) -> LanguagePair {
    if workspace.configuration.pair == nil {
      let named = try workspace.pairs().filter { uri.language(of: $0) != nil }
      if named.count == 1 { return named[0] }
    }
    return try workspace.pair()
  }

  /// The terms and the sentences of a document, found once for each state of its text.
  func suggestions(of document: OpenDocument) throws(WorkspaceError) -> Suggestions {
    if let suggestions = document.suggestions { return suggestions }
    try checkSize(of: document.document)
    var options = SuggestOptions()
    options.pair = try pair(of: document)
    options.takesAnyLanguage = true
    options.parts = [.terms]
    let suggestions = try workspace.suggest(text: document.document.text, options: options)
    document.suggestions = suggestions
    return suggestions
  }

  /// The terms of a text.
  func terms(
    of document: TextDocument, _ pair: LanguagePair
  ) throws(WorkspaceError) -> [TermAnswer] {
    try checkSize(of: document)
    var options = SuggestOptions()
    options.pair = pair
    options.takesAnyLanguage = true
    options.parts = [.terms]
    return try workspace.suggest(text: document.text, options: options).terms
  }

  /// What `check` finds in a translation beside its source.
  func check(_ couple: DocumentCouple) throws(WorkspaceError) -> CheckReport {
    try checkSize(of: couple.source.document)
    try checkSize(of: couple.target.document)
    var options = CheckOptions()
    options.pair = couple.pair
    return try workspace.check(
      text: couple.source.document.text, against: couple.target.document.text,
      named: (couple.source.uri.written, couple.target.uri.written), options)
  }

  private func checkSize(of document: TextDocument) throws(WorkspaceError) {
    guard document.size <= Self.maximumSize else {
      throw WorkspaceError(
        .request, "the text has \(document.size) bytes, and the maximum is \(Self.maximumSize)",
        remedy: "cut it into parts")
    }
  }

  /// The matches for a sentence, best first.
  func matches(_ sentence: String, _ pair: LanguagePair) throws(WorkspaceError) -> [MatchAnswer] {
    if let lookup = lookups[pair] { return try lookup.matches(sentence) }
    var options = LookupOptions(pair: pair)
    options.apply(workspace.configuration)
    options.minimum = workspace.configuration.minScore ?? Self.minimum
    options.limit = 3
    let lookup = try workspace.lookup(options)
    lookups[pair] = lookup
    return try lookup.matches(sentence)
  }
}

extension Suggestions {
  /// The terms at an offset, the longest first.
  func terms(at offset: Int) -> [TermAnswer] {
    terms.filter { $0.start <= offset && offset < $0.end }
  }

  /// The sentence at an offset, or the one that ends there.
  func sentence(at offset: Int) -> Sentence? {
    sentences.first { $0.range.contains(offset) && !$0.isDateline }
      ?? sentences.first { $0.range.upperBound == offset && !$0.isDateline }
  }
}
