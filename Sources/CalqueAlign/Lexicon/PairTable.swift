/// Word pairs with a value, listed by the first word: a sparse matrix in rows.
struct PairTable: Sendable {
  /// The start of each word's pairs, and the end of the last word's.
  private(set) var starts: [Int]
  /// The second word of each pair, ascending for each first word.
  private(set) var others: [Int32]
  /// The value of each pair.
  var values: [Float]

  /// The number of pairs.
  var count: Int { others.count }

  /// A table without pairs.
  init(words: Int) {
    starts = [Int](repeating: 0, count: words + 1)
    others = []
    values = []
  }

  /// The table of pairs in any order; of a pair that is given twice, the larger value counts.
  ///
  /// - Complexity: O(p log p) for p pairs.
  init(words: Int, _ pairs: [WordPair]) {
    var order = pairs
    order.sort { $0.key != $1.key ? $0.key < $1.key : $0.value > $1.value }
    starts = [Int](repeating: 0, count: words + 1)
    others = []
    values = []
    others.reserveCapacity(order.count)
    values.reserveCapacity(order.count)
    var last: UInt64?
    for pair in order where pair.key != last {
      last = pair.key
      others.append(pair.second)
      values.append(pair.value)
      starts[Int(pair.first) + 1] += 1
    }
    for word in 0..<words { starts[word + 1] += starts[word] }
  }

  /// Adds a pair to the last row.
  mutating func append(_ other: Int32, _ value: Float) {
    others.append(other)
    values.append(value)
  }

  /// Ends the last row and begins the next one.
  mutating func endRow() { starts.append(others.count) }

  /// The sum of each row's values.
  var sums: [Float] {
    (0..<(starts.count - 1)).map { word in values[row(word)].reduce(0, +) }
  }

  /// Takes over the pairs of another table with their words exchanged.
  ///
  /// - Complexity: O(p + words) for p pairs.
  mutating func turn(_ other: PairTable) {
    let words = starts.count - 1
    starts = [Int](repeating: 0, count: words + 1)
    for word in other.others { starts[Int(word) + 1] += 1 }
    for word in 0..<words { starts[word + 1] += starts[word] }
    var next = starts
    others = [Int32](repeating: 0, count: other.count)
    values = [Float](repeating: 0, count: other.count)
    for word in 0..<(other.starts.count - 1) {
      for place in other.row(word) {
        let first = Int(other.others[place])
        others[next[first]] = Int32(word)
        values[next[first]] = other.values[place]
        next[first] += 1
      }
    }
  }

  /// The places of a word's pairs in `others` and `values`.
  func row(_ word: Int) -> Range<Int> { starts[word]..<starts[word + 1] }
}

/// Two words, by number, with a value.
struct WordPair: Sendable {
  var first: Int32
  var second: Int32
  var value: Float

  /// The pair as one number, by which pairs are ordered.
  var key: UInt64 { UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second)) }

  /// The pair with its words exchanged, and another value.
  func reversed(_ value: Float) -> WordPair {
    WordPair(first: second, second: first, value: value)
  }
}
