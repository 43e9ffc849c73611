extension LinkFile.Side {
  /// The maximum number of words that one beginning stands for.
  private static let maxWords = 1_000

  /// The words of which some form may begin in a way, by the numbers of their stems.
  ///
  /// - Parameter word: the beginning.
  /// - Returns: the words; none if there are too many, because no rendering belongs to all of them.
  /// - Complexity: O(log words + words found).
  func numbers(ofFormsBeginning word: SoughtPhrase.Word) -> [UInt32] {
    let beginning = Array(word.folded.utf8)
    // A stem may be shorter than what was asked for: *sommet* for *sommets\**.
    var numbers = word.stems.filter { $0.count < beginning.count }.compactMap { number(of: $0) }
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if stem(sorted[middle]).lexicographicallyPrecedes(beginning) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    while low < sorted.count, stem(sorted[low]).starts(with: beginning) {
      if numbers.count == Self.maxWords { return [] }
      numbers.append(sorted[low])
      low += 1
    }
    return numbers
  }
}
