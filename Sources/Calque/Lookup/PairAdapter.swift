import CalqueMatch
import CalqueModel
import CalqueText

/// Adapts the translations of pairs that differ from a query in numbers and dates alone.
struct PairAdapter {
  private let adaptation: Adaptation
  private let language: Language
  private var scanner = TextScanner()
  private var text = ""
  private var query = Query.unread

  /// What is known of the query.
  private enum Query {
    /// The first pair to be adapted reads the query: most queries have none.
    case unread
    /// The query holds no number, month or weekday.
    case withoutSlots
    case withSlots(ComparedText)
  }

  init(_ pair: LanguagePair) {
    language = Language(pair.source)
    adaptation = Adaptation(from: language, to: Language(pair.target))
  }

  /// Starts with a query.
  mutating func begin(_ text: String) {
    if self.text == text { return }
    self.text = text
    query = .unread
  }

  private mutating func read() {
    guard case .unread = query else { return }
    let compared = ComparedText(text, stemmer: language.stemmer, using: &scanner)
    let slots = TextSlot.slots(of: compared, in: language)
    query = slots.isEmpty ? .withoutSlots : .withSlots(compared)
  }

  /// Adapts a pair, if it differs in numbers and dates alone.
  ///
  /// - Parameters:
  ///   - pair: the pair.
  ///   - penalty: the points that the pair's memory and status take off.
  mutating func adapt(_ pair: inout RankedPair, penalty: Int) {
    read()
    guard case .withSlots(let query) = query else { return }
    let source = ComparedText(
      pair.source, breaks: pair.sourceBreaks, stemmer: language.stemmer, using: &scanner)
    if let adapted = adaptation.adapted(
      pair.target, of: source, to: query, using: &scanner)
    {
      pair.adapt(adapted, penalty: penalty)
    }
  }
}
