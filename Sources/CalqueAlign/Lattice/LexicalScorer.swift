internal import Glibc

/// How well the words of sentences are explained by one to four sentences of the other side.
///
/// The score of a word t, given sentences with the words s, is
///
///     ln min(20, w·q + 1 − u),   q = Σ p(t|s) / ((number of s + 1)·p(t)),
///     u = 0.62·min(1, 1.6·Σ p(s|t) over all words s),   w = 0.65 if q > 1, else u
///
/// u says how much is known of the word's translations. A word about which nothing is known has
/// u = 0 and loses nothing; a known word whose translations are absent loses up to ln 0.38; a word
/// that is well explained gains up to ln 20.
struct LexicalScorer {
  /// The weight of a word that is explained.
  private static let gain: Float = 0.65
  /// The weight of a known word that is not.
  private static let loss: Float = 0.62
  /// The factor of the probability of all known translations.
  private static let trust: Float = 1.6
  /// The largest gain of a word, as a factor.
  private static let most: Float = 20

  private let given: TextWords
  private let scored: TextWords
  private let table: PairTable
  /// 1 / p(t) and u of each scored word.
  private let facts: [SIMD2<Float>]

  /// Σ p(t|s) of each scored word: for the last given sentence alone, the last two, three and four.
  private var sums: [SIMD4<Float>]
  private var touched: [Int32] = []
  private var scale = SIMD4<Float>.zero

  /// A scorer of one side's sentences.
  ///
  /// - Parameters:
  ///   - given: the side that explains.
  ///   - scored: the side that is scored.
  ///   - table: the translations of the given side's words.
  ///   - facts: what is known of the scored words.
  init(
    given: TextWords, scored: TextWords, table: PairTable, facts: WordFacts
  ) {
    self.given = given
    self.scored = scored
    self.table = table
    self.facts = zip(facts.shares, facts.certainties).map { share, certainty in
      SIMD2(1 / share, Self.loss * min(1, Self.trust * certainty))
    }
    sums = [SIMD4<Float>](repeating: .zero, count: facts.shares.count)
  }

  /// Prepares for scoring, given the sentences up to one: itself, and up to three before it.
  mutating func prepare(upTo last: Int) {
    for word in touched { sums[Int(word)] = .zero }
    touched.removeAll(keepingCapacity: true)
    var words = SIMD4<Float>.zero
    for back in 0..<min(4, last + 1) {
      let sentence = last - back
      // Lane k stands for k + 1 sentences.
      let lanes = SIMD4<Float>(0, 1, 2, 3)
      let mask = SIMD4<Float>.zero.replacing(
        with: SIMD4(repeating: 1), where: lanes .>= SIMD4(repeating: Float(back)))
      words += mask * Float(given.wordCount(sentence))
      for word in given[sentence] {
        for place in table.row(Int(word)) {
          let other = Int(table.others[place])
          let sum = sums[other]
          if sum.w == 0 { touched.append(table.others[place]) }
          sums[other] = sum + mask * table.values[place]
        }
      }
    }
    scale = 1 / (words + 1)
  }

  /// The score of a sentence, given the last one to four of the sentences prepared for.
  func score(_ sentence: Int) -> SIMD4<Float> {
    var total = SIMD4<Float>.zero
    var product = SIMD4<Float>(repeating: 1)
    var factors = 0
    for word in scored[sentence] {
      let fact = facts[Int(word)]
      let q = sums[Int(word)] * scale * fact.x
      let w = SIMD4(repeating: fact.y).replacing(with: Self.gain, where: q .> 1)
      product *= pointwiseMin(SIMD4(repeating: Self.most), w * q + (1 - fact.y))
      factors += 1
      // 24 factors from 0.38 to 20 stay inside a Float.
      if factors == 24 {
        total += Self.logarithm(product)
        product = SIMD4(repeating: 1)
        factors = 0
      }
    }
    return total + Self.logarithm(product)
  }

  private static func logarithm(_ x: SIMD4<Float>) -> SIMD4<Float> {
    SIMD4(logf(x.x), logf(x.y), logf(x.z), logf(x.w))
  }
}
