import Foundation
import TestSupport

@testable import CalqueAlign

/// The score of alignments in its own words: dictionaries, whole matrices, every path by itself.
///
/// The twin shares the numbers of the model with the aligner, and no code.
struct LatticeTwin {
  let pair: PairWords
  let ratio: Double
  let beads: BeadModel
  let forward: [Int32: [Int32: Double]]
  let backward: [Int32: [Int32: Double]]
  let source: WordFacts
  let target: WordFacts

  enum State: Int { case joined, loneSource, loneTarget }

  init(_ pair: PairWords, ratio: Double, beads: BeadModel, model: LexicalModel) {
    self.pair = pair
    self.ratio = ratio
    self.beads = beads
    forward = Self.dictionary(model.table.forward)
    backward = Self.dictionary(model.table.backward)
    source = model.source
    target = model.target
  }

  private static func dictionary(_ table: PairTable) -> [Int32: [Int32: Double]] {
    var rows: [Int32: [Int32: Double]] = [:]
    for word in 0..<(table.starts.count - 1) {
      for place in table.row(word) {
        rows[Int32(word), default: [:]][table.others[place]] = Double(table.values[place])
      }
    }
    return rows
  }

  private func explained(
    _ scored: ArraySlice<Int32>, by given: ArraySlice<Int32>, _ table: [Int32: [Int32: Double]],
    _ facts: WordFacts
  ) -> Double {
    scored.reduce(0) { sum, word in
      let probability = given.reduce(0) { $0 + (table[$1]?[word] ?? 0) }
      let q = probability / (Double(given.count + 1) * Double(facts.shares[Int(word)]))
      let u = 0.62 * min(1, 1.6 * Double(facts.certainties[Int(word)]))
      let w = q > 1 ? max(0.65, u) : u
      return sum + log(min(20, w * q + 1 - u))
    }
  }

  /// The score of the bead of a source and b target sentences that begins at (i, j).
  func bead(_ i: Int, _ j: Int, _ a: Int, _ b: Int) -> Double {
    let s = pair.source.lengths[i..<(i + a)].reduce(0, +) * ratio
    let t = pair.target.lengths[j..<(j + b)].reduce(0, +)
    let deviation = abs(t - s) / (6.8 * ((s + t) / 2 + 1)).squareRoot()
    let length = log(max(1e-12, erfc(deviation / 2.0.squareRoot())))
    if a + b > 3 ? length < -9 : a + b > 2 ? length < -14 : false { return -.infinity }
    let (source, target) = (pair.source[i..<(i + a)], pair.target[j..<(j + b)])
    let words =
      explained(target, by: source, forward, self.target)
      + explained(source, by: target, backward, self.source)
    var score = beads.kinds[(a - 1) * 4 + b - 1] + length + 0.85 / 2 * words
    let (opens, closes) = (pair.source.opensParagraph, pair.target.opensParagraph)
    if !beads.paragraphs.isOpen {
      score += beads.paragraphs.beginnings[(opens[i] ? 2 : 0) + (closes[j] ? 1 : 0)]
      for place in (i + 1)..<(i + a + 1) where place < i + a && opens[place] {
        score += beads.paragraphs.sourceCrossing
      }
      for place in (j + 1)..<(j + b + 1) where place < j + b && closes[place] {
        score += beads.paragraphs.targetCrossing
      }
    }
    return score
  }

  private func change(_ from: State, _ to: State) -> Double {
    switch (from, to) {
    case (.joined, .joined): beads.stay
    case (_, .joined): beads.leave
    case (.loneSource, .loneSource), (.loneTarget, .loneTarget): beads.extend
    default: beads.open
    }
  }

  /// The steps from a cell: the state that they reach, and their sentences.
  private func steps(_ i: Int, _ j: Int) -> [(State, Int, Int)] {
    var steps: [(State, Int, Int)] = [(.loneSource, 1, 0), (.loneTarget, 0, 1)]
    for a in 1...4 { for b in 1...4 { steps.append((.joined, a, b)) } }
    return steps.filter { i + $0.1 <= pair.source.count && j + $0.2 <= pair.target.count }
  }

  private func value(_ i: Int, _ j: Int, _ from: State, _ step: (State, Int, Int)) -> Double {
    change(from, step.0) + (step.0 == .joined ? bead(i, j, step.1, step.2) : 0)
  }

