import Foundation
import TestSupport
import Testing

@testable import CalqueAlign

@Suite("The lattice")
struct LatticeTests {
  /// A lattice as the aligner builds it, and its twin.
  private func lattices(
    _ document: AlignmentPair, band: Band? = nil
  ) -> (lattice: Lattice, twin: LatticeTwin) {
    var (source, target) = (Vocabulary(), Vocabulary())
    let pair = PairWords(
      source: TextWords(document.source, &source), target: TextWords(document.target, &target))
    let prior = WordPrior(source, target, lexicons: [SplitMix64.lexicon])
    let model = LexicalModel(prior, source, target)
    let beads = BeadModel(pair)
    let lattice = Lattice(
      pair, band: band ?? .whole(pair.source.count, pair.target.count), ratio: pair.ratio,
      beads: beads, lexical: model)
    return (lattice, LatticeTwin(pair, ratio: pair.ratio, beads: beads, model: model))
  }

  @Test("finds a path as good as that of the whole matrix", arguments: UInt64(0)..<16)
  func best(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let document = random.document(
      sentences: Int.random(in: 1...14, using: &random), paragraphs: seed % 2 == 0)
    let (lattice, twin) = lattices(document)
    let path = lattice.bestPath()
    #expect(path.flatMap(\.source) == Array(0..<document.source.count), "seed \(seed)")
    #expect(path.flatMap(\.target) == Array(0..<document.target.count), "seed \(seed)")
    #expect(abs(twin.score(path) - twin.best()) < 0.01, "seed \(seed)")
  }

  @Test("is as sure of a bead as all paths together are", arguments: UInt64(0)..<8)
  func confidence(seed: UInt64) {
    var random = SplitMix64(seed: seed + 100)
    var document = random.document(sentences: 3, paragraphs: seed % 2 == 0)
    if document.target.count > 4 {
      document.target = AlignmentText(Array(document.target.sentences.prefix(4)))
    }
    let (lattice, twin) = lattices(document)
    let path = lattice.bestPath()
    let temperature = 1.5
    let found = lattice.confidences(of: path, temperature: temperature)

    let all = twin.allPaths()
    let total = all.reduce(0) { $0 + exp($1.score / temperature) }
    for (step, confidence) in zip(path, found) {
      // Of a lone sentence, the paths count in which it is alone, wherever it stands.
      let with = all.filter { path, _ in
        path.contains { other in
          step.isJoint
            ? other == step
            : !other.isJoint && other.source.isEmpty == step.source.isEmpty
              && (step.source.isEmpty
                ? other.target == step.target : other.source == step.source)
        }
      }
      let share = with.reduce(0) { $0 + exp($1.score / temperature) } / total
      #expect(abs(confidence - share) < 1e-3, "seed \(seed): \(step)")
    }
    let most = all.max { $0.score < $1.score }
    #expect(abs((most?.score ?? 0) - twin.score(path)) < 0.01, "seed \(seed)")
  }

  @Test("finds the same in a band as over the whole matrix", arguments: UInt64(0)..<3)
  func band(seed: UInt64) {
    var random = SplitMix64(seed: seed + 200)
    let document = random.document(sentences: 100)
    let whole = lattices(document).lattice
    let path = whole.bestPath()
    let band = Band.around(
      path, radius: 12, source: document.source.count, target: document.target.count)
    let banded = lattices(document, band: band).lattice
    #expect(banded.band.cells < whole.band.cells / 2)
    #expect(banded.bestPath() == path, "seed \(seed)")
    let (a, b) = (
      whole.confidences(of: path, temperature: 2), banded.confidences(of: path, temperature: 2)
    )
    for (x, y) in zip(a, b) { #expect(abs(x - y) < 1e-3, "seed \(seed)") }
  }
}
