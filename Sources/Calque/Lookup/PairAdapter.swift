import CalqueMatch
import CalqueModel
import CalqueText

/// Adapts the translations of pairs that differ from a query in numbers and dates alone.
struct PairAdapter {
  private let adaptation: Adaptation
  private let language: Language
  private var scanner = TextScanner()
  private var text = ""
  /// The query, once it was asked for: most queries have no pair.
  private var query: ComparedText?
  /// The numbers, months and weekdays of the query; nil before the first pair.
  private var slots: [TextSlot]?

  init(_ pair: LanguagePair) {
    language = Language(pair.source)
    adaptation = Adaptation(from: language, to: Language(pair.target))
  }

  /// Starts with a query.
  mutating func begin(_ text: String) {
    // Texts that are equal in their characters may have them at other places.
    if self.text.hasSameBytes(as: text) { return }
    self.text = text
    (query, slots) = (nil, nil)
  }

  /// The query as it is compared with the sources of pairs.
  mutating func compared() -> ComparedText {
    if let query { return query }
    let compared = ComparedText(text, stemmer: language.stemmer, using: &scanner)
    query = compared
    return compared
  }

  /// Adapts a pair, if it differs in numbers and dates alone.
  ///
  /// - Parameters:
  ///   - pair: the pair.
  ///   - penalty: the points that the pair's memory and status take off.
  mutating func adapt(_ pair: inout RankedPair, penalty: Int) {
    if slots?.isEmpty == true { return }
    let query = compared()
    let slots = self.slots ?? TextSlot.slots(of: query, in: language)
    self.slots = slots
    if slots.isEmpty { return }
    let source = ComparedText(
      pair.source, breaks: pair.sourceBreaks, stemmer: language.stemmer, using: &scanner)
    pair.comparedSource = source
    if let adapted = adaptation.adapted(
      pair.target, of: source, to: query, slots, using: &scanner)
    {
      pair.adapt(adapted, penalty: penalty)
    }
  }
}

extension [MatchFlag] {
  /// The flags of a match whose translation may have the query's numbers and dates.
  func of(_ adapted: Adaptation.Adapted?) -> [MatchFlag] {
    guard let adapted else { return self }
    return filter { adapted.changesWords || $0 != .numbers && $0 != .dates } + [.adapted]
  }
}
