import TestSupport
import Testing

@testable import CalqueAlign

@Suite("Moved passages")
struct MovedBlocksTests {
  private let aligner = LexicalAligner(lexicons: [SplitMix64.lexicon])

  /// A text whose sentences are translated one to one, as lists of words.
  private func text(_ random: inout SplitMix64, sentences: Int) -> [[Int]] {
    (0..<sentences).map { _ in
      (0..<Int.random(in: 6...12, using: &random)).map { _ in
        Int.random(in: 0..<60, using: &random)
      }
    }
  }

  private func align(_ source: [[Int]], _ target: [[Int]]) -> [Bead] {
    aligner.align(
      AlignmentPair(
        AlignmentText(source.map(SplitMix64.source)),
        AlignmentText(target.map(SplitMix64.target))))
  }

  @Test("are joined where they stand, and every sentence is in one bead", arguments: UInt64(0)..<4)
  func moved(seed: UInt64) {
    var random = SplitMix64(seed: seed + 70)
    let source = text(&random, sentences: 60)
    // Sentences 10 to 15 stand behind sentence 45.
    let order = Array(0..<10) + Array(16..<46) + Array(10..<16) + Array(46..<60)
    let beads = align(source, order.map { source[$0] })
    for place in 40..<46 {
      let wanted = Bead(
        source: order[place]..<(order[place] + 1), target: place..<(place + 1), confidence: 0)
      let found = beads.first { $0.ladder == wanted.ladder }
      #expect(found?.isMoved == true, "seed \(seed): \(wanted.ladder)")
    }
    #expect(beads.flatMap(\.source) == Array(0..<60))
    #expect(beads.flatMap(\.target).sorted() == Array(0..<60))
    #expect(beads.count { !$0.isMoved && !$0.source.isEmpty && !$0.target.isEmpty } >= 50)
  }

  @Test("cross one another")
  func crossing() {
    var random = SplitMix64(seed: 90)
    let source = text(&random, sentences: 60)
    let order =
      Array(0..<5) + Array(45..<50) + Array(10..<40) + Array(5..<10) + Array(40..<45)
      + Array(50..<60)
    let beads = align(source, order.map { source[$0] })
    let right = beads.count { bead in
      bead.source.count == 1 && bead.target.count == 1
        && order[bead.target.lowerBound] == bead.source.lowerBound
    }
    #expect(right >= 50)
  }

  @Test("are not invented between additions on both sides")
  func additions() {
    var random = SplitMix64(seed: 91)
    let source = text(&random, sentences: 50)
    var target = source
    target.replaceSubrange(10..<15, with: [])
    target.insert(contentsOf: text(&random, sentences: 5), at: 35)
    #expect(align(source, target).count { $0.isMoved } == 0)
  }
}
