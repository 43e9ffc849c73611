public import CalqueModel
import CalqueStore
import CalqueSystem

/// A concept of a glossary, as `term list` shows it.
public struct GlossaryEntry: Hashable, Sendable {
  /// The concept's id.
  public let id: String
  /// The glossary's name.
  public let glossary: String
  /// The concept, its terms in order.
  public let concept: Concept
}

/// What is said of a term that is added.
public struct TermDetails: Hashable, Sendable {
  /// Whether to use the target.
  public var status: TermStatus
  /// The subject field.
  public var domain: String?
  /// A note.
  public var note: String?
  /// When the pair holds.
  public var validity: Validity

  /// Makes details; what is not named is plain.
  public init(
    status: TermStatus = .preferred, domain: String? = nil, note: String? = nil,
    validity: Validity = Validity()
  ) {
    self.status = status
    self.domain = domain
    self.note = note
    self.validity = validity
  }
}

extension Workspace {
  /// The glossary that `term add` fills unless another is named.
  public static let defaultGlossary = "my-terms"

  /// Adds a term and its translation to a glossary, which is made if it is not there.
  ///
  /// A preferred target makes a concept of its own: `sommet` = summit and `sommet` = peak are two.
  /// An admitted or forbidden one joins the only concept of the glossary that has the source.
  ///
  /// - Parameters:
  ///   - source: the term in the pair's source language.
  ///   - target: the term in its target language.
  ///   - pair: the languages.
  ///   - glossary: the glossary's name.
  ///   - details: what is said of it.
  /// - Returns: the concept's id, and whether anything was stored.
  /// - Throws: `WorkspaceError`.
  @discardableResult
  public func addTerm(
    _ source: String, _ target: String, pair: LanguagePair,
    into glossary: String = Workspace.defaultGlossary, details: TermDetails = TermDetails()
  ) throws(WorkspaceError) -> Added {
    guard !isBlank(source), !isBlank(target) else {
      throw .usage("a term needs a text on both sides; nothing was stored")
    }
    let term = Term(
      language: pair.target, text: target, status: details.status, validity: details.validity)
    let added = try WorkspaceError.carrying {
      if details.status != .preferred,
        let joined = try join(term, to: source, pair: pair, in: glossary, details)
      {
        return joined
      }
      let concept = Concept(
        domains: details.domain.map { [$0] } ?? [], note: details.note,
        terms: [Term(language: pair.source, text: source, validity: details.validity), term])
      let added = try store.add(concept, into: glossary, at: .now)
      return Added(id: String(added.id), resource: glossary, isNew: added.outcome != .known)
    }
    if added.isNew { storeChanged(kind: .glossary, languages: [pair.source]) }
    return added
  }

  private func join(
    _ term: Term, to source: String, pair: LanguagePair, in glossary: String,
    _ details: TermDetails
  ) throws -> Added? {
    let hosts = try store.concepts(withTerm: source, language: pair.source.primary).filter {
      $0.glossary == glossary
    }
    guard hosts.count == 1 else { return nil }
    let isNew = try store.edit(concept: hosts[0].id, at: .now) { concept throws(StoreError) in
      var term = term
      term.note = details.note
      let place = concept.terms.firstIndex {
        $0.text == term.text && $0.language.primary == term.language.primary
      }
      if let place {
        concept.terms[place].status = details.status
        if details.note != nil { concept.terms[place].note = details.note }
        if !details.validity.isAlways { concept.terms[place].validity = details.validity }
      } else {
        concept.terms.append(term)
      }
      if let domain = details.domain, !concept.domains.contains(domain) {
        concept.domains.append(domain)
      }
    }
    return Added(id: String(hosts[0].id), resource: glossary, isNew: isNew)
  }

  /// The concepts of the glossaries, in their order, one at a time.
  ///
  /// - Parameters:
  ///   - glossary: only this one; nil for all.
  ///   - body: what to do with each; it must not ask the workspace anything.
  /// - Throws: `WorkspaceError`, or what the body throws.
  public func forEachEntry(
    of glossary: String? = nil, _ body: (GlossaryEntry) throws -> Void
  ) throws {
    let glossaries = try WorkspaceError.carrying {
      try glossary.map { [try store.resource(.glossary, named: $0)] } ?? store.resources(.glossary)
    }
    for glossary in glossaries {
      try store.forEachConcept(of: glossary.id) { stored in
        try body(
          GlossaryEntry(
            id: String(stored.id), glossary: stored.glossary, concept: stored.concept))
      }
    }
  }

  /// The concepts that have a term of exactly this text in the pair's source language.
  ///
  /// - Parameters:
  ///   - source: the term.
  ///   - target: only those that have this term in the target language too; nil for all.
  ///   - pair: the languages.
  ///   - glossary: only this one; nil for all.
  /// - Returns: the entries, by id.
  /// - Throws: `WorkspaceError`.
  public func entries(
    _ source: String, _ target: String? = nil, pair: LanguagePair, in glossary: String? = nil
  ) throws(WorkspaceError) -> [GlossaryEntry] {
    let stored = try WorkspaceError.carrying {
      if let glossary { _ = try store.resource(.glossary, named: glossary) }
      return try store.concepts(withTerm: source, language: pair.source.primary)
    }
    return stored.filter { entry in
      (glossary == nil || entry.glossary == glossary)
        && (target == nil
          || entry.concept.terms.contains {
            $0.text == target && $0.language.primary == pair.target.primary
          })
    }.map { GlossaryEntry(id: String($0.id), glossary: $0.glossary, concept: $0.concept) }
  }

  /// Removes concepts: all of them, or none if one is not there.
  ///
  /// - Parameter ids: the concepts, as answers name them.
  /// - Throws: `WorkspaceError.usage` where there is no such concept.
  public func remove(concepts ids: [String]) throws(WorkspaceError) {
    var numbers = [Int64]()
    for id in ids {
      guard let number = Int64(id), number > 0 else {
        throw .usage("'\(id)' is not the id of a concept; nothing was changed")
      }
      if !numbers.contains(number) { numbers.append(number) }
    }
    if numbers.isEmpty { return }
    try WorkspaceError.carrying { try store.remove(concepts: numbers, at: .now) }
    storeChanged(kind: .glossary, languages: [])
  }
}
