/// The places of a text's words, in the order of the words that begin there (a suffix array).
///
/// U. Manber and G. Myers, "Suffix Arrays", SIAM Journal on Computing 22 (1993). All occurrences of
/// a phrase are neighbours, so that two binary searches find and count them. The order looks at the
/// first `depth` words; a sentence's end is a word of the number 0.
package enum PhraseOrder {
  /// The number of words by which places are ordered; a longer phrase is found by its beginning.
  package static let depth = 10
  /// The words that counting sorts order, before comparisons do.
  private static let counted = 3

  /// Orders the places of the words of sentences.
  ///
  /// - Parameters:
  ///   - words: the words of all sentences, from 1; each sentence is followed by a 0.
  ///   - vocabulary: the largest word.
  /// - Returns: the places of all words but the zeros.
  /// - Complexity: O(n) for n words, and O(m log m) for m places whose first three words are alike.
  package static func sorted(_ words: [UInt32], vocabulary: Int) -> [UInt32] {
    var order: [UInt32] = []
    order.reserveCapacity(words.count)
    for place in words.indices where words[place] != 0 { order.append(UInt32(place)) }
    var other = [UInt32](repeating: 0, count: order.count)
    for offset in (0..<counted).reversed() {
      var starts = [Int](repeating: 0, count: vocabulary + 2)
      for place in order { starts[Int(word(words, Int(place), offset)) + 1] += 1 }
      for value in 1..<starts.count { starts[value] += starts[value - 1] }
      for place in order {
        let value = Int(word(words, Int(place), offset))
        other[starts[value]] = place
        starts[value] += 1
      }
      swap(&order, &other)
    }
    other = []
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, isAlike(words, Int(order[start]), Int(order[end])) { end += 1 }
      if end - start > 1 {
        order[start..<end].sort { precedes(words, Int($0), Int($1)) }
      }
      start = end
    }
    return order
  }

  /// The word so many places behind a place of the same sentence; 0 behind the sentence's end.
  @inline(__always)
  private static func word(_ words: [UInt32], _ place: Int, _ offset: Int) -> UInt32 {
    for before in 0..<offset where words[place + before] == 0 { return 0 }
    return words[place + offset]
  }

  private static func isAlike(_ words: [UInt32], _ a: Int, _ b: Int) -> Bool {
    for offset in 0..<counted {
      if words[a + offset] != words[b + offset] { return false }
      if words[a + offset] == 0 { return true }
    }
    return true
  }

  private static func precedes(_ words: [UInt32], _ a: Int, _ b: Int) -> Bool {
    for offset in 0..<depth {
      let (x, y) = (words[a + offset], words[b + offset])
      if x != y { return x < y }
      if x == 0 { break }
    }
    return a < b
  }

  /// The occurrences of a phrase, as a stretch of the order.
  ///
  /// - Parameters:
  ///   - phrase: the words, of which the first `depth` count.
  ///   - range: the part of the order that is looked at.
  ///   - word: the word at a place of the order, so many words on.
  /// - Returns: the stretch; empty if the phrase does not occur.
  /// - Complexity: O(log n) comparisons.
  package static func occurrences(
    of phrase: ArraySlice<UInt32>, in range: Range<Int>,
    word: (_ rank: Int, _ offset: Int) -> UInt32
  ) -> Range<Int> {
    let phrase = phrase.prefix(depth)
    func compare(_ rank: Int) -> Int {
      for (offset, wanted) in phrase.enumerated() {
        let found = word(rank, offset)
        if found != wanted { return found < wanted ? -1 : 1 }
      }
      return 0
    }
    func first(_ from: Int, before end: Int? = nil, where isReached: (Int) -> Bool) -> Int {
      var (low, high) = (from, end ?? range.upperBound)
      while low < high {
        let middle = (low + high) / 2
        if isReached(compare(middle)) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let start = first(range.lowerBound) { $0 >= 0 }
    // Most phrases are rare: their end is looked for from their beginning, in growing steps.
    var (low, step) = (start, 1)
    while low + step < range.upperBound, compare(low + step) <= 0 {
      low += step
      step *= 2
    }
    return start..<first(low, before: min(range.upperBound, low + step)) { $0 > 0 }
  }
}
