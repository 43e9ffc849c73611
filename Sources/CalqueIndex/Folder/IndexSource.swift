package import CalqueMatch

/// Where an index takes its texts from: the store, as the index sees it.
package protocol IndexSource {
  /// The store's state now.
  func generation() throws -> IndexGeneration

  /// Gives the texts of a language from one state of the store, in the order of their numbers.
  ///
  /// - Parameters:
  ///   - language: the primary language.
  ///   - since: only what was changed after this state; nil for everything.
  ///   - body: takes each text that can match.
  /// - Returns: the state that was read, and the numbers of the texts that are gone since; nil where
  ///   the store does not descend from `since`.
  /// - Throws: what the store or the body throws.
  func changes(
    language: String, since: IndexGeneration?, _ body: (MemorySegment) throws -> Void
  ) throws -> (generation: IndexGeneration, gone: [Int64])?
}
