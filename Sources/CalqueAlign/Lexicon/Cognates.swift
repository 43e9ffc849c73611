/// The word pairs of a batch that look alike, with probabilities in both directions.
enum Cognates {
  /// The largest number of comparisons of the words with one beginning; where there would be more,
  /// the words have to share one more letter.
  private static let mostComparisons = 1_000_000

  /// The pairs of the forms that look alike, as pairs of their stems, and those of the stems.
  ///
  /// - Complexity: O(p) comparisons for the p pairs of words that share their first two bytes.
  static func pairs(
    _ source: Vocabulary, _ target: Vocabulary
  ) -> (forward: [WordPair], backward: [WordPair]) {
    let forms = alike(
      words(source.forms) { source.kinds[Int(source.stemOfForm[$0])] },
      words(target.forms) { target.kinds[Int(target.stemOfForm[$0])] })
    let stems = alike(
      words(source.stems) { source.kinds[$0] }, words(target.stems) { target.kinds[$0] })
    func ofStems(_ pair: WordPair, _ first: [Int32], _ second: [Int32]) -> WordPair {
      WordPair(
        first: first[Int(pair.first)], second: second[Int(pair.second)], value: pair.value)
    }
    return (
      stems.forward
        + forms.forward.map { ofStems($0, source.stemOfForm, target.stemOfForm) },
      stems.backward
        + forms.backward.map { ofStems($0, target.stemOfForm, source.stemOfForm) }
    )
  }

  /// The words of two lists that look alike, by their places; equal words are certain.
  static func pairs(
    ofWords source: [[UInt8]], _ target: [[UInt8]]
  ) -> [(source: Int, target: Int, forward: Float, backward: Float)] {
    let (there, back) = alike(
      source.map { Resemblance.Word($0[...], .letters) },
      target.map { Resemblance.Word($0[...], .letters) })
    return zip(there, back).map { pair, reversed in
      let (first, second) = (Int(pair.first), Int(pair.second))
      return source[first] == target[second]
        ? (first, second, 1, 1) : (first, second, pair.value, reversed.value)
    }
  }

  private static func words(
    _ table: WordTable, _ kind: (Int) -> WordScanner.Kind
  ) -> [Resemblance.Word] {
    (0..<table.count).map { Resemblance.Word(table[$0], kind($0)) }
  }

  private static func alike(
    _ source: [Resemblance.Word], _ target: [Resemblance.Word]
  ) -> (forward: [WordPair], backward: [WordPair]) {
    var pairs: [WordPair] = []
    var compare = Resemblance()
    compareAll(source, target, &pairs, &compare)
    return (
      probabilities(pairs, words: source.count),
      probabilities(pairs.map { $0.reversed($0.value) }, words: target.count)
    )
  }

  /// Compares the words that share a beginning.
  ///
  /// The words of both sides are in the order of their bytes, so those with one beginning are
  /// neighbours.
  private static func compareAll(
    _ source: [Resemblance.Word], _ target: [Resemblance.Word], _ pairs: inout [WordPair],
    _ compare: inout Resemblance
  ) {
    let first = order(source)
    let second = order(target)
    var waiting = [(first[...], second[...], 0)]
    while let (some, others, depth) = waiting.popLast() {
      guard !some.isEmpty, !others.isEmpty else { continue }
      if depth >= 2, some.count * others.count <= mostComparisons || depth > 32 {
        for s in some.prefix(mostComparisons) {
          for t in others.prefix(max(1, mostComparisons / some.count)) {
            let value = compare.of(source[s], target[t])
            guard value > 0 else { continue }
            let weight = source[s].isShort || target[t].isShort ? value * 0.3 : value
            pairs.append(WordPair(first: Int32(s), second: Int32(t), value: weight))
          }
        }
        continue
      }
      let (a, b) = (groups(some, source, depth), groups(others, target, depth))
      var place = 0
      for (byte, words) in a {
        while place < b.count, b[place].byte < byte { place += 1 }
        if place < b.count, b[place].byte == byte {
          waiting.append((words, b[place].words, byte == -1 ? 33 : depth + 1))
        }
      }
    }
  }

  private static func order(_ words: [Resemblance.Word]) -> [Int] {
    words.indices.sorted { words[$0].bytes.lexicographicallyPrecedes(words[$1].bytes) }
  }

  /// The runs of words with the same byte at a place; −1 stands for the words that end before it.
  private static func groups(
    _ order: ArraySlice<Int>, _ words: [Resemblance.Word], _ depth: Int
  ) -> [(byte: Int, words: ArraySlice<Int>)] {
    func byte(_ word: Int) -> Int {
      depth < words[word].bytes.count ? Int(words[word].bytes[depth]) : -1
    }
    var found: [(byte: Int, words: ArraySlice<Int>)] = []
    var start = order.startIndex
    while start < order.endIndex {
      let value = byte(order[start])
      var end = start + 1
      while end < order.endIndex, byte(order[end]) == value { end += 1 }
      found.append((value, order[start..<end]))
      start = end
    }
    return found
  }

  /// The probabilities of the words that look like a word: 0.5·x⁵ / max(Σx⁴, x⁴) for resemblance x.
  private static func probabilities(_ pairs: [WordPair], words: Int) -> [WordPair] {
    var sums = [Float](repeating: 0, count: words)
    for pair in pairs { sums[Int(pair.first)] += fourth(pair.value) }
    return pairs.map { pair in
      let power = fourth(pair.value)
      return WordPair(
        first: pair.first, second: pair.second,
        value: 0.5 * power * pair.value / max(sums[Int(pair.first)], power))
    }
  }

  private static func fourth(_ x: Float) -> Float { x * x * x * x }
}
