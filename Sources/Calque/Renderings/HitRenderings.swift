import CalqueAlign
import CalqueModel
import CalqueMorphology
import CalqueText

/// The renderings of a phrase by the hits of a search alone, whose words are aligned for the
/// question: the answer of a memory whose words are not linked yet.
struct HitRenderings {
  let pair: LanguagePair
  private let aligner: KnownAligner

  /// The maximum number of hits that vote.
  static let maxHits = 60
  /// The maximum number of hits that are marked beside others that vote.
  private static let maxMarked = 20

  /// Renderings by an aligner for a pair.
  init(pair: LanguagePair, aligner: KnownAligner) {
    (self.pair, self.aligner) = (pair, aligner)
  }

  /// The renderings on the other side of hits, best first; where they stand is marked in the hits.
  ///
  /// - Parameters:
  ///   - phrase: the words that were looked for; only occurrences of the whole phrase count.
  ///   - all: the hits, all of one side.
  ///   - voting: hits of the same side from all over the memory, of which the shortest vote; if there
  ///     are none, the first `maxHits` of the others do.
  ///   - limit: the maximum number of renderings.
  /// - Returns: the renderings, the number of units that voted, and that of those in which nothing
  ///   stands opposite.
  func renderings(
    of phrase: SoughtPhrase, _ all: inout [SearchAnswer.Hit], voting: [SearchAnswer.Hit] = [],
    limit: Int
  ) -> (renderings: [MemoryRendering], examined: Int, unlinked: Int) {
    guard let side = all.first?.side else { return ([], 0, 0) }
    let isSource = side == .source
    // Of the voting hits and of those to be marked, the shortest are aligned.
    let places =
      voting.isEmpty
      ? Self.affordable(all.prefix(Self.maxHits))
      : Self.affordable(
        all.prefix(Self.maxMarked), work: Self.maxMarkedWork, atLeast: Self.leastMarked)
    let hits = places.map { all[$0] } + Self.affordable(voting[...]).map { voting[$0] }
    let voters = voting.isEmpty ? hits.indices : places.count..<hits.count
    let linked = aligner.linked(hits.map { ($0.source, $0.target) })
    let small = Morphology(Language(isSource ? pair.target : pair.source)).smallWords
    var units: [Unit] = []
    for index in hits.indices {
      var unit = Unit(linked, index, isSource: isSource)
      unit.kinds = unit.far.forms.map {
        Counterparts.Kind(linked.form($0, isSource: !isSource), small: small)
      }
      let stretches = hits[index].spans.compactMap { $0.words(of: unit.near.ranges) }
      unit.phrases = stretches.filter { $0.count == phrase.words.count }
      units.append(unit)
    }
    var votes = RenderingVotes()
    for index in voters {
      let unit = units[index]
      for places in unit.phrases {
        let written = places.map { folded(linked.form(unit.near.forms[$0], isSource: isSource)) }
        votes.add(
          RenderingVotes.Occurrence(
            unit: hits[index].unit, index: index, phrase: places,
            isAsked: written == phrase.words.map(\.folded), links: unit.links,
            count: unit.far.forms.count),
          small: phrase.small, kind: { unit.kinds[$0] }, stem: { unit.far.stems[$0] },
          form: { unit.far.forms[$0] })
      }
    }
    let ranked = votes.ranked(occurrences: votes.units, of: aligner.count + votes.units) {
      aligner.count(of: $0, isSource: !isSource)
    }
    let found = PhraseRenderings(
      found: ordered(ranked, of: phrase, units, linked, isSource: isSource),
      isPlural: phrase.isPlural, speech: phrase.speech, examined: votes.units, linked: votes.units,
      hasAsked: votes.hasAsked)
    for (place, unit) in zip(places, units) {
      all[place].counterparts = unit.phrases.compactMap { places in
        unit.counterparts(of: places, small: phrase.small)
          .best(found.marked) { unit.far.stems[$0] }
          .map {
            unit.far.ranges[$0.lowerBound]
              .lowerBound..<unit.far.ranges[$0.upperBound - 1].upperBound
          }
      }
    }
    let renderings = shown(found, isSource: isSource, limit: limit) {
      linked.form($0, isSource: !isSource)
    } text: {
      hits[$0.index].otherText.stretch($0.target, of: units[$0.index].far.ranges)
    }
    return (renderings, votes.units, votes.units - votes.linked)
  }

  /// The places of the hits that can be aligned in some hundredths of a second: the shortest ones, in
  /// their order.
  ///
  /// - Parameters:
  ///   - hits: the hits, from the first.
  ///   - most: the sum of the products of two texts' lengths, in bytes, that may be aligned.
  ///   - least: the number of hits that are aligned whatever their lengths.
  /// - Returns: the places.
  static func affordable(
    _ hits: ArraySlice<SearchAnswer.Hit>, work most: Int = maxWork,
    atLeast least: Int = enoughVoters
  ) -> [Int] {
    // The words of two texts are compared pair by pair.
    let work = hits.map { $0.source.utf8.count * $0.target.utf8.count }
    var left = most
    var chosen: [Int] = []
    for place in work.indices.sorted(by: { (work[$0], $0) < (work[$1], $1) }) {
      if chosen.count >= least, work[place] > left { break }
      left -= work[place]
      chosen.append(place)
    }
    return chosen.sorted()
  }

  /// The work of the hits that vote, and the number of those that vote whatever their lengths.
  static let maxWork = 800_000, enoughVoters = 12
  /// The work of the hits that are marked only, and the number of those that always are.
  private static let maxMarkedWork = 200_000, leastMarked = 3

  /// A hit in words.
  struct Unit {
    let near: KnownAligner.Linked.Text
    let far: KnownAligner.Linked.Text
    let links: [WordLink]
    /// The kinds of the words on the other side.
    var kinds: [Counterparts.Kind] = []
    /// The places of the whole phrase.
    var phrases: [Range<Int>] = []

    init(_ linked: KnownAligner.Linked, _ index: Int, isSource: Bool) {
      let (texts, links) = (linked.texts[index], linked.links[index])
      (near, far) = isSource ? (texts.source, texts.target) : (texts.target, texts.source)
      self.links =
        isSource ? links : links.map { WordLink(source: $0.target, target: $0.source) }
    }

    func counterparts(of phrase: Range<Int>, small: [Bool]) -> Counterparts {
      var counterparts = Counterparts()
      counterparts.find(phrase, links, count: far.forms.count, small: small) { kinds[$0] }
      return counterparts
    }
  }

  private func shown(
    _ found: PhraseRenderings, isSource: Bool, limit: Int, form: @escaping (UInt32) -> String,
    text: (RenderingVotes.Example) -> String?
  ) -> [MemoryRendering] {
    let total = Double(max(1, found.linked))
    let language = Language(isSource ? pair.target : pair.source)
    let forms = RenderingForms(Morphologies.ofProcess.morphology(of: language), found, form: form)
    var renderings: [MemoryRendering] = []
    for some in found.found {
      for shown in forms.shown(some.forms) {
        if renderings.count == limit { return renderings }
        guard let text = text(shown.example) else { continue }
        renderings.append(
          MemoryRendering(
            text: text, count: shown.count, probability: min(1, Double(shown.count) / total),
            units: shown.units))
      }
    }
    return renderings
  }
}
