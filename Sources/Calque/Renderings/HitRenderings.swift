import CalqueAlign
import CalqueModel
import CalqueText

/// The renderings of a phrase by the hits of a search alone, whose words are aligned for the
/// question: the answer of a memory whose words are not linked yet.
struct HitRenderings {
  private let pair: LanguagePair

  /// The maximum number of hits that are aligned.
  static let maxHits = 60

  /// Other units, beside which the words of the hits that stand everywhere explain each other.
  private let background: [(source: String, target: String)]

  init(pair: LanguagePair, background: [(source: String, target: String)] = []) {
    self.pair = pair
    self.background = background
  }

  /// The renderings on the other side of hits of one side, best first.
  func renderings(of hits: [SearchAnswer.Hit], limit: Int) -> [MemoryRendering] {
    guard let side = hits.first?.side else { return [] }
    let hits = hits.filter { $0.side == side }.prefix(Self.maxHits)
    let direction = side == .source ? pair : pair.reversed
    var near = WordNumbers(Language(direction.source))
    var far = WordNumbers(Language(direction.target))
    var pairs = SentencePairs()
    var places: [(stretches: [Range<Int>], ranges: [Range<Int>], text: String)] = []
    for hit in hits {
      let first = near.read(hit.text)
      let ranges = near.ranges
      let stretches = hit.spans.compactMap { Self.words($0, ranges) }
      let opposite = side == .source ? hit.target : hit.source
      let second = far.read(opposite)
      pairs.append(source: first, target: second)
      places.append((stretches, far.ranges, opposite))
    }
    for unit in background {
      pairs.append(
        source: near.read(side == .source ? unit.source : unit.target),
        target: far.read(side == .source ? unit.target : unit.source))
    }
    var aligner = WordAligner(
      near, far, lexicons: [BilingualLexicon.shipped(for: direction)].compactMap(\.self))
    let links = aligner.align(
      pairs, schedule: .init(words: 3, order: 3, fertility: 4, settling: 4), learns: false)
    return votes(hits, links, places, limit: limit)
  }

  private func votes(
    _ hits: ArraySlice<SearchAnswer.Hit>, _ links: [[WordLink]],
    _ places: [(stretches: [Range<Int>], ranges: [Range<Int>], text: String)], limit: Int
  ) -> [MemoryRendering] {
    var votes = [String: (forms: [String: Int], units: [UnitID])]()
    var total = 0
    let language = Language(hits.first?.side == .source ? pair.target : pair.source)
    for (hit, (links, place)) in zip(hits, zip(links, places)) {
      for stretch in place.stretches {
        guard
          let opposite = LinkedStretch(opposite: stretch, links)?.range,
          opposite.upperBound <= place.ranges.count
        else { continue }
        let bytes =
          place.ranges[opposite.lowerBound]
          .lowerBound..<place.ranges[opposite.upperBound - 1].upperBound
        let text = String(decoding: Array(place.text.utf8)[bytes], as: UTF8.self)
        let key = WordNumbers.stems(of: text, in: language).stems.map {
          String(decoding: $0, as: UTF8.self)
        }.joined(separator: " ")
        votes[key, default: ([:], [])].forms[text, default: 0] += 1
        if votes[key]?.units.last != hit.unit { votes[key]?.units.append(hit.unit) }
        total += 1
      }
    }
    return votes.sorted {
      ($0.value.units.count, $1.key) > ($1.value.units.count, $0.key)
    }.prefix(limit).map { _, vote in
      let form = vote.forms.max { ($0.value, $1.key) < ($1.value, $0.key) }
      return MemoryRendering(
        text: form?.key ?? "", count: vote.units.count,
        probability: Double(vote.forms.values.reduce(0, +)) / Double(max(1, total)),
        units: Array(vote.units.prefix(5)))
    }
  }

  /// The words that a stretch of bytes touches.
  private static func words(_ bytes: Range<Int>, _ ranges: [Range<Int>]) -> Range<Int>? {
    let touched = ranges.indices.filter { ranges[$0].overlaps(bytes) }
    guard let first = touched.first, let last = touched.last else { return nil }
    return first..<(last + 1)
  }
}
