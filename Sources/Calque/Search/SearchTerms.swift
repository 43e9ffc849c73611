import CalqueModel
import CalqueStore
import Synchronization

/// The texts of the glossaries' terms, kept for all searches of a workspace: reading them costs more
/// than looking through them.
final class SearchTerms: Sendable {
  private struct Texts: Sendable {
    let language: String
    let generation: StoreGeneration
    let texts: [(id: Int64, text: String)]
  }

  private let held = Mutex<[Texts]>([])

  /// The id and the text of each term of a language, those of concepts that are gone included.
  ///
  /// - Throws: `StoreError`.
  func texts(
    _ primary: String, of store: Store
  ) throws(StoreError) -> [(id: Int64, text: String)] {
    let known = held.withLock { held in held.first { $0.language == primary } }
    if let known, try store.glossaryGeneration() == known.generation { return known.texts }
    let read = try store.termTexts(language: primary)
    held.withLock { held in
      held.removeAll { $0.language == primary }
      held.append(Texts(language: primary, generation: read.generation, texts: read.texts))
    }
    return read.texts
  }
}
