import CalqueAlign
import Foundation
import TestSupport
import Testing

/// The slow twin: the model in its own words, a full matrix, nothing cut short, no shared code.
private struct Twin {
  let s: [Double]
  let t: [Double]
  let sOpens: [Bool]
  let tOpens: [Bool]
  let temperature: Double

  enum State: CaseIterable { case join, source, target }

  init(_ source: AlignmentText, _ target: AlignmentText, temperature: Double) {
    let total = Double(target.lengths.reduce(0, +)) / Double(source.lengths.reduce(0, +))
    let ratio = max(0.6, min(total, 1.6))
    s = source.lengths.map { Double($0) * ratio }
    t = target.lengths.map { Double($0) }
    sOpens = source.opensParagraph
    tOpens = target.opensParagraph
    self.temperature = temperature
  }

  private func share(_ opens: [Bool]) -> Double {
    Double(opens.filter { $0 }.count) / Double(opens.count)
  }

  private var hasParagraphs: Bool {
    [sOpens, tOpens].allSatisfy { opens in
      opens.filter { $0 }.count >= 2 && opens.contains(false)
    }
  }

  /// The score of the bead that begins at (i, j) with a and b sentences.
  func bead(_ i: Int, _ j: Int, _ a: Int, _ b: Int) -> Double {
    let sum = (s[i..<i + a].reduce(0, +), t[j..<j + b].reduce(0, +))
    let deviation = abs(sum.1 - sum.0) / (6.8 * ((sum.0 + sum.1) / 2 + 1)).squareRoot()
    var score = max(log(1e-12), log(erfc(deviation / 2.0.squareRoot()))) + 1.5
    score += log([[0.89, 0.0445], [0.0445, 0.011]][a - 1][b - 1])
    guard hasParagraphs else { return score }
    let (p, q) = (share(sOpens), share(tOpens))
    let both = 0.8 * min(p, q) + 0.2 * p * q
    let together: Double
    let chance: Double
    switch (sOpens[i], tOpens[j]) {
    case (true, true): (together, chance) = (both, p * q)
    case (true, false): (together, chance) = (p - both, p * (1 - q))
    case (false, true): (together, chance) = (q - both, (1 - p) * q)
    case (false, false): (together, chance) = (1 - p - q + both, (1 - p) * (1 - q))
    }
    score += max(-4, min(3, log(together / chance)))
    if a == 2, sOpens[i + 1] { score += min(0, log(0.05 / p)) }
    if b == 2, tOpens[j + 1] { score += min(0, log(0.05 / q)) }
    return score
  }

  /// What it costs to go from one state into the next.
  func change(_ from: State, _ to: State) -> Double {
    if from == .join { return to == .join ? log(1 - 2 * exp(-3.5)) : -3.5 }
    if to == .join { return log(1 - exp(-2)) }
    return from == to ? -2 : -3.5
  }

  typealias Matrix = [State: [[Double]]]

  /// For every cell and state, all paths from there to the end, joined by an operation.
  func toEnd(_ join: ([Double]) -> Double, _ scale: Double) -> Matrix {
    var matrix = Matrix()
    for state in State.allCases {
      matrix[state] = Array(
        repeating: Array(repeating: -.infinity, count: t.count + 1), count: s.count + 1)
    }
    for i in (0...s.count).reversed() {
      for j in (0...t.count).reversed() {
        for state in State.allCases {
          var ways: [Double] = i == s.count && j == t.count ? [0] : []
          for (to, a, b) in Self.moves where i + a <= s.count && j + b <= t.count {
            let score = to == .join ? bead(i, j, a, b) : 0
            ways.append((change(state, to) + score) / scale + (matrix[to]?[i + a][j + b] ?? 0))
          }
          matrix[state]?[i][j] = join(ways)
        }
      }
    }
    return matrix
  }

  static let moves: [(State, Int, Int)] = [
    (.source, 1, 0), (.target, 0, 1), (.join, 1, 1), (.join, 2, 1), (.join, 1, 2), (.join, 2, 2),
  ]

  func score(of beads: [Bead]) -> Double {
    var state = State.join
    var score = 0.0
    for bead in beads {
      let to: State = bead.target.isEmpty ? .source : bead.source.isEmpty ? .target : .join
      score += change(state, to)
      if to == .join {
        score += self.bead(
          bead.source.lowerBound, bead.target.lowerBound, bead.source.count, bead.target.count)
      }
      state = to
    }
    return score
  }

  /// The share of all paths, by weight, that take each bead: every path is followed from the start.
  func confidences(of beads: [Bead]) -> [Double] {
    let sum = { (ways: [Double]) in
      let most = ways.max() ?? -.infinity
      return most == -.infinity ? most : most + log(ways.map { exp($0 - most) }.reduce(0, +))
    }
    let toEnd = toEnd(sum, temperature)
    // The weight of reaching each cell in each state, spread forward from the start.
    var reach = Matrix()
    for state in State.allCases {
      reach[state] = Array(
        repeating: Array(repeating: -.infinity, count: t.count + 1), count: s.count + 1)
    }
    reach[.join]?[0][0] = 0
    var taken: [[Int]: [Double]] = [:]
    for i in 0...s.count {
      for j in 0...t.count {
        for state in [State.join, .source, .target] {
          let here = reach[state]?[i][j] ?? -.infinity
          for (to, a, b) in Self.moves where i + a <= s.count && j + b <= t.count {
            let step = (change(state, to) + (to == .join ? bead(i, j, a, b) : 0)) / temperature
            let there = reach[to]?[i + a][j + b] ?? -.infinity
            reach[to]?[i + a][j + b] = sum([there, here + step])
            taken[[i, j, a, b], default: []].append(
              here + step + (toEnd[to]?[i + a][j + b] ?? -.infinity))
          }
        }
      }
    }
    let all = toEnd[.join]?[0][0] ?? 0
    return beads.map { bead in
      let key = [
        bead.source.lowerBound, bead.target.lowerBound, bead.source.count, bead.target.count,
      ]
      return exp(sum(taken[key] ?? []) - all)
    }
  }
}

@Suite("The length aligner and its slow twin")
struct LengthAlignerTwinTests {
  @Test("find equally good beads and are equally sure of them", arguments: UInt64(0)..<60)
  func agree(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let source: AlignmentText
    let target: AlignmentText
    if seed % 2 == 0 {
      source = random.text(sentences: Int.random(in: 1...9, using: &random))
      target = random.text(sentences: Int.random(in: 1...9, using: &random))
    } else {
      (source, target) = random.translation(sentences: Int.random(in: 1...14, using: &random))
      guard target.count > 0 else { return }
    }
    var aligner = LengthAligner()
    aligner.rounds = 1
    let beads = aligner.align(source, target)
    let twin = Twin(source, target, temperature: aligner.temperature)

    #expect(beads.flatMap(\.source) == Array(0..<source.count), "seed \(seed)")
    #expect(beads.flatMap(\.target) == Array(0..<target.count), "seed \(seed)")
    let best = twin.toEnd({ $0.max() ?? -.infinity }, 1)[.join]?[0][0] ?? 0
    #expect(abs(twin.score(of: beads) - best) < 0.01, "seed \(seed): \(beads.map(\.ladder))")
    for (bead, sure) in zip(beads, twin.confidences(of: beads)) {
      #expect(abs(bead.confidence - sure) < 0.001, "seed \(seed): \(bead.ladder)")
    }
  }
}
