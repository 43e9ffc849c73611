extension Sequence {
  /// The elements without repetitions; of elements with equal keys, the first stays.
  ///
  /// - Complexity: O(n).
  @inlinable
  package func unique<Key: Hashable>(by key: (Element) throws -> Key) rethrows -> [Element] {
    var met: Set<Key> = []
    return try filter { try met.insert(key($0)).inserted }
  }
}
