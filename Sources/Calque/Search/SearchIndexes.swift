import CalqueIndex
public import CalqueModel
import CalqueStore
import CalqueText
import Synchronization

/// The indexes that searches ask, kept for all questions of a workspace: mapping a file anew costs
/// more than most questions.
final class SearchIndexes: Sendable {
  private let held = Mutex<[(language: Language, index: IndexFolder.Opened)]>([])

  /// The index of a language as it is; nil if there is none of the store's present state.
  func ready(_ language: Language, of store: Store) -> IndexFolder.Opened? {
    let known = held.withLock { held in held.first { $0.language == language }?.index }
    if let known, let now = try? StoreSource(store: store).generation(), now == known.generation {
      return known
    }
    return hold(MemoryIndex(store).ready(language), of: language)
  }

  /// The index of a language, built or caught up first; nil if there is none and none can be built.
  ///
  /// To read every text of a large memory once takes a third of the time of the building, so the
  /// second question is the sooner answered.
  func current(_ language: Language, of store: Store) -> IndexFolder.Opened? {
    if let ready = ready(language, of: store) { return ready }
    // An index of a language that the store does not know would only leave files behind.
    guard (try? store.knows(language: language.primary)) == true else { return nil }
    return hold(try? MemoryIndex(store).current(language), of: language)
  }

  private func hold(
    _ opened: IndexFolder.Opened?, of language: Language
  ) -> IndexFolder.Opened? {
    held.withLock { held in
      held.removeAll { $0.language == language }
      if let opened { held.append((language, opened)) }
    }
    return opened
  }
}

extension Workspace {
  /// The languages of which a search will first make an index, where a person has to wait for that.
  ///
  /// - Parameters:
  ///   - pair: the languages of the two sides.
  ///   - sides: the sides that are searched.
  ///   - minUnits: the number of units from which a person has to wait.
  /// - Returns: the languages; none if the memories have fewer units.
  /// - Throws: `WorkspaceError` of the kind `store` if the store cannot be read.
  public func languagesWithoutIndex(
    of pair: LanguagePair, _ sides: Set<SearchAnswer.Side>, minUnits: Int = 100_000
  ) throws(WorkspaceError) -> [LanguageTag] {
    try WorkspaceError.carrying {
      let missing = SearchAnswer.Side.allCases.filter(sides.contains)
        .map { $0 == .source ? pair.source : pair.target }
        .filter { searchIndexes.ready(Language($0), of: store) == nil }
      return try missing.isEmpty || !store.hasMoreUnits(than: minUnits - 1) ? [] : missing
    }
  }
}
