/// Learns word translations from pairs of sentences: IBM model 1 in both directions.
///
/// P. F. Brown, S. A. Della Pietra, V. J. Della Pietra and R. L. Mercer, "The Mathematics of
/// Statistical Machine Translation", Computational Linguistics 19 (1993), section 4.1: expectation
/// maximisation over all ties of words, with an empty word on the given side.
///
/// The value holds one number for each tie of two words in a pair of sentences, so that a round
/// needs no search.
struct WordTraining: Sendable {
  /// The sentence pairs: their distinct words with counts.
  private var source = WordLists()
  private var target = WordLists()
  /// For each tie of a source and a target word of a sentence pair, the number of the word pair.
  private var ties: [Int32] = []
  private var tieStarts: [Int] = [0]

  /// The target word of each word pair; the pairs of one source word are neighbours.
  private var targets: [Int32] = []
  private var pairStarts: [Int] = []
  /// The number of sentence pairs that hold the word pair; it stops at 255.
  private var occurrences: [UInt8] = []

  private let sourceWords: Int
  private let targetWords: Int

  /// The words of a run of sentence pairs, each pair's words once, with their counts.
  private struct WordLists: Sendable {
    var words: [Int32] = []
    var counts: [Float] = []
    var starts: [Int] = [0]

    func row(_ number: Int) -> Range<Int> { starts[number]..<starts[number + 1] }

    mutating func add(_ sentence: some Sequence<Int32>) {
      let start = words.count
      for word in sentence.sorted() {
        if words.count > start, words[words.count - 1] == word {
          counts[counts.count - 1] += 1
        } else {
          words.append(word)
          counts.append(1)
        }
      }
      starts.append(words.count)
    }
  }

  /// Expected counts of word pairs: what a round of training found.
  struct Counts: Sendable {
    /// The word pairs that at least two sentence pairs hold, with the expected count of the source
    /// word's being translated by the target word.
    var forward: [WordPair] = []
    /// The same pairs, target word first, with the count of the other direction.
    var backward: [WordPair] = []
    /// The expected count of each source word, over all its pairs.
    var sourceTotals: [Float] = []
    /// The expected count of each target word, over all its pairs.
    var targetTotals: [Float] = []
  }

  /// The largest number of words of one side of a sentence pair.
  static let maxWords = 200
  /// The largest number of ties; of more sentence pairs, evenly spread ones are taken.
  static let maxTies = 16_000_000

  /// Lists the word pairs of sentence pairs.
  ///
  /// - Complexity: O(t) time and memory for t ties, at most `maxTies`.
  init(
    _ pairs: [(source: ArraySlice<Int32>, target: ArraySlice<Int32>)],
    words: (source: Int, target: Int), maxTies: Int = maxTies
  ) {
    sourceWords = words.source
    targetWords = words.target
    let fitting = pairs.filter {
      (1...Self.maxWords).contains($0.source.count)
        && (1...Self.maxWords).contains($0.target.count)
    }
    let ties = fitting.reduce(0) { $0 + $1.source.count * $1.target.count }
    let step = max(1, Double(ties) / Double(maxTies))
    var next = 0.0
    for (number, pair) in fitting.enumerated() where Double(number) >= next {
      next += step
      source.add(pair.source)
      target.add(pair.target)
    }
    tie()
  }

  /// Numbers the word pairs, source word by source word.
  private mutating func tie() {
    let sentences = source.starts.count - 1
    tieStarts.reserveCapacity(sentences + 1)
    for number in 0..<sentences {
      tieStarts.append(
        tieStarts[number] + source.row(number).count * target.row(number).count)
    }
    ties = [Int32](repeating: 0, count: tieStarts[sentences])

    // Where each source word stands: its places in `source.words`, with the sentence pair of each.
    var sentenceOfPlace = [Int32](repeating: 0, count: source.words.count)
    for number in 0..<sentences {
      for place in source.row(number) { sentenceOfPlace[place] = Int32(number) }
    }
    let places = Self.places(of: source.words, words: sourceWords)

    var seen = [Int32](repeating: -1, count: targetWords)
    var pairOf = [Int32](repeating: 0, count: targetWords)
    pairStarts.reserveCapacity(sourceWords + 1)
    for word in 0..<sourceWords {
      pairStarts.append(targets.count)
      for order in places.starts[word]..<places.starts[word + 1] {
        let place = Int(places.places[order])
        let number = Int(sentenceOfPlace[place])
        let row = target.row(number)
        var tie = tieStarts[number] + (place - source.starts[number]) * row.count
        for position in row {
          let other = Int(target.words[position])
          if seen[other] != Int32(word) {
            seen[other] = Int32(word)
            pairOf[other] = Int32(targets.count)
            targets.append(Int32(other))
            occurrences.append(0)
          }
          let pair = Int(pairOf[other])
          if occurrences[pair] < 255 { occurrences[pair] += 1 }
          ties[tie] = Int32(pair)
          tie += 1
        }
      }
    }
    pairStarts.append(targets.count)
  }

  private static func places(of list: [Int32], words: Int) -> (starts: [Int], places: [Int32]) {
    var starts = [Int](repeating: 0, count: words + 1)
    for word in list { starts[Int(word) + 1] += 1 }
    for word in 0..<words { starts[word + 1] += starts[word] }
    var next = starts
    var places = [Int32](repeating: 0, count: list.count)
    for (place, word) in list.enumerated() {
      places[next[Int(word)]] = Int32(place)
      next[Int(word)] += 1
    }
    return (starts, places)
  }

