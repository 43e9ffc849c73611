import CalqueModel
import CalqueMorphology
import CalqueStore
import CalqueTerms
import Synchronization

/// The terms of the glossaries that take part, in one state of the store.
///
/// The terms stand in a frozen recogniser, except those that have changed since it was made. Without
/// a frozen recogniser all terms were read from the store. The value never changes, so any number of
/// threads may use the same one.
struct GlossaryTerms: Sendable {
  /// A glossary that takes part.
  struct Glossary: Sendable {
    let name: String
    let domain: String?
    /// The glossary's place among those that take part, from 0; those that came with Calque, unless
    /// a person named them, have one place together.
    let rank: Int
  }

  /// The last change of a glossary that the terms include.
  let generation: StoreGeneration
  /// The glossaries, by their ids.
  let glossaries: [Int64: Glossary]
  private let frozen: FrozenRecogniser?
  /// The concepts whose terms in the frozen recogniser do not count any more.
  private let changed: Set<Int64>
  /// The terms that are not in the frozen recogniser; their numbers come behind its numbers.
  private let own: [GlossaryTerm]
  private let recogniser: Recogniser

  /// Reads the glossaries that take part from a state of the store.
  ///
  /// Forbidden terms and those that are only translations are left out.
  init(_ state: GlossaryState, _ choice: GlossaryChoice, _ builder: RecogniserBuilder) {
    self.init(
      state.generation, Self.glossaries(state.glossaries, choice), frozen: nil, changed: [],
      state.terms, builder)
  }

  /// Takes the terms of a frozen recogniser, and those that have changed since it was made.
  init(_ opened: RecogniserFiles.Opened, _ choice: GlossaryChoice, _ morphology: Morphology) {
    let changes = opened.changes
    self.init(
      changes.generation, Self.glossaries(changes.glossaries, choice), frozen: opened.frozen,
      changed: changes.concepts, changes.terms,
      RecogniserBuilder(morphology, over: opened.frozen))
  }

  private init(
    _ generation: StoreGeneration, _ glossaries: [Int64: Glossary], frozen: FrozenRecogniser?,
    changed: Set<Int64>, _ terms: [StoredTerm], _ builder: RecogniserBuilder
  ) {
    self.generation = generation
    self.glossaries = glossaries
    self.frozen = frozen
    self.changed = changed
    own = terms.filter { $0.isSource && glossaries[$0.resource] != nil }.map(GlossaryTerm.init)
    var builder = builder
    for (number, term) in own.enumerated() {
      builder.add(term.recogniserTerm(number: (frozen?.termCount ?? 0) + number))
    }
    recogniser = builder.recogniser()
  }

  private static func glossaries(
    _ all: [StoredResource], _ choice: GlossaryChoice
  ) -> [Int64: Glossary] {
    var glossaries: [Int64: Glossary] = [:]
    let chosen = choice.glossaries(of: all)
    for (place, stored) in chosen.enumerated() {
      let name = stored.resource.name
      let isAsOne = stored.resource.isShipped && !choice.names(name)
      glossaries[stored.id] = Glossary(
        name: name, domain: stored.resource.domain, rank: isAsOne ? chosen.count : place)
    }
    return glossaries
  }

  /// Whether a question has found that the frozen recogniser is damaged, so that no answer counts.
  var isDamaged: Bool { frozen?.isDamaged ?? false }

  /// Whether the terms are those of a state of the store, and sound.
  func answers(at generation: StoreGeneration) -> Bool {
    self.generation == generation && !isDamaged
  }

  /// The name of a glossary that takes part; nil if the glossary does not.
  func glossaryName(_ resource: Int64) -> String? { glossaries[resource]?.name }

  /// The terms in a text.
  func found(in text: String) -> [RecognisedTerm] {
    recogniser.terms(in: text, where: takesPart)
  }

  /// A term by the number that an occurrence has.
  func term(_ number: Int) -> GlossaryTerm {
    guard let frozen else { return own[number] }
    return number < frozen.termCount ? frozen.term(number) : own[number - frozen.termCount]
  }

  /// The terms that resemble a query, by number, with their scores, best first.
  func resembling(_ query: Resemblance) -> [(number: Int, score: Int)] {
    let count = frozen?.termCount ?? 0
    let candidates = frozen?.terms(alike: query.letters, minimum: query.minimum) ?? []
    return query.scores(
      of: candidates.map { ($0.number, $0.text) }
        + own.enumerated().map { (count + $0.offset, $0.element.text) }, where: takesPart)
  }

  private func takesPart(_ number: Int) -> Bool {
    guard let frozen, number < frozen.termCount else { return true }
    return glossaries[frozen.resource(of: number)] != nil
      && (changed.isEmpty || !changed.contains(frozen.concept(of: number).rawValue))
  }
}

/// The choice and the order of the glossaries that take part.
struct GlossaryChoice: Hashable, Sendable {
  /// The only glossaries that take part, in the order in which they answer; empty for all.
  var only: [String]
  /// The glossaries that answer before the others, if all take part.
  var first: [String]

  /// Whether a person named a glossary.
  func names(_ glossary: String) -> Bool { only.contains(glossary) || first.contains(glossary) }

  /// The glossaries that take part, in their order.
  func glossaries(of all: [StoredResource]) -> [StoredResource] {
    only.isEmpty
      ? ResourceOrder.first(first, of: all, name: \.resource.name)
      : ResourceOrder.only(only, of: all, name: \.resource.name)
  }
}

/// The terms that several lookups of one store share, read once for each state of the store.
package final class SharedTerms: Sendable {
  struct Key: Equatable {
    let language: String
    let choice: GlossaryChoice
  }

  // Few pairs and choices are asked at once, so a list serves.
  private let held = Mutex<[(key: Key, terms: GlossaryTerms)]>([])

  package init() {}

  /// The terms of a state of the store; nil if no lookup has read them.
  func terms(for key: Key, at generation: StoreGeneration) -> GlossaryTerms? {
    held.withLock { held in
      held.first { $0.key == key && $0.terms.answers(at: generation) }?.terms
    }
  }

  /// The terms of a state of the store; one lookup reads them while the others wait.
  func terms(
    for key: Key, at generation: StoreGeneration, make: () throws -> GlossaryTerms
  ) throws -> GlossaryTerms {
    try held.withLock { held in
      let known = held.firstIndex { $0.key == key }
      if let known, held[known].terms.answers(at: generation) { return held[known].terms }
      let terms = try make()
      if let known { held.remove(at: known) }
      held.append((key, terms))
      return terms
    }
  }
}
