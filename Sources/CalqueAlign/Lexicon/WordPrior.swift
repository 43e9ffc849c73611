/// What is known of the words of a batch before its texts are aligned.
///
/// Both directions have probabilities, and each word has a strength: how many occurrences the
/// knowledge of the word counts for against those seen in the texts.
struct WordPrior: Sendable {
  /// The probabilities of target words, by source word.
  private(set) var forward: PairTable
  /// The probabilities of source words, by target word.
  private(set) var backward: PairTable
  /// The strength of each source word.
  private(set) var sourceStrength: [Float]
  /// The strength of each target word.
  private(set) var targetStrength: [Float]

  /// The probability of each source word's translations that the texts do not hold at all.
  private(set) var sourceAbsence: [Float]
  /// The probability of each target word's translations that the texts do not hold at all.
  private(set) var targetAbsence: [Float]

  /// The strength of a word that is known by its look alone.
  static let strength: Float = 2
  /// The strength that a lexicon adds.
  static let lexiconStrength: Float = 3
  /// The smallest probability of a lexicon that counts.
  static let leastProbability: Float = 0.005

  /// Collects what the look of the words, lexicons and glossaries tell.
  init(
    _ source: Vocabulary, _ target: Vocabulary, lexicons: [BilingualLexicon],
    terms: [TermPair] = []
  ) {
    sourceStrength = [Float](repeating: Self.strength, count: source.counts.count)
    targetStrength = [Float](repeating: Self.strength, count: target.counts.count)
    sourceAbsence = [Float](repeating: 0, count: source.counts.count)
    targetAbsence = [Float](repeating: 0, count: target.counts.count)
    var (forward, backward) = Cognates.pairs(source, target)
    for lexicon in lexicons {
      var (knownSource, knownTarget) = (Set<Int32>(), Set<Int32>())
      for entry in lexicon.entries {
        let first = source.stem(lexicon.source(entry))
        let second = target.stem(lexicon.target(entry))
        guard let s = first, let t = second else {
          if let first { sourceAbsence[Int(first)] += entry.forward }
          if let second { targetAbsence[Int(second)] += entry.backward }
          continue
        }
        let pair = WordPair(first: s, second: t, value: entry.forward)
        if entry.forward >= Self.leastProbability { forward.append(pair) }
        if entry.backward >= Self.leastProbability {
          backward.append(pair.reversed(entry.backward))
        }
        if knownSource.insert(s).inserted { sourceStrength[Int(s)] += Self.lexiconStrength }
        if knownTarget.insert(t).inserted { targetStrength[Int(t)] += Self.lexiconStrength }
      }
    }
    let glossary = TermWords(terms, source, target)
    forward += glossary.forward
    backward += glossary.backward
    for word in glossary.source { sourceStrength[Int(word)] += Self.lexiconStrength }
    for word in glossary.target { targetStrength[Int(word)] += Self.lexiconStrength }
    self.forward = PairTable(words: source.counts.count, forward)
    self.backward = PairTable(words: target.counts.count, backward)
  }
}