  /// Trains for some rounds.
  ///
  /// - Parameters:
  ///   - rounds: the number of rounds, at least 1.
  ///   - table: the table to start from; nil to start with all translations equally probable.
  /// - Returns: the expected counts of the last round.
  /// - Complexity: O(ties) time a round.
  func counts(rounds: Int, from table: TranslationTable?) -> Counts {
    var values = startValues(table)
    var nulls = (
      [Float](repeating: 1 / Float(max(1, targetWords)), count: targetWords),
      [Float](repeating: 1 / Float(max(1, sourceWords)), count: sourceWords)
    )
    var counts = [SIMD2<Float>](repeating: .zero, count: targets.count)
    var totals = ([Float](), [Float]())
    for round in 0..<max(1, rounds) {
      if round > 0 {
        for pair in counts.indices { counts[pair] = .zero }
      }
      expect(values, &nulls, &counts)
      totals = self.totals(counts)
      guard round + 1 < rounds else { break }
      for word in 0..<sourceWords {
        let total = max(totals.0[word], .leastNormalMagnitude)
        for pair in pairStarts[word]..<pairStarts[word + 1] {
          let other = max(totals.1[Int(targets[pair])], .leastNormalMagnitude)
          values[pair] = counts[pair] / SIMD2(total, other)
        }
      }
    }
    return repeated(counts, totals)
  }

  /// The probabilities of the word pairs before the first round, forward and backward.
  private func startValues(_ table: TranslationTable?) -> [SIMD2<Float>] {
    let share: Float = table == nil ? 1 : 0.3
    let uniform = SIMD2(share / Float(max(1, targetWords)), share / Float(max(1, sourceWords)))
    var values = [SIMD2<Float>](repeating: uniform, count: targets.count)
    guard let table else { return values }
    var backward = PairTable(words: sourceWords)
    backward.turn(table.backward)
    var known = [SIMD2<Float>](repeating: .zero, count: targetWords)
    for word in 0..<sourceWords {
      for place in table.forward.row(word) {
        known[Int(table.forward.others[place])].x = table.forward.values[place]
      }
      for place in backward.row(word) {
        known[Int(backward.others[place])].y = backward.values[place]
      }
      for pair in pairStarts[word]..<pairStarts[word + 1] {
        values[pair] += known[Int(targets[pair])]
      }
      for place in table.forward.row(word) { known[Int(table.forward.others[place])] = .zero }
      for place in backward.row(word) { known[Int(backward.others[place])] = .zero }
    }
    return values
  }

  /// One round's expectations, which are added to the counts; the empty words are estimated anew.
  private func expect(
    _ values: [SIMD2<Float>], _ nulls: inout ([Float], [Float]), _ counts: inout [SIMD2<Float>]
  ) {
    var nullCounts = (
      [Float](repeating: 0, count: targetWords), [Float](repeating: 0, count: sourceWords)
    )
    var sums = [Float](repeating: 0, count: Self.maxWords)
    for number in 0..<(tieStarts.count - 1) {
      let (some, others) = (source.row(number), target.row(number))
      let width = others.count
      // The weight of each target word: its count divided by the probability of its being there.
      for column in 0..<width {
        sums[column] = nulls.0[Int(target.words[others.lowerBound + column])]
      }
      var tie = tieStarts[number]
      for s in some {
        let count = source.counts[s]
        for column in 0..<width {
          sums[column] += count * values[Int(ties[tie + column])].x
        }
        tie += width
      }
      for column in 0..<width {
        let place = others.lowerBound + column
        let word = Int(target.words[place])
        sums[column] = target.counts[place] / max(sums[column], .leastNormalMagnitude)
        nullCounts.0[word] += nulls.0[word] * sums[column]
      }
      tie = tieStarts[number]
      for s in some {
        let word = Int(source.words[s])
        let count = source.counts[s]
        var sum = nulls.1[word]
        for column in 0..<width {
          sum += target.counts[others.lowerBound + column] * values[Int(ties[tie + column])].y
        }
        let weight = count / max(sum, .leastNormalMagnitude)
        nullCounts.1[word] += nulls.1[word] * weight
        for column in 0..<width {
          let pair = Int(ties[tie + column])
          let factors = SIMD2(
            count * sums[column], weight * target.counts[others.lowerBound + column])
          counts[pair] += values[pair] * factors
        }
        tie += width
      }
    }
    nulls = (Self.shares(nullCounts.0), Self.shares(nullCounts.1))
  }

  private static func shares(_ counts: [Float]) -> [Float] {
    let total = max(counts.reduce(0, +), .leastNormalMagnitude)
    return counts.map { $0 / total }
  }

  private func totals(_ counts: [SIMD2<Float>]) -> ([Float], [Float]) {
    var totals = (
      [Float](repeating: 0, count: sourceWords), [Float](repeating: 0, count: targetWords)
    )
    for word in 0..<sourceWords {
      for pair in pairStarts[word]..<pairStarts[word + 1] {
        totals.0[word] += counts[pair].x
        totals.1[Int(targets[pair])] += counts[pair].y
      }
    }
    return totals
  }

  /// The counts of the pairs that are in more than one pair of sentences: one joint occurrence is
  /// what any two words of two long sentences have.
  private func repeated(_ counts: [SIMD2<Float>], _ totals: ([Float], [Float])) -> Counts {
    var found = Counts(sourceTotals: totals.0, targetTotals: totals.1)
    for word in 0..<sourceWords {
      for pair in pairStarts[word]..<pairStarts[word + 1] where occurrences[pair] >= 2 {
        let target = targets[pair]
        if counts[pair].x > 0 {
          found.forward.append(
            WordPair(first: Int32(word), second: target, value: counts[pair].x))
        }
        if counts[pair].y > 0 {
          found.backward.append(
            WordPair(first: target, second: Int32(word), value: counts[pair].y))
        }
      }
    }
    return found
  }
}
