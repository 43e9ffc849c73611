internal import Glibc

extension BilingualLexicon {
  /// What to keep of the word pairs that a memory shows.
  public struct Selection: Sendable {
    /// The smallest expected count of a word pair, in the direction that has less.
    public var minCount: Float = 2
    /// The smallest product of the two probabilities.
    public var minProbability: Float = 0.001
    /// The maximum number of pairs; the surest are kept.
    public var maxPairs = Int.max
    /// Whether pairs that look alike are kept; the aligner finds those by itself.
    public var keepsCognates = false
    /// Whether a probability is reduced by c / (c + 2) for a word with the expected count c.
    public var reducesRareWords = true

    /// The selection for a memory of the user's own.
    public init() {}
  }

  /// Learns the word pairs of translated sentences: IBM model 1 in both directions, five rounds from
  /// a uniform start.
  ///
  /// - Parameters:
  ///   - pairs: sentences with their translations; of a longer sentence the first 80 words count.
  ///   - selection: what is kept.
  ///   - maxTies: the largest number of pairs of words that stand in one pair of sentences; of more
  ///     sentences, evenly spread ones are taken. A tie takes four bytes.
  /// - Returns: pairs of words of letters, in the order of their words.
  public static func learned(
    from pairs: some Sequence<(source: String, target: String)>,
    keeping selection: Selection = Selection(), maxTies: Int = 16_000_000
  ) -> BilingualLexicon {
    var (source, target) = (Vocabulary(), Vocabulary())
    var sentences: [(source: ArraySlice<Int32>, target: ArraySlice<Int32>)] = []
    func words(_ text: String, _ vocabulary: inout Vocabulary) -> ArraySlice<Int32> {
      let words = vocabulary.read(text).prefix(80)
      return words.filter { vocabulary.kinds[Int($0)] != .number }[...]
    }
    for pair in pairs {
      let sentence = (words(pair.source, &source), words(pair.target, &target))
      sentences.append(sentence)
    }
    let training = WordTraining(
      sentences, words: (source.counts.count, target.counts.count), maxTies: maxTies)
    sentences = []
    let counts = training.counts(rounds: 5, from: nil)
    return BilingualLexicon(counts, source, target, selection)
  }

  private init(
    _ counts: WordTraining.Counts, _ source: Vocabulary, _ target: Vocabulary,
    _ selection: Selection
  ) {
    self.init()
    let back = PairTable(words: target.counts.count, counts.backward)
    var backward = PairTable(words: source.counts.count)
    backward.turn(back)
    let forward = PairTable(words: source.counts.count, counts.forward)
    var compare = Resemblance()
    var found: [(pair: WordPair, backward: Float, weight: Float)] = []
    for word in source.counts.indices where source.kinds[word] == .letters {
      var place = backward.row(word).lowerBound
      for at in forward.row(word) {
        let other = Int(forward.others[at])
        while place < backward.row(word).upperBound, backward.others[place] < other { place += 1 }
        guard place < backward.row(word).upperBound, backward.others[place] == other,
          target.kinds[other] == .letters
        else { continue }
        let count = min(forward.values[at], backward.values[place])
        let s = forward.values[at] / counts.sourceTotals[word]
        let t = backward.values[place] / counts.targetTotals[other]
        guard count >= selection.minCount, s * t >= selection.minProbability else { continue }
        if !selection.keepsCognates,
          compare.of(
            Resemblance.Word(source.stems[word], .letters),
            Resemblance.Word(target.stems[other], .letters)) > 0
        {
          continue
        }
        func reduced(_ value: Float, _ total: Float) -> Float {
          selection.reducesRareWords ? value * total / (total + 2) : value
        }
        found.append(
          (
            WordPair(
              first: Int32(word), second: Int32(other),
              value: reduced(s, counts.sourceTotals[word])),
            reduced(t, counts.targetTotals[other]), (s * t).squareRoot() * logf(1 + count)
          ))
      }
    }
    if found.count > selection.maxPairs {
      found.sort { ($1.weight, $0.pair.key) < ($0.weight, $1.pair.key) }
      found.removeLast(found.count - selection.maxPairs)
    }
    found.sort {
      source.stems[Int($0.pair.first)].lexicographicallyPrecedes(
        source.stems[Int($1.pair.first)])
        || ($0.pair.first == $1.pair.first
          && target.stems[Int($0.pair.second)].lexicographicallyPrecedes(
            target.stems[Int($1.pair.second)]))
    }
    for (pair, backward, _) in found {
      add(
        source.stems[Int(pair.first)], target.stems[Int(pair.second)], forward: pair.value,
        backward: backward)
    }
  }

  /// The pairs as a table that `init(table:)` reads, without a heading.
  public var table: [UInt8] {
    var bytes: [UInt8] = []
    for entry in entries {
      bytes += source(entry)
      bytes.append(0x09)
      bytes += target(entry)
      for value in [entry.forward, entry.backward] {
        bytes.append(0x09)
        bytes += String(Int((value * 100).rounded())).utf8
      }
      bytes.append(0x0A)
    }
    return bytes
  }
}
