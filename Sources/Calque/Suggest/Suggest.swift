import CalqueDocuments
public import CalqueModel
import CalqueStore
import CalqueSystem
import CalqueTerms
import CalqueText

/// The options of suggestions for an article.
public struct SuggestOptions: Sendable {
  /// A kind of suggestion.
  public enum Part: String, CaseIterable, Sendable {
    /// Glossary terms.
    case terms
    /// Matches of the memories.
    case matches
    /// What the memories say for phrases that are in no glossary.
    case renderings
    /// Terms that are in no glossary.
    case candidates
  }

  /// The languages; nil for the pair of the workspace.
  public var pair: LanguagePair?
  /// The date of the article; nil for the date in its text, or else today.
  public var date: PartialDate?
  /// The subject field of the terms.
  public var domain: String?
  /// The region of the target language whose forms come first, `US` or `en-US`; nil for none.
  public var region: String?
  /// Whether a text that is not in the source language is taken as it is; else it is refused, or
  /// turns round a pair that nobody chose.
  public var takesAnyLanguage = false
  /// The encoding of the article's file; nil to find it.
  public var encoding: String?
  /// The kinds of suggestions to make.
  public var parts = Set(Part.allCases)
  /// The only glossaries that take part, by name, in the order in which they answer.
  ///
  /// If the list is empty, all take part, and those that `calque.toml` names come first.
  public var glossaries: [String] = []
  /// The only memories that take part; empty for all.
  public var memories: [ResourceChoice] = []
  /// The minimum score of a match, from 1 to 102; another number is an error of the kind `request`.
  public var minimum = 60
  /// The maximum number of matches for a sentence.
  public var limit = 3

  /// All suggestions, from all resources.
  public init() {}
}

extension Workspace {
  /// Reads an article and suggests glossary terms and matches of the memories.
  ///
  /// Plain text, HTML, Markdown, DOCX and ODT are read, in any encoding that `import` reads. Offsets
  /// are places in a plain text's decoded file; of any other format, in the text that is extracted,
  /// which the answer holds.
  ///
  /// - Parameters:
  ///   - file: the article; `-` is standard input.
  ///   - options: the options.
  /// - Returns: the suggestions.
  /// - Throws: `WorkspaceError` if the file or the store cannot be read, or if the article is in
  ///   the target language of the pair that was chosen.
  public func suggest(
    file: String, options: SuggestOptions = SuggestOptions()
  ) throws(WorkspaceError) -> Suggestions {
    let document = try DocumentText.contents(of: file, encoding: options.encoding)
    var suggestions = try suggest(text: document.text, file: file, options: options)
    suggestions.warnings = document.warnings
    suggestions.format = document.format.rawValue
    if document.format != .plain { suggestions.extractedText = document.text }
    return suggestions
  }

  /// Suggests glossary terms and matches of the memories for an article, given as a text.
  ///
  ///     let suggestions = try workspace.suggest(text: article)
  ///     for term in suggestions.terms { print(term.surface, term.translations.first?.text ?? "") }
  ///
  /// - Parameters:
  ///   - text: the article.
  ///   - file: the name of the article in answers.
  ///   - options: the options.
  /// - Returns: the suggestions; their offsets are UTF-8 bytes of the text.
  /// - Throws: `WorkspaceError` if the store cannot be read, or if the article is in the target
  ///   language of the pair that was chosen.
  public func suggest(
    text: String, file: String = "-", options: SuggestOptions = SuggestOptions()
  ) throws(WorkspaceError) -> Suggestions {
    let asked = try pair(named: options.pair)
    let (pair, direction) =
      options.takesAnyLanguage
      ? (asked, .asAsked)
      : try directed(
        text, of: file, asked: asked, isChosen: (options.pair ?? configuration.pair) != nil)
    var suggestions = try WorkspaceError.carrying {
      try SuggestRun(
        workspace: self, file: file, text: text, pair: pair, direction: direction,
        options: options
      )
      .carryOut()
    }
    suggestions.text = text
    return suggestions
  }

  /// Today's date.
  func today() throws(WorkspaceError) -> PartialDate {
    guard let today = PartialDate(Instant.now.day) else {
      throw .usage("the system's clock gives no date", remedy: .nameDate)
    }
    return today
  }

  /// The pair for a text, and the relation of the text's language to the pair.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - file: the file's name.
  ///   - asked: the requested pair.
  ///   - isChosen: whether a person named the pair; otherwise it is the only one in the store.
  /// - Returns: the pair, and the relation.
  /// - Throws: `WorkspaceError` of the kind `request` if the text is in the target language of a
  ///   chosen pair.
  private func directed(
    _ text: String, of file: String, asked: LanguagePair, isChosen: Bool
  ) throws(WorkspaceError) -> (LanguagePair, Suggestions.Direction) {
    switch TextDirection(of: text, in: asked) {
    case .source: return (asked, .asAsked)
    case .foreign(let language): return (asked, .foreign(language))
    case .target where !isChosen: return (asked.reversed, .reversed)
    case .target:
      let (name, turned) = (file == "-" ? "the text" : file, asked.reversed)
      throw .usage(
        "\(name) is in \(asked.target.englishName), and \(asked) translates from "
          + "\(asked.source.englishName)", remedy: .choosePair([turned]))
    }
  }
}

/// The making of the suggestions for one article.
private struct SuggestRun {
  let workspace: Workspace
  let file: String
  let text: String
  let pair: LanguagePair
  let direction: Suggestions.Direction
  let options: SuggestOptions

