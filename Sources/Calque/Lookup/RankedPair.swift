import CalqueMatch
import CalqueModel
import CalqueStore

/// A pair of texts from a segment of a memory, with its rank.
struct RankedPair {
  /// The segment; its reported score includes all penalties.
  let segment: RankedSegment
  let unit: MatchedUnit
  let source: String
  let target: String
  /// The penalty for another region than the requested one.
  let regionPenalty: Int
  /// All memories that hold the pair, the pair's own first.
  var memories: [String]

  /// Creates a pair of a segment, a text of its unit and one of the text's translations.
  init(
    _ segment: RankedSegment, of unit: MatchedUnit, _ source: MatchedVariant,
    _ target: MatchedVariant, asked pair: LanguagePair, regionPenalty: Int
  ) {
    let isElsewhere =
      source.language.isElsewhere(than: pair.source)
      || target.language.isElsewhere(than: pair.target)
    self.regionPenalty = isElsewhere ? regionPenalty : 0
    self.segment = segment.less(self.regionPenalty)
    self.unit = unit
    self.source = source.text
    self.target = target.text
    memories = [unit.memory]
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

  /// The pairs without repetitions; of equal texts, the first pair stays.
  func unique() -> [RankedPair] {
    var seen = Set<[String]>()
    return filter { seen.insert([$0.source, $0.target]).inserted }
  }
}

extension RankedSegment {
  /// The segment with its points reduced by a penalty, at least 0.
  fileprivate func less(_ penalty: Int) -> RankedSegment {
    penalty == 0
      ? self
      : RankedSegment(
        variant: variant, unit: unit, resource: resource, status: status, changed: changed,
        score: score, points: Swift.max(0, points - penalty), missing: missing)
  }
}

extension LanguageTag {
  /// Whether both tags name a region or script, and not the same one.
  fileprivate func isElsewhere(than asked: LanguageTag) -> Bool {
    asked.key != asked.primary && fit(asked: asked) == .region
  }
}
