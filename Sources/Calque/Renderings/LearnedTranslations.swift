/// What the links of a file have taught of the words of one side: how often each is translated by
/// which.
struct LearnedTranslations: Sendable {
  /// Keeps the numbers readable.
  private let file: LinkFile
  /// The pairs of words in their order, each as a key (`LinkModel.keptPairs`), and their counts.
  private let pairs: MappedArray<UInt64>
  private let counts: MappedArray<Float>
  /// The pairs of the words that were asked for, with the sum of their counts.
  private var known: [UInt32: (pairs: Range<Int>, total: Float)] = [:]

  /// The pairs of a file.
  init(_ file: LinkFile, isReversed: Bool) {
    self.file = file
    (pairs, counts) = file.learned(forward: !isReversed)
  }

  /// The share of a translation among all of a word.
  mutating func share(of translation: UInt32, for word: UInt32) -> Double {
    let all = all(of: word)
    let place = first(atLeast: Self.key(word, translation), in: all.pairs)
    guard place < all.pairs.upperBound, pairs[place] == Self.key(word, translation) else {
      return 0
    }
    return Double(counts[place]) / Double(max(1, all.total))
  }

  private mutating func all(of word: UInt32) -> (pairs: Range<Int>, total: Float) {
    if let all = known[word] { return all }
    let start = first(atLeast: Self.key(word, 0), in: 0..<pairs.count)
    let end = first(atLeast: Self.key(word &+ 1, 0), in: start..<pairs.count)
    let all = (start..<end, (start..<end).reduce(0) { $0 + counts[$1] })
    known[word] = all
    return all
  }

  private func first(atLeast key: UInt64, in range: Range<Int>) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The key of a pair, as `LinkCounts` makes it.
  private static func key(_ word: UInt32, _ other: UInt32) -> UInt64 {
    (UInt64(word) << 32 | UInt64(other)) &+ 1
  }
}