  func carryOut() throws -> Suggestions {
    try checkDomain()
    let (date, origin) = try date()
    let sentences = sentences()
    var wanted = TermRecognition.Options(pair: try regional(pair), date: date)
    wanted.glossaries = options.glossaries
    wanted.firstGlossaries = workspace.configuration.glossaries?.map(\.name) ?? []
    wanted.domain = options.domain
    var recognition = try TermRecognition(
      store: workspace.store, options: wanted, shared: workspace.terms)
    var terms = options.parts.contains(.terms) ? try recognition.answers(in: text) : []
    if options.parts.contains(.terms), try takesNames() {
      terms = NameAnswers.joined(with: terms, in: text, pair)
    }
    let (memories, matches) = try matches(for: sentences)
    var suggestions = Suggestions(
      file: file, pair: pair, direction: direction, date: date, dateOrigin: origin,
      glossaries: try recognition.glossaryNames(), memories: memories, minimum: options.minimum,
      sentences: sentences, terms: terms, matches: matches)
    try addPhrases(to: &suggestions, knowing: &recognition)
    return suggestions
  }

  /// Adds what no glossary has: candidates, and phrases that the memories render.
  private func addPhrases(
    to suggestions: inout Suggestions, knowing recognition: inout TermRecognition
  ) throws {
    // Phrases of a third language are nobody's candidates.
    if case .foreign = direction { return }
    let wanted = options.parts.intersection([.renderings, .candidates])
    if wanted.isEmpty { return }
    let terms =
      options.parts.contains(.terms) ? suggestions.terms : try recognition.answers(in: text)
    let memories: Set<Int64>? =
      options.memories.isEmpty
      ? nil
      : Set(
        try options.memories.map { try workspace.store.resource(.memory, named: $0.name).id })
    var finder = try RenderingFinder(
      workspace.store, pair: pair, memories: memories, takesArticles: true)
    finder?.expectMany()
    var phrases = SuggestedPhrases(
      text: text, sentences: suggestions.sentences, terms: terms, finder: finder)
    if wanted.contains(.renderings) { suggestions.renderings = try phrases.renderings(pair) }
    if wanted.contains(.candidates) { suggestions.candidates = try phrases.candidates(pair) }
  }

  /// Refuses a subject field that no glossary and no concept has.
  private func checkDomain() throws {
    guard let asked = options.domain else { return }
    let glossaries = try workspace.store.resources(.glossary)
    var known = Set(glossaries.compactMap(\.resource.domain))
    func isKnown(_ domains: some Sequence<String>) -> Bool {
      domains.contains { folded($0) == folded(asked) }
    }
    if isKnown(known) { return }
    let snapshot = try workspace.store.snapshot()
    for glossary in glossaries {
      try snapshot.forEachConcept(of: glossary.id) { known.formUnion($0.concept.domains) }
    }
    if isKnown(known) { return }
    throw WorkspaceError.usage(
      "no term has the subject field '\(asked)'",
      remedy: known.isEmpty ? nil : .advice("known: \(known.sorted().joined(separator: ", "))"))
  }

  /// The pair with the region that was asked for.
  private func regional(_ pair: LanguagePair) throws -> LanguagePair {
    guard let region = options.region else { return pair }
    let target = pair.target.primary
    let isBare = region.utf8.count == 2 || region.utf8.count == 3
    let tag = LanguageTag(isBare ? "\(target)-\(region)" : region)
    guard tag.isWellFormed, tag.primary == target, tag.key != target else {
      // The region of a language that the text is not translated into changes nothing.
      if tag.isWellFormed, tag.primary == pair.source.primary, tag.key != tag.primary {
        return pair
      }
      throw WorkspaceError.usage(
        "'\(region)' is no region of \(pair.target.englishName)", remedy: nil)
    }
    return LanguagePair(source: pair.source, target: tag)
  }

  /// Whether the built-in names take part.
  ///
  /// They do beside the glossaries that came with Calque, and until a person imports a glossary. A
  /// list of glossaries, or a store whose glossaries are all a person's, is a choice.
  private func takesNames() throws -> Bool {
    guard options.glossaries.isEmpty else { return false }
    let glossaries = try workspace.store.resources(.glossary)
    return glossaries.contains(where: \.resource.isShipped)
      || glossaries.allSatisfy { $0.format == nil }
  }

  private func date() throws -> (PartialDate, Suggestions.DateOrigin) {
    if let asked = options.date { return (asked, .asked) }
    if let found = ArticleDate.found(in: text, language: pair.source) { return (found, .article) }
    return (try workspace.today(), .today)
  }

  private func sentences() -> [Suggestions.Sentence] {
    Suggestions.Sentence.sentences(of: text, in: pair.source)
  }

  private func matches(
    for sentences: [Suggestions.Sentence]
  ) throws -> (memories: [String], matches: [Suggestions.SentenceMatch]) {
    let memories = try workspace.takingPart(
      .memory, in: pair, chosen: options.memories.isEmpty ? nil : options.memories
    ).map(\.stored.resource.name)
    guard options.parts.contains(.matches), !memories.isEmpty else { return (memories, []) }
    var wanted = LookupOptions(pair: pair)
    wanted.apply(workspace.configuration)
    wanted.minimum = options.minimum
    wanted.limit = options.limit
    if !options.memories.isEmpty {
      wanted.memories = options.memories.penalties
    }
    let lookup = try Lookup(store: workspace.store, options: wanted)
    var matches = [Suggestions.SentenceMatch]()
    let lookedUp = sentences.indices.filter { sentences[$0].isLookedUp }
    let contexts = SegmentContext.contexts(of: lookedUp.map { sentences[$0].text })
    for (number, context) in zip(lookedUp, contexts) {
      for match in try lookup.matches(sentences[number].text, in: context) {
        matches.append(Suggestions.SentenceMatch(sentence: number, match: match))
      }
    }
    return (memories, matches)
  }
}
