/// The probabilities of word translations in both directions, for the words of a batch.
struct TranslationTable: Sendable {
  /// The probability of each target word, by source word.
  let forward: PairTable
  /// The probability of each source word, by target word.
  let backward: PairTable

  /// The smallest probability that is kept.
  static let least: Float = 1e-4

  /// The table before anything is aligned: the prior.
  init(_ prior: WordPrior) {
    forward = prior.forward
    backward = prior.backward
  }

  init(forward: PairTable, backward: PairTable) {
    self.forward = forward
    self.backward = backward
  }
}
