import TestSupport
import Testing

@testable import CalqueAlign

@Suite("The coarse pass")
struct CoarsePassTests {
  @Test(
    "finds the same neighbourhood in a band around anchors as in the whole matrix",
    arguments: UInt64(0)..<2)
  func anchors(seed: UInt64) {
    var random = SplitMix64(seed: seed + 40)
    let document = random.document(sentences: 250)
    var (source, target) = (Vocabulary(), Vocabulary())
    let pair = PairWords(
      source: TextWords(document.source, &source), target: TextWords(document.target, &target))
    let prior = WordPrior(source, target, lexicons: [SplitMix64.lexicon])
    let model = LexicalModel(prior, source, target)
    let whole = CoarsePass().path(pair, model)
    var narrow = CoarsePass()
    narrow.wholeCells = 0
    narrow.radius = 24
    let banded = narrow.path(pair, model)
    #expect(banded.flatMap(\.source) == Array(0..<pair.source.count))
    #expect(banded.flatMap(\.target) == Array(0..<pair.target.count))
    let agreeing = Set(banded).intersection(whole).count
    #expect(agreeing * 100 >= whole.count * 95, "seed \(seed): \(agreeing) of \(whole.count)")
  }

  @Test("passes through a long gap without anchors in a strip")
  func gap() {
    let chain = AnchorChain(
      Candidates.none(source: 5_000), source: 5_000, target: 4_000)
    let band = chain.band(radius: 48)
    #expect(band.columns.first?.lowerBound == 0)
    #expect(band.columns.last?.upperBound == 4_000)
    #expect(band.cells < 2_000_000)
  }
}
