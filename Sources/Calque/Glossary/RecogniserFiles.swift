import CalqueIndex
import CalqueModel
import CalqueMorphology
import CalqueStore
import CalqueSystem
import CalqueTerms
import CalqueText

/// The frozen recognisers of a store's glossaries: a file a language in the index's folder.
///
/// The store is authoritative. A file that is missing, damaged, made by other rules, of another
/// history or far behind is made again; one that is a little behind answers with the changes beside
/// it. Where no file can be made, the terms are read from the store.
struct RecogniserFiles {
  private let store: Store
  private let folder: String
  private static let kind = "terms"

  init(_ store: Store) {
    self.store = store
    folder = store.path + "-index"
  }

  /// A frozen recogniser, and what has changed in the glossaries since it was made.
  struct Opened {
    let frozen: FrozenRecogniser
    let changes: GlossaryChanges
  }

  /// The languages that have a file, whatever its state.
  var languages: [Language] { DerivedFile.languages(in: folder, kind: Self.kind) }

  /// The recogniser of a language, made again if need be; nil if it cannot be made now.
  ///
  /// - Parameters:
  ///   - morphology: the language, with its lexicon.
  ///   - patience: the time to wait for another builder.
  ///   - isDoubtful: whether a question has found the file to be damaged.
  /// - Returns: the recogniser, with the changes since it was made.
  /// - Throws: `StoreError`.
  func current(
    _ morphology: Morphology, patience: IndexPatience = .moment, isDoubtful: Bool = false
  ) throws -> Opened? {
    if !isDoubtful, let opened = try ready(morphology) { return opened }
    do {
      return try file(morphology).building(patience: patience) {
        // Another builder may have made the file while this one waited.
        if let opened = try ready(morphology), !isDoubtful || opened.frozen.isWhole() {
          return opened
        }
        try build(morphology)
        return try ready(morphology)
      }
    } catch is IndexError { return nil }
  }

  private func file(_ morphology: Morphology) -> DerivedFile {
    DerivedFile(folder: folder, language: morphology.language, kind: Self.kind)
  }

  /// The recogniser as it is; nil if it has to be made again.
  private func ready(_ morphology: Morphology) throws -> Opened? {
    guard let mapped = try? file(morphology).map(),
      let frozen = try? FrozenRecogniser(
        address: mapped.address, size: mapped.count, owner: mapped, morphology)
    else { return nil }
    let changes = try store.glossaryChanges(
      language: morphology.language.primary,
      since: StoreGeneration(sequence: frozen.state.sequence, mark: frozen.state.mark),
      limit: Self.maximumChanges(terms: frozen.termCount))
    return changes.map { Opened(frozen: frozen, changes: $0) }
  }

  /// The maximum number of changed concepts beside a file: each question from a cold start pays for
  /// them, and a file that is made again pays for all terms.
  private static func maximumChanges(terms: Int) -> Int { 64 + terms / 64 }

  private func build(_ morphology: Morphology) throws {
    let state: FrozenRecogniser.State
    var builder: RecogniserBuilder
    do {
      let (generation, terms) = try terms(morphology)
      state = FrozenRecogniser.State(sequence: generation.sequence, mark: generation.mark)
      builder = RecogniserBuilder(morphology, freezing: terms)
      for (number, term) in terms.enumerated() { builder.add(term.recogniserTerm(number: number)) }
    }
    // The terms are gone; the file is put together in memory, too.
    ProcessControl.giveBackMemory()
    let bytes = (consume builder).file(state)
    guard let bytes else { throw IndexError.tooLarge(what: "its glossaries") }
    try file(morphology).replace(with: bytes)
  }

  /// The terms that a recogniser is made of; what was read for them is let go with the return.
  private func terms(
    _ morphology: Morphology
  ) throws -> (generation: StoreGeneration, terms: [GlossaryTerm]) {
    let state = try store.glossaryState(language: morphology.language.primary)
    return (state.generation, state.terms.lazy.filter(\.isSource).map(GlossaryTerm.init))
  }
}

extension GlossaryTerm {
  /// A term of the store.
  init(_ stored: StoredTerm) {
    self.init(
      id: stored.id, concept: stored.concept, resource: stored.resource, flags: stored.flags,
      text: stored.text, partOfSpeech: stored.partOfSpeech, gender: stored.gender)
  }
}
