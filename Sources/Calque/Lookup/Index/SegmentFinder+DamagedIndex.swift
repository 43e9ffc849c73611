internal import CalqueIndex
internal import CalqueMatch
internal import CalqueModel
internal import CalqueStore
internal import CalqueText

/// What happens when an index cannot be read or contradicts the store.
extension SegmentFinder {
  /// Rebuilds an index that contradicts the store.
  ///
  /// Later questions use the new index, or the scan if the index cannot be rebuilt.
  mutating func distrust(because error: IndexError? = nil) throws {
    let reason =
      error
      ?? .damaged(path: index.path, what: "it contradicts the store")
    notice = "\(reason); the index is rebuilt"
    searcher = nil
    do {
      use(try index.rebuild(language, insteadOf: opened))
    } catch is IndexError { try prepareScan() }
  }

  /// Loads the scan, which answers until the store changes.
  mutating func prepareScan() throws {
    (searcher, opened) = (nil, nil)
    var scan = Scan(language: language)
    // The state is read before the texts, so that the next comparison shows changes in between.
    generation = try store.generation()
    try store.forEachVariant(language: language.primary) { scan.add(MemorySegment($0)) }
    self.scan = scan
  }
}
