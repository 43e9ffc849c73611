import CalqueMatch
import CalqueModel
import CalqueText

/// Adapts the translations of pairs that differ from a query in numbers and dates alone.
struct PairAdapter {
  private let adaptation: Adaptation
  private let language: Language
  private var scanner = TextScanner()
  /// The query; nil if it holds no number, month or weekday.
  private var query: ComparedText?
  private var text: String?

  init(_ pair: LanguagePair) {
    language = Language(pair.source)
    adaptation = Adaptation(from: language, to: Language(pair.target))
  }

  /// Starts with a query.
  mutating func begin(_ text: String) {
    if self.text == text { return }
    self.text = text
    let compared = ComparedText(text, stemmer: language.stemmer, using: &scanner)
    query = TextSlot.slots(of: compared, in: language).isEmpty ? nil : compared
  }

  /// Adapts a pair, if it differs in numbers and dates alone.
  ///
  /// - Parameters:
  ///   - pair: the pair.
  ///   - penalty: the points that the pair's memory and status take off.
  mutating func adapt(_ pair: inout RankedPair, penalty: Int) {
    guard let query else { return }
    let source = ComparedText(
      pair.source, breaks: pair.sourceBreaks, stemmer: language.stemmer, using: &scanner)
    if let adapted = adaptation.adapted(
      pair.target, of: source, to: query, using: &scanner)
    {
      pair.adapt(adapted, penalty: penalty)
    }
  }
}
