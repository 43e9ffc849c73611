import CalqueAlign
import CalqueModel
import CalqueText

/// The renderings of a phrase by the hits of a search alone, whose words are aligned for the
/// question: the answer of a memory whose words are not linked yet.
struct HitRenderings {
  private let pair: LanguagePair
  private let aligner: KnownAligner

  /// The maximum number of hits that are aligned.
  static let maxHits = 40

  /// Renderings by an aligner for a pair.
  init(pair: LanguagePair, aligner: KnownAligner) {
    (self.pair, self.aligner) = (pair, aligner)
  }

  /// The renderings on the other side of hits of one side, best first.
  func renderings(of hits: [SearchAnswer.Hit], limit: Int) -> [MemoryRendering] {
    guard let side = hits.first?.side else { return [] }
    let hits = hits.filter { $0.side == side }.prefix(Self.maxHits)
    let aligned = aligner.links(of: hits.map { ($0.source, $0.target) })
    var links: [[WordLink]] = []
    var places: [(stretches: [Range<Int>], ranges: [Range<Int>], text: String)] = []
    for (hit, unit) in zip(hits, aligned) {
      let isSource = side == .source
      let near = isSource ? unit.source : unit.target
      places.append(
        (
          hit.spans.compactMap { Self.words($0, near) }, isSource ? unit.target : unit.source,
          isSource ? hit.target : hit.source
        ))
      links.append(
        isSource
          ? unit.links : unit.links.map { WordLink(source: $0.target, target: $0.source) })
    }
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
