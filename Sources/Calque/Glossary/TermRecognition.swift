import CalqueMatch
package import CalqueModel
import CalqueMorphology
package import CalqueStore
import CalqueTerms
import CalqueText

/// Finds the glossaries' terms in texts of one language, in the present state of the store.
///
/// Before each question, the store is asked whether its glossaries have changed, so that a term
/// that another process adds is found at once. The terms of a state are read once and may be shared
/// with other threads (`SharedTerms`).
package struct TermRecognition {
  /// The options of a recognition.
  package struct Options: Sendable {
    /// The language of the texts and the language of the translations.
    package var pair: LanguagePair
    /// The only glossaries that take part, by name, in the order in which they answer; empty for
    /// all.
    package var glossaries: [String] = []
    /// The glossaries that answer before the others, by name, if all take part.
    package var firstGlossaries: [String] = []
    /// The date at which titles must be in force.
    package var date: PartialDate
    /// The subject field of the terms; terms without a field always take part.
    package var domain: String?

    package init(pair: LanguagePair, date: PartialDate) {
      self.pair = pair
      self.date = date
    }

    var choice: GlossaryChoice { GlossaryChoice(only: glossaries, first: firstGlossaries) }
  }

  let store: Store
  let options: Options
  private let shared: SharedTerms
  /// The state of the store of the last question to the glossaries; nil if it is not known.
  private var storeGeneration: StoreGeneration?
  /// The last change of a glossary that was seen.
  private var generation: StoreGeneration?
  /// The terms of that state, if more than one question needs them.
  private var terms: GlossaryTerms?
  private var hasAnsweredQuery = false
  private var expectsMany = false
  /// Whether a question has found the frozen recogniser to be damaged.
  private var hasFoundDamage = false
  /// The concepts that were read in that state.
  private var concepts: [Int64: StoredConcept] = [:]

  /// Prepares the recognition; terms are read when they are needed.
  ///
  /// - Parameters:
  ///   - store: the store.
  ///   - options: the options.
  ///   - shared: keeps terms for other recognitions of the same store.
  /// - Throws: `StoreError.noResource` if a named glossary does not exist.
  package init(store: Store, options: Options, shared: SharedTerms = SharedTerms()) throws {
    self.store = store
    self.options = options
    self.shared = shared
    for name in options.glossaries.isEmpty ? options.firstGlossaries : options.glossaries {
      _ = try store.resource(.glossary, named: name)
    }
  }

  /// The names of the glossaries of the pair that take part, in their order.
  package func glossaryNames() throws -> [String] {
    options.choice.glossaries(of: try store.resources(.glossary)).map(\.resource)
      .filter { $0.holds(options.pair) }.map(\.name)
  }

  /// Announces many queries, for which the terms of all glossaries are worth reading.
  package mutating func expectMany() { expectsMany = true }

  /// The maximum number of repetitions of a question because the glossaries changed meanwhile.
  private static let maximumRepetitions = 3

  /// The terms of a text, by place, the longest first at each place.
  package mutating func answers(in text: String) throws -> [TermAnswer] {
    var repetitions = 0
    while true {
      try catchUp(at: nil)
      let terms = try allTerms()
      let answers = try answers(terms.found(in: text), of: terms, in: text)
      let isCurrent = try store.glossaryGeneration() == generation && !isDoubtful(terms)
      if isCurrent || repetitions == Self.maximumRepetitions { return answers }
      repetitions += 1
    }
  }

  /// The terms of a query, and for a short query also the terms that resemble it.
  ///
  /// The first query of a state is answered without reading the whole glossaries.
  ///
  /// - Parameters:
  ///   - query: the text.
  ///   - minimum: the minimum score of a term that resembles the whole query.
  ///   - storeGeneration: the state that the store is known to be in; nil if it is not known.
  /// - Returns: the recognised terms, by place, then the terms that resemble the query.
  /// - Throws: `StoreError`.
  package mutating func answers(
    toQuery query: String, minimum: Int, at storeGeneration: StoreGeneration? = nil
  ) throws -> [TermAnswer] {
    try catchUp(at: storeGeneration)
    if generation?.sequence == 0 { return [] }
    let resemblance = Resemblance(
      query, minimum: minimum, language: Language(options.pair.source))
    var terms = try terms(for: query, resemblance)
    var found = try answers(toQuery: query, resemblance, of: terms)
    if isDoubtful(terms) {
      terms = try self.terms(for: query, resemblance)
      found = try answers(toQuery: query, resemblance, of: terms)
    }
    return found
  }

  private mutating func answers(
    toQuery query: String, _ resemblance: Resemblance?, of terms: GlossaryTerms
  ) throws -> [TermAnswer] {
    // A query is no story: it says nothing of what its words are about.
    let found = try answers(terms.found(in: query), of: terms, in: query).map { $0.withoutDoubt }
    guard let resemblance else { return found }
    return try found + alike(query, resemblance, of: terms, but: Set(found.map(\.concept.rawValue)))
  }

  // MARK: Following the store

  /// Drops the data of the glossaries if they have changed.
  private mutating func catchUp(at known: StoreGeneration?) throws {
    if known != nil, known == storeGeneration { return }
    let now = try store.glossaryGeneration()
    storeGeneration = known
    if now == generation { return }
    generation = now
    terms = nil
    hasAnsweredQuery = false
    concepts = [:]
  }

  private var key: SharedTerms.Key {
    SharedTerms.Key(language: options.pair.source.primary, choice: options.choice)
  }

  /// Drops terms that were found to be damaged, so that the next question has sound ones.
  private mutating func isDoubtful(_ terms: GlossaryTerms) -> Bool {
    if !terms.isDamaged { return false }
    self.terms = nil
    hasFoundDamage = true
    return true
  }

  /// Every term of the source language.
  private mutating func allTerms() throws -> GlossaryTerms {
    if let terms { return terms }
    let all = try shared.terms(for: key, at: try seenGeneration()) {
      try frozenTerms()
        ?? GlossaryTerms(
          try store.glossaryState(language: options.pair.source.primary),
          options.choice, RecogniserBuilder(morphology))
    }
    terms = all
    return all
  }

  /// The terms by the frozen recogniser of the store; nil if there is none.
  private func frozenTerms() throws -> GlossaryTerms? {
    try RecogniserFiles(store).current(morphology, isDoubtful: hasFoundDamage).map {
      GlossaryTerms($0, options.choice, morphology)
    }
  }

  /// The terms that may occur in a query or resemble it.
  private mutating func terms(
    for query: String, _ resemblance: Resemblance?
  ) throws -> GlossaryTerms {
    if terms != nil || hasAnsweredQuery || expectsMany { return try allTerms() }
    if let made = shared.terms(for: key, at: try seenGeneration()) {
      terms = made
      return made
    }
    if let frozen = try frozenTerms() {
      let made = try shared.terms(for: key, at: try seenGeneration()) { frozen }
      terms = made
      return made
    }
    hasAnsweredQuery = true
    let sieve = TermSieve(query, morphology)
    let state = try store.glossaryState(language: options.pair.source.primary) { text in
      sieve.admits(text) || resemblance?.mayHold(text) == true
    }
    return GlossaryTerms(state, options.choice, RecogniserBuilder(for: sieve))
  }

  private var morphology: Morphology {
    Morphologies.ofProcess.morphology(of: Language(options.pair.source))
  }

  private func seenGeneration() throws -> StoreGeneration {
    try generation ?? store.glossaryGeneration()
  }

  /// A concept of the present state; nil if the concept is gone.
  mutating func concept(
    _ id: ConceptID, of terms: GlossaryTerms
  ) throws -> StoredConcept? {
    if let known = concepts[id.rawValue] { return known }
    let concept = try store.concepts([id], nameOfGlossary: terms.glossaryName).first
    if let concept { concepts[id.rawValue] = concept }
    return concept
  }
}