  /// The score of a path.
  func score(_ path: [Step]) -> Double {
    var (sum, state) = (0.0, State.joined)
    for step in path {
      let next: State =
        step.isJoint ? .joined : step.target.isEmpty ? .loneSource : .loneTarget
      sum += value(
        step.source.lowerBound, step.target.lowerBound, state,
        (next, step.source.count, step.target.count))
      state = next
    }
    return sum
  }

  /// The score of the best path, by dynamic programming over the whole matrix.
  func best() -> Double {
    let (n, m) = (pair.source.count, pair.target.count)
    var best = [[[Double]]](
      repeating: [[Double]](
        repeating: [Double](repeating: -.infinity, count: 3), count: m + 1), count: n + 1)
    best[n][m] = [0, 0, 0]
    for i in stride(from: n, through: 0, by: -1) {
      for j in stride(from: m, through: 0, by: -1) where i < n || j < m {
        for state in 0..<3 {
          for step in steps(i, j) {
            best[i][j][state] = max(
              best[i][j][state],
              value(i, j, State(rawValue: state) ?? .joined, step)
                + best[i + step.1][j + step.2][step.0.rawValue])
          }
        }
      }
    }
    return best[0][0][0]
  }

  /// Every path with its score, one after the other.
  func allPaths() -> [(path: [Step], score: Double)] {
    var found: [(path: [Step], score: Double)] = []
    func walk(_ i: Int, _ j: Int, _ state: State, _ path: [Step], _ score: Double) {
      if i == pair.source.count, j == pair.target.count { found.append((path, score)) }
      for step in steps(i, j) {
        let next = Step(source: i..<(i + step.1), target: j..<(j + step.2))
        walk(
          i + step.1, j + step.2, step.0, path + [next], score + value(i, j, state, step))
      }
    }
    walk(0, 0, .joined, [], 0)
    return found
  }
}

/// Documents made at random, the same for the same seed.
extension SplitMix64 {
  /// A document of invented words and its translation, with sentences that are merged, split, left
  /// out and added.
  mutating func document(sentences: Int, paragraphs: Bool = false) -> AlignmentPair {
    var (source, target): ([String], [String]) = ([], [])
    while source.count < sentences {
      let words = (0..<Int.random(in: 2...9, using: &self)).map { _ in
        Int.random(in: 0..<60, using: &self)
      }
      let half = words.count / 2
      let (first, second) = (words.prefix(half + 1), words.dropFirst(half + 1))
      switch Int.random(in: 0..<12, using: &self) {
      case 0: source.append(Self.source(words))
      case 1: target.append(Self.target(words))
      case 2 where !second.isEmpty:
        source += [Self.source(first), Self.source(second)]
        target.append(Self.target(words))
      case 3 where !second.isEmpty:
        source.append(Self.source(words))
        target += [Self.target(first), Self.target(second)]
      default:
        source.append(Self.source(words))
        target.append(Self.target(words))
      }
    }
    func numbers(_ count: Int) -> [Int]? {
      guard paragraphs else { return nil }
      var number = 0
      return (0..<count).map { _ in
        if Int.random(in: 0..<3, using: &self) == 0 { number += 1 }
        return number
      }
    }
    return AlignmentPair(
      AlignmentText(source, paragraphs: numbers(source.count)),
      AlignmentText(target, paragraphs: numbers(target.count)))
  }

  /// Words of one language: the number in letters, with a beginning that the other never has.
  static func source(_ words: some Sequence<Int>) -> String {
    words.map { "k" + letters($0) }.joined(separator: " ") + "."
  }
  static func target(_ words: some Sequence<Int>) -> String {
    words.map { "z" + letters($0) }.joined(separator: " ") + "."
  }
  private static func letters(_ number: Int) -> String {
    let vowels = Array("aeiou")
    let consonants = Array("bcdfgl")
    return String([
      vowels[number % 5], consonants[number / 5 % 6], vowels[number / 30 % 5],
      consonants[number % 6],
    ])
  }

  /// A lexicon of half of the invented words.
  static var lexicon: BilingualLexicon {
    var lexicon = BilingualLexicon()
    for word in stride(from: 0, to: 60, by: 2) {
      lexicon.add(
        Array("k\(letters(word))".utf8)[...], Array("z\(letters(word))".utf8)[...], forward: 0.537,
        backward: 0.613)
    }
    return lexicon
  }
}
