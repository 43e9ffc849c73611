import CalqueIndex
import CalqueModel
import CalqueStore
import CalqueText
import Synchronization

/// The indexes that searches ask, kept for all questions of a workspace: mapping a file anew costs
/// more than most questions.
final class SearchIndexes: Sendable {
  private let held = Mutex<[(language: Language, index: IndexFolder.Opened)]>([])

  /// The index of a language; nil if there is none of the store's present state.
  func ready(_ language: Language, of store: Store) -> IndexFolder.Opened? {
    let known = held.withLock { held in held.first { $0.language == language }?.index }
    if let known, let now = try? StoreSource(store: store).generation(), now == known.generation {
      return known
    }
    let opened = MemoryIndex(store).ready(language)
    held.withLock { held in
      held.removeAll { $0.language == language }
      if let opened { held.append((language, opened)) }
    }
    return opened
  }
}
