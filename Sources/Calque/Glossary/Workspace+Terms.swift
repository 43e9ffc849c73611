public import CalqueModel
import CalqueStore
import CalqueSystem
import CalqueText

/// A concept of a glossary.
public struct GlossaryEntry: Hashable, Sendable {
  /// The concept's id.
  public let id: ConceptID
  /// The glossary's name.
  public let glossary: String
  /// The concept, with its terms in order.
  public let concept: Concept
}

extension Workspace {
  /// The glossary that `term add` fills by default.
  public static let defaultGlossary = "my-terms"

  /// Adds a term and its translation to a glossary, which is made if it is missing.
  ///
  /// A new preferred translation makes a new concept: `sommet` = summit and `sommet` = peak are
  /// two. An admitted or forbidden translation joins the concept with the source term, if the
  /// glossary has only one. A pair that the glossary has already keeps its details, and gets the
  /// new ones.
  ///
  /// - Parameters:
  ///   - source: the term in the pair's source language.
  ///   - target: the term in the pair's target language.
  ///   - pair: the languages.
  ///   - glossary: the glossary's name.
  ///   - details: the details of the pair.
  /// - Returns: the concept's id, and the outcome.
  /// - Throws: `WorkspaceError`.
  @discardableResult
  public func addTerm(
    _ source: String, _ target: String, pair: LanguagePair,
    into glossary: String = Workspace.defaultGlossary, details: TermDetails = TermDetails()
  ) throws(WorkspaceError) -> AddedTerm {
    guard !isBlank(source), !isBlank(target) else {
      throw .usage("a term needs a text on both sides", outcome: "nothing was stored")
    }
    try WorkspaceError.checkStorable(
      [source, target, details.domain, details.note], outcome: "nothing was stored")
    var addition = TermAddition(source, target, pair: pair, details: details)
    let id = try WorkspaceError.carrying {
      try store.add(term: source, language: pair.source.primary, to: glossary, at: .now) {
        addition.decide(among: $0)
      }
    }
    if addition.outcome != .known { storeChanged(kind: .glossary, languages: [pair.source]) }
    return AddedTerm(
      id: id, glossary: glossary, outcome: addition.outcome, status: addition.status)
  }

  /// The concepts of the glossaries, in their order, one at a time.
  ///
  /// - Parameters:
  ///   - glossary: the only glossary; nil for all.
  ///   - query: a text that a term of the concept contains, in any language, whatever the case,
  ///     accents and typography; nil for all concepts.
  ///   - body: takes each concept; the body may use the workspace.
  /// - Throws: `WorkspaceError`, or an error of the body.
  public func forEachEntry(
    of glossary: String? = nil, matching query: String? = nil,
    _ body: (GlossaryEntry) throws -> Void
  ) throws {
    let wanted = query.map(folded)
    let glossaries = try WorkspaceError.carrying {
      try glossary.map { [try store.resource(.glossary, named: $0)] } ?? orderedGlossaries()
    }
    let snapshot = try WorkspaceError.carrying { try store.snapshot() }
    try WorkspaceError.carryingOurs {
      for glossary in glossaries {
        try snapshot.forEachConcept(of: glossary.id) { stored in
          if let wanted, !wanted.isEmpty {
            guard stored.concept.terms.contains(where: { folded($0.text).contains(wanted) })
            else { return }
          }
          try body(
            GlossaryEntry(
              id: stored.id, glossary: stored.glossary, concept: stored.concept))
        }
      }
    }
  }

  private func orderedGlossaries() throws -> [StoredResource] {
    inOrder(try store.resources(.glossary), \.resource)
  }

  /// The names of the glossaries that came with Calque.
  ///
  /// - Throws: `WorkspaceError` of the kind `store` if the store cannot be read.
  public func shippedGlossaries() throws(WorkspaceError) -> Set<String> {
    Set(try resources().filter { $0.isShipped && $0.kind == .glossary }.map(\.name))
  }

  /// The concepts that have exactly a given term in the pair's source language.
  ///
  /// - Parameters:
  ///   - source: the term.
  ///   - target: a term that the concept also has in the target language; nil for all concepts.
  ///   - pair: the languages.
  ///   - glossary: the only glossary; nil for all.
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
      (glossary == nil || glossary.hasSameBytes(as: entry.glossary))
        && (target == nil
          || entry.concept.terms.contains {
            target.hasSameBytes(as: $0.text) && $0.language.primary == pair.target.primary
          })
    }.map { GlossaryEntry(id: $0.id, glossary: $0.glossary, concept: $0.concept) }
  }

  /// Removes concepts: all of them, or none if one does not exist.
  ///
  /// - Parameter ids: the concepts.
  /// - Throws: `WorkspaceError` of the kind `request` if a concept does not exist.
  public func remove(concepts ids: [ConceptID]) throws(WorkspaceError) {
    let ids = ids.reduce(into: [ConceptID]()) { if !$0.contains($1) { $0.append($1) } }
    if ids.isEmpty { return }
    try WorkspaceError.carrying { try store.remove(concepts: ids, at: .now) }
    storeChanged(kind: .glossary, languages: [])
  }
}
