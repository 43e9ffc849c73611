public import CalqueModel
import CalqueStore
import CalqueSystem

/// The changes to an entry of a glossary; a value that is nil stays as it is.
///
/// An empty text removes a note, a domain, a part of speech or a gender.
public struct TermEdit: Hashable, Sendable {
  /// The translation to change, byte for byte; nil for the first one that may be used.
  public var rendering: String?
  /// The new text of the term.
  public var source: String?
  /// The new text of the translation.
  public var target: String?
  /// Whether to use the translation.
  public var status: TermStatus?
  /// The note for the translator.
  public var note: String?
  /// The subject field.
  public var domain: String?
  /// The time for which the translation is in force; if `rendering` is nil, also the term.
  public var validity: Validity?
  /// The part of speech of the term and of the translation.
  public var partOfSpeech: String?
  /// The term's grammatical gender.
  public var gender: String?

  /// Creates an edit without changes.
  public init() {}

  /// Whether the edit has no changes.
  public var isEmpty: Bool {
    var bare = self
    bare.rendering = nil
    return bare == TermEdit()
  }
}

extension Workspace {
  /// Changes an entry of a glossary; the earlier version stays in the history.
  ///
  /// - Parameters:
  ///   - id: the concept.
  ///   - pair: the languages of the term and of its translations.
  ///   - edit: the changes.
  /// - Returns: whether anything changed.
  /// - Throws: `WorkspaceError` of the kind `request` if the entry, the term or the translation
  ///   does not exist.
  @discardableResult
  public func edit(
    concept id: ConceptID, pair: LanguagePair? = nil, _ edit: TermEdit
  ) throws(WorkspaceError) -> Bool {
    guard ![edit.source, edit.target].contains(where: { $0.map(isBlank) ?? false }) else {
      throw .usage("a term needs a text on both sides", outcome: "nothing was changed")
    }
    let pair = try self.pair(named: pair)
    let isChanged = try WorkspaceError.carrying {
      try store.edit(concept: id, at: .now) { concept throws(StoreError) in
        try edit.apply(to: &concept, pair, id: id)
      }
    }
    if isChanged { storeChanged(kind: .glossary, languages: [pair.source, pair.target]) }
    return isChanged
  }

  /// An entry of a glossary.
  ///
  /// - Parameter id: the concept.
  /// - Returns: the entry; nil if no entry has the id.
  /// - Throws: `WorkspaceError` of the kind `store` if the store cannot be read.
  public func entry(_ id: ConceptID) throws(WorkspaceError) -> GlossaryEntry? {
    try WorkspaceError.carrying { try store.concepts([id]) }.first.map {
      GlossaryEntry(id: $0.id, glossary: $0.glossary, concept: $0.concept)
    }
  }
}

extension TermEdit {
  fileprivate func apply(
    to concept: inout Concept, _ pair: LanguagePair, id: ConceptID
  ) throws(StoreError) {
    let term = concept.place(of: pair.source)
    let translation =
      rendering == nil
      ? concept.place(of: pair.target) : concept.place(of: pair.target, text: rendering)
    if source != nil || gender != nil, term == nil {
      throw .unstorable(reason: "the concept \(id) has no term in \(pair.source)")
    }
    if rendering != nil || target != nil || status != nil, translation == nil {
      let wanted = rendering.map { " '\($0)'" } ?? ""
      throw .unstorable(reason: "the concept \(id) has no term\(wanted) in \(pair.target)")
    }
    if let term, let source { try concept.checkIsNew(source, insteadOf: term, id) }
    if let translation, let target { try concept.checkIsNew(target, insteadOf: translation, id) }
    if let term {
      if let source { concept.terms[term].text = source }
      if let gender { concept.terms[term].gender = gender.nilIfEmpty }
      if let validity, rendering == nil { concept.terms[term].validity = validity }
      if let partOfSpeech { concept.terms[term].partOfSpeech = partOfSpeech.nilIfEmpty }
    }
    if let translation {
      if let target { concept.terms[translation].text = target }
      if let status, concept.terms[translation].status != status {
        concept.terms[translation].status = status
        concept.terms[translation].rawStatus = nil
      }
      if let validity { concept.terms[translation].validity = validity }
      if let partOfSpeech { concept.terms[translation].partOfSpeech = partOfSpeech.nilIfEmpty }
    }
    if let note { concept.note = note.nilIfEmpty }
    if let domain { concept.domains = domain.isEmpty ? [] : [domain] }
  }
}

extension Concept {
  /// The place of the first term of a language, a usable one before a forbidden one.
  ///
  /// With a text, the result is the place of exactly that term.
  fileprivate func place(of language: LanguageTag, text: String? = nil) -> Int? {
    terms.indices
      .filter { text == nil || text.hasSameBytes(as: terms[$0].text) }
      .compactMap { place in
        terms[place].language.fit(asked: language).map {
          (place, [terms[place].status == .forbidden ? 1 : 0, $0.rawValue, place])
        }
      }
      .min { $0.1.lexicographicallyPrecedes($1.1) }?.0
  }
}

extension Concept {
  /// Refuses a new text of a term that another term of the language has: the term would have two
  /// statuses.
  fileprivate func checkIsNew(
    _ text: String, insteadOf place: Int, _ id: ConceptID
  ) throws(StoreError) {
    let language = terms[place].language
    guard !terms[place].text.hasSameBytes(as: text),
      let other = terms.first(where: { $0.language == language && $0.text.hasSameBytes(as: text) })
    else { return }
    throw .unstorable(
      reason: "the entry \(id) has '\(text)' already, as \(other.status.name) in \(language)")
  }
}

extension String {
  fileprivate var nilIfEmpty: String? { isEmpty ? nil : self }
}
