import CalqueModel
import CalqueStore
import CalqueTerms
import Synchronization

/// The terms of the glossaries that take part, in one state of the store.
///
/// The value never changes, so any number of threads may use the same one.
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
  /// The terms; the recogniser names each one by its place here.
  let terms: [StoredTerm]
  /// The recogniser of the terms.
  let recogniser: Recogniser

  /// Reads the glossaries that take part from a state of the store.
  ///
  /// Forbidden terms and those that are only translations are left out.
  init(_ state: GlossaryState, _ choice: GlossaryChoice, _ builder: RecogniserBuilder) {
    generation = state.generation
    var glossaries: [Int64: Glossary] = [:]
    let chosen = choice.glossaries(of: state.glossaries)
    for (place, stored) in chosen.enumerated() {
      let name = stored.resource.name
      let isAsOne = stored.resource.isShipped && !choice.names(name)
      glossaries[stored.id] = Glossary(
        name: name, domain: stored.resource.domain, rank: isAsOne ? chosen.count : place)
    }
    self.glossaries = glossaries
    terms = state.terms.filter { $0.isSource && glossaries[$0.resource] != nil }
    var builder = builder
    for (number, term) in terms.enumerated() {
      builder.add(
        RecogniserTerm(
          number: number, text: term.text, concept: term.concept,
          partOfSpeech: term.partOfSpeech, gender: term.gender, flags: term.flags))
    }
    recogniser = builder.recogniser()
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
  struct Key: Hashable {
    let language: String
    let choice: GlossaryChoice
  }

  private let held = Mutex<[Key: GlossaryTerms]>([:])

  package init() {}

  /// The terms of a state of the store; nil if no lookup has read them.
  func terms(for key: Key, at generation: StoreGeneration) -> GlossaryTerms? {
    held.withLock { held in held[key].flatMap { $0.generation == generation ? $0 : nil } }
  }

  /// The terms of a state of the store; one lookup reads them while the others wait.
  func terms(
    for key: Key, at generation: StoreGeneration, make: () throws -> GlossaryTerms
  ) throws -> GlossaryTerms {
    try held.withLock { held in
      if let terms = held[key], terms.generation == generation { return terms }
      let terms = try make()
      held[key] = terms
      return terms
    }
  }
}
