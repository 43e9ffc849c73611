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

  /// Takes from a state of the store the glossaries of these names, or all where none is named.
  ///
  /// A forbidden term is no source of anything, so nobody looks for one.
  init(_ state: GlossaryState, chosen names: [String], _ builder: RecogniserBuilder) {
    generation = state.generation
    var glossaries: [Int64: Glossary] = [:]
    for (rank, stored) in Self.glossaries(state.glossaries, chosen: names).enumerated() {
      glossaries[stored.id] = Glossary(
        name: stored.resource.name, domain: stored.resource.domain, rank: rank)
    }
    self.glossaries = glossaries
    terms = state.terms.filter { $0.status != .forbidden && glossaries[$0.resource] != nil }
    var builder = builder
    for (number, term) in terms.enumerated() {
      builder.add(
        RecogniserTerm(
          number: number, text: term.text, partOfSpeech: term.partOfSpeech, gender: term.gender,
          flags: term.flags))
    }
    recogniser = builder.recogniser()
  }

  /// The glossaries that take part, in their order.
  static func glossaries(_ all: [StoredResource], chosen names: [String]) -> [StoredResource] {
    if names.isEmpty { return all }
    return names.compactMap { name in all.first { $0.resource.name == name } }
  }
}

/// The terms that several lookups of one store ask, made once for each of its states.
package final class SharedTerms: Sendable {
  struct Key: Hashable {
    let language: String
    let glossaries: [String]
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
