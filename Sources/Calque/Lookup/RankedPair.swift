import CalqueMatch
import CalqueModel
import CalqueStore
import CalqueText

/// A pair of texts from a segment of a memory, with its rank.
struct RankedPair {
  /// The segment; its reported score includes all penalties.
  private(set) var segment: RankedSegment
  let unit: MatchedUnit
  let source: String
  /// The places at which an inline code ends a word of the source.
  let sourceBreaks: [Int]
  /// The source as it is compared; nil if nobody has read it yet.
  var comparedSource: ComparedText?
  let target: String
  /// The penalty for another region than the requested one.
  let regionPenalty: Int
  /// The penalty for the doubt of an alignment.
  let alignedPenalty: Int
  /// The translation with the numbers and dates of the query; nil if it is not adapted.
  private(set) var adapted: Adaptation.Adapted?
  /// The parts of the query's context that agree with the unit's.
  private(set) var context: [SegmentContext.Part] = []
  /// All memories that hold the pair, the pair's own first.
  var memories: [String]

  /// Creates a pair of a segment, a text of its unit and one of the text's translations.
  init(
    _ segment: RankedSegment, of unit: MatchedUnit, _ source: MatchedVariant,
    _ target: MatchedVariant, _ options: LookupOptions
  ) {
    let pair = options.pair
    let isElsewhere =
      source.language.isElsewhere(than: pair.source)
      || target.language.isElsewhere(than: pair.target)
    regionPenalty = isElsewhere ? options.regionPenalty : 0
    alignedPenalty = unit.aligned.map { Self.penalty(options.alignedPenalty, of: $0) } ?? 0
    self.segment = segment.less(regionPenalty + alignedPenalty)
    self.unit = unit
    self.source = source.text
    sourceBreaks = source.breaks
    self.target = target.text
    memories = [unit.memory]
  }
}

extension RankedPair {
  /// Whether the pair stands lower or higher than its segment.
  var isMoved: Bool {
    regionPenalty + alignedPenalty > 0 || adapted != nil || !context.isEmpty
  }

  /// The score of an adapted pair, before penalties.
  static let adaptedPoints = 99

  /// Gives the pair an adapted translation, and the score of one unless a number in words differs.
  mutating func adapt(_ translation: Adaptation.Adapted, penalty: Int) {
    adapted = translation
    if translation.changesWords { return }
    segment = segment.scoring(
      Swift.max(0, Self.adaptedPoints - penalty - regionPenalty - alignedPenalty))
  }

  /// Raises a pair of equal texts whose context agrees: 101 for one part, 102 for more, before
  /// penalties.
  mutating func raise(_ parts: [SegmentContext.Part], penalty: Int) {
    context = parts
    segment = segment.scoring(
      Swift.max(
        0, 100 + min(2, parts.count) - penalty - regionPenalty - alignedPenalty))
  }

  /// The penalty of an alignment's confidence: `points` for each tenth below .9, rounded up.
  private static func penalty(_ points: Int, of confidence: Double) -> Int {
    // The confidence has four decimals; the sum is made of whole numbers.
    let lacking = max(0, Int((AlignedOrigin.sure * 10_000 - confidence * 10_000).rounded()))
    return min(100, (points * lacking + 999) / 1_000)
  }
}

extension [RankedPair] {
  /// Sorts the pairs by rank; equal pairs keep their order.
  mutating func rank() {
    self = enumerated().sorted { a, b in
      if a.element.segment.precedes(b.element.segment) { return true }
      return !b.element.segment.precedes(a.element.segment) && a.offset < b.offset
    }.map(\.element)
  }
}

extension RankedSegment {
  /// The segment with its points reduced by a penalty, at least 0.
  fileprivate func less(_ penalty: Int) -> RankedSegment {
    penalty == 0 ? self : scoring(Swift.max(0, points - penalty))
  }

  /// The segment with other points.
  fileprivate func scoring(_ points: Int) -> RankedSegment {
    RankedSegment(
      variant: variant, unit: unit, resource: resource, status: status, changed: changed,
      score: score, points: points, missing: missing)
  }
}

extension LanguageTag {
  /// Whether both tags name a region or script, and not the same one.
  fileprivate func isElsewhere(than asked: LanguageTag) -> Bool {
    asked.key != asked.primary && fit(asked: asked) == .region
  }
}
