/// The beads of a document that a person has accepted, around which the rest is aligned anew.
struct FixedBeads {
  /// An accepted bead, by the places of its sheet's rows.
  struct Bead: Equatable {
    let rows: [Int]
    let source: Range<Int>
    let target: Range<Int>
  }

  /// A stretch of both texts between two beads of the chain, and the bead behind it.
  struct Gap: Equatable {
    /// The source sentences of the stretch, without those of moved beads.
    let source: [Int]
    /// The target sentences of the stretch, without those of moved beads.
    let target: [Int]
    /// The moved beads whose source lies in the stretch.
    let moved: [Bead]
    /// The bead behind the stretch; nil at the end of the texts.
    let next: Bead?
  }

  /// The beads in the order of both texts.
  let chain: [Bead]
  /// The beads that cross the chain.
  let moved: [Bead]

  /// Finds the longest chain of beads that run in the same order on both sides.
  ///
  /// - Complexity: O(n²) for n accepted beads.
  init(_ beads: [Bead]) {
    let beads = beads.sorted { $0.source.lowerBound < $1.source.lowerBound }
    var best = [Int](repeating: 1, count: beads.count)
    var before = [Int?](repeating: nil, count: beads.count)
    for place in beads.indices {
      for earlier in 0..<place
      where beads[earlier].source.upperBound <= beads[place].source.lowerBound
        && beads[earlier].target.upperBound <= beads[place].target.lowerBound
        && best[earlier] + 1 > best[place]
      {
        (best[place], before[place]) = (best[earlier] + 1, earlier)
      }
    }
    var chained = Set<Int>()
    var place = best.indices.max { (best[$0], -$0) < (best[$1], -$1) }
    while let current = place {
      chained.insert(current)
      place = before[current]
    }
    chain = beads.indices.filter(chained.contains).map { beads[$0] }
    moved = beads.indices.filter { !chained.contains($0) }.map { beads[$0] }
  }

  /// The stretches between the beads, in the order of the texts.
  ///
  /// - Parameters:
  ///   - source: the numbers of the source sentences that are aligned.
  ///   - target: the numbers of the target sentences that are aligned.
  /// - Returns: one stretch more than the chain has beads.
  func gaps(source: [Int], target: [Int]) -> [Gap] {
    let heldSource = Set(moved.flatMap(\.source))
    let heldTarget = Set(moved.flatMap(\.target))
    var (s, t) = (0, 0)
    return (chain.map(Optional.some) + [nil]).map { next in
      let (endS, endT) = (next?.source.lowerBound ?? .max, next?.target.lowerBound ?? .max)
      defer { (s, t) = (next?.source.upperBound ?? .max, next?.target.upperBound ?? .max) }
      return Gap(
        source: source.filter { $0 >= s && $0 < endS && !heldSource.contains($0) },
        target: target.filter { $0 >= t && $0 < endT && !heldTarget.contains($0) },
        moved: moved.filter { $0.source.lowerBound >= s && $0.source.lowerBound < endS },
        next: next)
    }
  }
}
