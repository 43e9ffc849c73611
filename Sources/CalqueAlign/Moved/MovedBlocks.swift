internal import Glibc

/// Finds passages that stand at another place in the translation.
///
/// A path through the lattice keeps the order of both texts, so a passage that was moved is left
/// without a counterpart on both sides. The sentences that the path leaves alone are aligned again
/// among themselves, as two texts of their own in which no bead joins sentences that are not
/// neighbours. A run of beads is taken if its words say more than that such a run would be found by
/// chance anywhere. Further rounds find passages that cross those of the rounds before.
struct MovedBlocks {
  private let pair: PairWords
  private let lexical: LexicalModel
  private let ratio: Double
  private let temperature: Double

  /// The largest number of rounds.
  private static let rounds = 4
  /// What the evidence of a run has to exceed, apart from the number of places where it may be.
  private static let least = 3.0
  /// The largest number of sentences on each side between two beads of one run.
  private static let gap = 2

  /// The passages of two texts, with the words that were learned.
  init(_ pair: PairWords, _ lexical: LexicalModel, ratio: Double, temperature: Double) {
    self.pair = pair
    self.lexical = lexical
    self.ratio = ratio
    self.temperature = temperature
  }

  /// The beads with the moved passages joined, in the order of the source.
  func joined(_ beads: [Bead]) -> [Bead] {
    var freeSource = beads.filter { $0.target.isEmpty }.flatMap(\.source)
    var freeTarget = beads.filter { $0.source.isEmpty }.flatMap(\.target)
    let joints = beads.filter { !$0.source.isEmpty && !$0.target.isEmpty }
    var found: [Bead] = []
    for _ in 0..<Self.rounds {
      guard !freeSource.isEmpty, !freeTarget.isEmpty else { break }
      let more = blocks(freeSource, freeTarget).filter { crosses($0, joints) }.flatMap(\.self)
      if more.isEmpty { break }
      found += more
      let (source, target) = (Set(more.flatMap(\.source)), Set(more.flatMap(\.target)))
      freeSource.removeAll(where: source.contains)
      freeTarget.removeAll(where: target.contains)
    }
    return found.isEmpty ? beads : Self.merged(beads, found)
  }

  /// Whether a run of beads stands on the other side of a bead of the path.
  private func crosses(_ block: [Bead], _ joints: [Bead]) -> Bool {
    guard let first = block.first else { return false }
    // The joints before the run on either side are the same, unless the run crosses some.
    func count(_ isBefore: (Bead) -> Bool) -> Int {
      var (low, high) = (0, joints.count)
      while low < high {
        let middle = (low + high) / 2
        if isBefore(joints[middle]) { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return count { $0.source.lowerBound < first.source.lowerBound }
      != count { $0.target.lowerBound < first.target.lowerBound }
  }

  /// The runs of beads between sentences that are free, with enough evidence.
  private func blocks(_ source: [Int], _ target: [Int]) -> [[Bead]] {
    let free = PairWords(
      source: TextWords(pair.source, only: source), target: TextWords(pair.target, only: target))
    let path = CoarsePass().path(free, lexical)
    let lattice = Lattice(
      free,
      band: .around(path, radius: 12, source: source.count, target: target.count), ratio: ratio,
      beads: .ofFreeSentences, lexical: lexical)
    let best = lattice.bestPath()
    let confidences = lattice.confidences(of: best, temperature: temperature)
    let scores = lattice.scores(of: best)
    let needed = Self.least + log(Double(source.count)) + log(Double(target.count))

    var blocks: [[Bead]] = []
    var block: [Bead] = []
    var evidence = 0.0
    func end() {
      if evidence >= needed { blocks.append(block) }
      block = []
      evidence = 0
    }
    for (place, step) in best.enumerated() where step.isJoint {
      let bead = Bead(
        source: Self.range(source, step.source), target: Self.range(target, step.target),
        confidence: confidences[place], isMoved: true)
      if let last = block.last,
        bead.source.lowerBound - last.source.upperBound > Self.gap
          || bead.target.lowerBound - last.target.upperBound > Self.gap
      {
        end()
      }
      block.append(bead)
      evidence += scores[place]
    }
    end()
    return blocks
  }

  /// The sentences of a run of free sentences, which are neighbours in the text.
  private static func range(_ free: [Int], _ run: Range<Int>) -> Range<Int> {
    free[run.lowerBound]..<(free[run.upperBound - 1] + 1)
  }

  /// The beads of the path and the moved ones, in the order of the source.
  private static func merged(_ beads: [Bead], _ moved: [Bead]) -> [Bead] {
    let source = Set(moved.flatMap(\.source))
    let target = Set(moved.flatMap(\.target))
    var waiting = moved.sorted { $0.source.lowerBound < $1.source.lowerBound }[...]
    var merged: [Bead] = []
    for bead in beads {
      if bead.target.isEmpty, let sentence = bead.source.first, source.contains(sentence) {
        if waiting.first?.source.lowerBound == sentence, let next = waiting.popFirst() {
          merged.append(next)
        }
      } else if bead.source.isEmpty, let sentence = bead.target.first, target.contains(sentence) {
        continue
      } else {
        merged.append(bead)
      }
    }
    return merged
  }
}
