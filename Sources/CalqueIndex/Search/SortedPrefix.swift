extension Range<Int> {
  /// The first place where a condition does not hold, or the end if the condition always holds.
  ///
  /// A binary search: the condition must fail everywhere behind the first place where it fails.
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
