package import CalqueMatch

/// The source of an index's texts: the store, as the index sees it.
package protocol IndexSource {
  /// The present state of the store.
  func generation() throws -> IndexGeneration

  /// Reads the texts of a language from one state of the store, in the order of their numbers.
  ///
  /// - Parameters:
  ///   - language: the primary language.
  ///   - since: the state after which a text must have changed to be read; nil reads all texts.
  ///   - body: takes each text that can match.
  /// - Returns: the state that was read, and the numbers of the texts that have gone since `since`;
  ///   nil if the store does not descend from `since`.
  /// - Throws: the errors of the store and of the body.
  func changes(
    language: String, since: IndexGeneration?, _ body: (MemorySegment) throws -> Void
  ) throws -> (generation: IndexGeneration, gone: [Int64])?
}
