import CalqueModel
import CalqueStore
import CalqueTerms
import Synchronization

/// The terms of the glossaries that take part, as one state of the store has them.
///
/// They never change: any number of threads may ask the same ones.
struct GlossaryTerms: Sendable {
  /// A glossary that takes part.
  struct Glossary: Sendable {
    let name: String
    let domain: String?
    /// Its place among those that take part, from 0.
    let rank: Int
  }

  /// The last change of a glossary that is in them.
  let generation: StoreGeneration
  /// The glossaries, by their ids.
  let glossaries: [Int64: Glossary]
  /// The terms; the recogniser names each by its place here.
  let terms: [StoredTerm]
  /// Finds them in a text.
  let recogniser: Recogniser

  /// Takes from a state of the store the glossaries that take part.
  ///
  /// A forbidden term is no source of anything, so nobody looks for one.
  init(_ state: GlossaryState, _ choice: GlossaryChoice, _ builder: RecogniserBuilder) {
    generation = state.generation
    var glossaries: [Int64: Glossary] = [:]
    for (rank, stored) in choice.glossaries(of: state.glossaries).enumerated() {
      glossaries[stored.id] = Glossary(
        name: stored.resource.name, domain: stored.resource.domain, rank: rank)
    }
    self.glossaries = glossaries
    terms = state.terms.filter { $0.status != .forbidden && glossaries[$0.resource] != nil }
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

/// Which glossaries take part, and in which order.
struct GlossaryChoice: Hashable, Sendable {
  /// Those that alone take part, in the order in which they answer; empty for all.
  var only: [String]
  /// Of all, those that answer before the others.
  var first: [String]

  /// The glossaries that take part, in their order.
  func glossaries(of all: [StoredResource]) -> [StoredResource] {
    only.isEmpty
      ? ResourceOrder.first(first, of: all, name: \.resource.name)
      : ResourceOrder.only(only, of: all, name: \.resource.name)
  }
}

/// The terms that several lookups of one store ask, made once for each of its states.
package final class SharedTerms: Sendable {
  struct Key: Hashable {
    let language: String
    let choice: GlossaryChoice
  }

  private let held = Mutex<[Key: GlossaryTerms]>([:])

  package init() {}

  /// The terms of a state of the store, where some lookup has made them already.
  func terms(for key: Key, at generation: StoreGeneration) -> GlossaryTerms? {
    held.withLock { held in held[key].flatMap { $0.generation == generation ? $0 : nil } }
  }

  /// The terms of a state of the store; one lookup makes them while the others wait.
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
