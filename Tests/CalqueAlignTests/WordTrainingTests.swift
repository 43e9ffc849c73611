import TestSupport
import Testing

@testable import CalqueAlign

/// IBM model 1 in plain dictionaries: the slow twin, one direction at a time.
private struct Twin {
  let pairs: [(source: [Int], target: [Int])]
  let words: (source: Int, target: Int)

  /// The expected counts of the last round: by source word (−1: the empty word), then target word.
  func counts(rounds: Int) -> [Int: [Int: Double]] {
    var probability: [Int: [Int: Double]] = [:]
    for source in -1..<words.source {
      for target in 0..<words.target {
        probability[source, default: [:]][target] = 1 / Double(words.target)
      }
    }
    var counts: [Int: [Int: Double]] = [:]
    for _ in 0..<rounds {
      counts = [:]
      for (source, target) in pairs {
        for t in target {
          let all = ([-1] + source).map { probability[$0]?[t] ?? 0 }.reduce(0, +)
          for s in [-1] + source {
            counts[s, default: [:]][t, default: 0] += (probability[s]?[t] ?? 0) / all
          }
        }
      }
      for (s, row) in counts {
        let total = row.values.reduce(0, +)
        probability[s] = row.mapValues { $0 / total }
      }
    }
    return counts
  }
}

@Suite("The training of word translations")
struct WordTrainingTests {
  private func numbers(_ list: [Int]) -> ArraySlice<Int32> { list.map { Int32($0) }[...] }

  @Test("expects what a plain implementation expects", arguments: UInt64(0)..<20)
  func agrees(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let words = (source: 9, target: 11)
    let pairs = (0..<15).map { _ in
      func sentence(_ words: Int) -> [Int] {
        (0..<Int.random(in: 1...6, using: &random)).map { _ in
          Int.random(in: 0..<words, using: &random)
        }
      }
      return (source: sentence(words.source), target: sentence(words.target))
    }
    let rounds = Int(seed % 4) + 1
    let training = WordTraining(
      pairs.map { (numbers($0.source), numbers($0.target)) }, words: words)
    let found = training.counts(rounds: rounds, from: nil)

    let forward = Twin(pairs: pairs, words: words).counts(rounds: rounds)
    let backward = Twin(
      pairs: pairs.map { ($0.target, $0.source) }, words: (words.target, words.source)
    ).counts(rounds: rounds)
    func check(_ found: [WordPair], _ totals: [Float], _ twin: [Int: [Int: Double]]) {
      for pair in found {
        let expected = twin[Int(pair.first)]?[Int(pair.second)] ?? 0
        #expect(abs(Double(pair.value) - expected) < 1e-3, "seed \(seed)")
      }
      for (word, total) in totals.enumerated() {
        let expected = twin[word]?.values.reduce(0, +) ?? 0
        #expect(abs(Double(total) - expected) < 1e-3, "seed \(seed)")
      }
    }
    check(found.forward, found.sourceTotals, forward)
    check(found.backward, found.targetTotals, backward)

    // Word pairs that only one pair of sentences holds are not reported.
    var together: [[Int]: Int] = [:]
    for (source, target) in pairs {
      for s in Set(source) { for t in Set(target) { together[[s, t], default: 0] += 1 } }
    }
    #expect(found.forward.count == together.values.filter { $0 >= 2 }.count, "seed \(seed)")
  }

  @Test("takes evenly spread sentences where there are too many")
  func limit() {
    let pairs = (0..<100).map { number in (numbers([number % 5]), numbers([number % 5])) }
    let found = WordTraining(pairs, words: (5, 5), maxTies: 20).counts(rounds: 1, from: nil)
    #expect(found.sourceTotals.reduce(0, +) <= 20)
    #expect(found.sourceTotals.reduce(0, +) >= 5)
  }
}
