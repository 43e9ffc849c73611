public import CalqueModel
import CalqueStore

extension Workspace {
  /// Links the words of the memories, unless they are linked already.
  ///
  /// - Parameters:
  ///   - pair: the languages of the two sides.
  ///   - progress: takes the share that is done, from 0 to 1.
  /// - Returns: the number of units whose words are linked; 0 if no unit has both languages.
  /// - Throws: `WorkspaceError` of the kind `store` if the store cannot be read.
  /// - Complexity: some nine milliseconds of processor time a unit, for up to 5,000 units; two for up
  ///   to 150,000; a fifth of that for each further one.
  @discardableResult
  public func linkWords(
    pair: LanguagePair, progress: @escaping (Double) -> Void = { _ in }
  ) throws(WorkspaceError) -> Int {
    try WorkspaceError.carrying {
      try WordLinkFolder(store, pair: pair).built(progress: progress)?.units ?? 0
    }
  }

  /// Links the words of memories that are small enough for a person to wait.
  ///
  /// - Parameters:
  ///   - pair: the languages of the two sides.
  ///   - maxUnits: the largest number of units; larger memories answer from a question's hits.
  ///   - progress: takes the share that is done, from 0 to 1.
  /// - Throws: `WorkspaceError` of the kind `store` if the store cannot be read.
  public func linkWordsIfFew(
    pair: LanguagePair, maxUnits: Int = 150_000,
    progress: @escaping (Double) -> Void = { _ in }
  ) throws(WorkspaceError) {
    try WorkspaceError.carrying {
      let folder = WordLinkFolder(store, pair: pair)
      if try folder.ready() != nil { return }
      if try !store.hasMoreUnits(than: maxUnits) { _ = try folder.built(progress: progress) }
    }
  }

  /// Whether the words of the memories are linked, so that renderings come from all units.
  public func hasLinkedWords(pair: LanguagePair) throws(WorkspaceError) -> Bool {
    try WorkspaceError.carrying { try WordLinkFolder(store, pair: pair).ready() != nil }
  }

  /// Whether `linkWordsIfFew` links so many words that a person has to wait.
  ///
  /// - Parameters:
  ///   - pair: the languages of the two sides.
  ///   - units: the numbers of units of the memories that are linked, and for which one has to wait.
  /// - Returns: whether the linking takes more than some seconds.
  /// - Throws: `WorkspaceError` of the kind `store` if the store cannot be read.
  public func linksManyWords(
    pair: LanguagePair, units: ClosedRange<Int> = 500...150_000
  ) throws(WorkspaceError) -> Bool {
    try WorkspaceError.carrying {
      let isLinked = try WordLinkFolder(store, pair: pair).ready() != nil
      return try !isLinked && store.hasMoreUnits(than: units.lowerBound - 1)
        && !store.hasMoreUnits(than: units.upperBound)
    }
  }
}
