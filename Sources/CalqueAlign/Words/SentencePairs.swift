/// Sentence pairs as numbers of words, in flat arrays.
///
/// A number stands for a stem of its side. The aligner needs nothing else of a text.
package struct SentencePairs: Sendable {
  /// The words of one side.
  package struct Side: Sendable {
    /// The words of all sentences, one sentence after the other.
    package private(set) var words: [UInt32] = []
    /// The place of each sentence's first word, and the place behind the last sentence.
    package private(set) var starts: [Int] = [0]

    mutating func append(_ sentence: some Sequence<UInt32>) {
      words.append(contentsOf: sentence)
      starts.append(words.count)
    }

    /// The places of a sentence's words in `words`.
    package func range(_ sentence: Int) -> Range<Int> { starts[sentence]..<starts[sentence + 1] }
  }

  /// The sentences in the source language.
  package private(set) var source = Side()
  /// The sentences in the target language.
  package private(set) var target = Side()

  /// The maximum number of words of a sentence that are aligned; the rest has no links.
  package static let maxWords = 250

  /// No pairs.
  package init() {}

  /// The number of pairs.
  package var count: Int { source.starts.count - 1 }

  /// Adds a pair; of a longer sentence the first `maxWords` words count.
  package mutating func append(source: some Sequence<UInt32>, target: some Sequence<UInt32>) {
    self.source.append(source.prefix(Self.maxWords))
    self.target.append(target.prefix(Self.maxWords))
  }

  /// The pairs with the sides exchanged.
  var reversed: SentencePairs {
    var other = self
    (other.source, other.target) = (target, source)
    return other
  }
}
