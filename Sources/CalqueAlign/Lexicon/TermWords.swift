/// The words of a glossary's short terms that stand in the texts of a batch, with probabilities.
///
/// A glossary does not tell how often a term is translated in which way. So each translation of a
/// word is as probable as its frequency in the texts suggests: in proportion to √n + 0.5 for n
/// occurrences.
struct TermWords {
  /// The translations of source words.
  private(set) var forward: [WordPair] = []
  /// The translations of target words.
  private(set) var backward: [WordPair] = []
  /// The source words that a term holds.
  private(set) var source: Set<Int32> = []
  /// The target words that a term holds.
  private(set) var target: Set<Int32> = []

  /// The largest number of words of a term: longer ones say little of single words.
  private static let longest = 2
  /// The probability of all translations of a word together.
  private static let probability: Float = 0.7
  /// The smallest probability of a translation.
  private static let least: Float = 0.0875

  init(_ terms: [TermPair], _ source: Vocabulary, _ target: Vocabulary) {
    var (first, second) = (source, target)
    var pairs: Set<UInt64> = []
    var both: [WordPair] = []
    for term in terms {
      let (words, others) = (first.known(term.source), second.known(term.target))
      guard words.count <= Self.longest, others.count <= Self.longest else { continue }
      for case let word? in words {
        for case let other? in others {
          let pair = WordPair(first: word, second: other, value: 0)
          if pairs.insert(pair.key).inserted { both.append(pair) }
        }
      }
    }
    forward = Self.weighted(both, target)
    backward = Self.weighted(both.map { $0.reversed(0) }, source)
    self.source = Set(both.map(\.first))
    self.target = Set(both.map(\.second))
  }

  /// The pairs with the probability of the second word, given the first.
  private static func weighted(_ pairs: [WordPair], _ vocabulary: Vocabulary) -> [WordPair] {
    func weight(_ pair: WordPair) -> Float {
      Float(vocabulary.counts[Int(pair.second)]).squareRoot() + 0.5
    }
    var sums: [Int32: Float] = [:]
    for pair in pairs { sums[pair.first, default: 0] += weight(pair) }
    return pairs.map { pair in
      WordPair(
        first: pair.first, second: pair.second,
        value: max(least, probability * weight(pair) / (sums[pair.first] ?? 1)))
    }
  }
}
