extension Range<Int> {
  /// Where the prefix ends in which a condition holds: the first place where it does not, or the end.
  ///
  /// A binary search: behind the first place where the condition fails it fails everywhere.
  ///
  /// - Complexity: O(log count)
  @inline(__always)
  func end(ofPrefixWhere holds: (Int) -> Bool) -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
