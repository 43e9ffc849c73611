import CalqueTerms
import CalqueText

/// What the order of the glossaries settles between terms at different or overlapping places: the
/// earlier one has the last word.
///
/// `TermRank` orders the concepts that have the same place.
struct TermPrecedence {
  private let terms: GlossaryTerms

  init(_ terms: GlossaryTerms) { self.terms = terms }

  /// The place of an occurrence's glossary in the order; the shipped ones share the last place.
  private func rank(_ found: RecognisedTerm) -> Int {
    terms.glossaries[terms.term(found.term).resource]?.rank ?? .max
  }

  /// For each occurrence, in order, the occurrence that stands for it; nil for a winner.
  ///
  /// The longest occurrence at a place wins. But where two occurrences overlap and neither contains
  /// the other, the one of the earlier glossary wins: a person's own *taux directeur* before a
  /// shipped *relever ses taux*.
  func winners(among found: [RecognisedTerm]) -> [Range<Int>?] {
    let ranks = found.map(rank)
    guard ranks.contains(where: { $0 != ranks[0] }) else { return found.winners() }
    var beaten = [Range<Int>?](repeating: nil, count: found.count)
    // The first glossary settles first, so that an occurrence that is beaten beats no other.
    for place in found.indices.sorted(by: { (ranks[$0], $0) < (ranks[$1], $1) }) {
      beaten[place] = Self.neighbours(of: place, among: found).first {
        ranks[$0] < ranks[place] && beaten[$0] == nil && found[$0].crosses(found[place])
      }.map { found[$0].start..<found[$0].end }
    }
    var rest = zip(found, beaten).filter { $0.1 == nil }.map(\.0).winners().makeIterator()
    return beaten.map { $0 ?? rest.next() ?? nil }
  }

  /// The longest stretch of a term, in bytes, within which another is looked for.
  private static let longest = 400

  /// The places around an occurrence whose occurrences may overlap with it; all are in order.
  private static func neighbours(of place: Int, among found: [RecognisedTerm]) -> Range<Int> {
    let term = found[place]
    let first = found[..<place].lastIndex { $0.start < term.start - longest } ?? -1
    let end = found[place...].firstIndex { $0.start >= term.end } ?? found.count
    return first + 1..<end
  }
}

extension RecognisedTerm {
  /// Whether two occurrences overlap and neither contains the other.
  fileprivate func crosses(_ other: Self) -> Bool {
    start < other.start && other.start < end && end < other.end
      || other.start < start && start < other.end && other.end < end
  }
}

extension [RankedTerm] {
  /// The answers without the renderings that an earlier glossary forbids at the same place; an
  /// answer that keeps none is left out.
  ///
  /// A person's own "stimulus plan" ✗ is no rendering of *plan de relance*, whatever a shipped
  /// glossary says.
  func withoutRefused() -> [RankedTerm] {
    var refused: [Range<Int>: [(rank: Int, text: String)]] = [:]
    for term in self {
      for translation in term.answer.translations where translation.status == .forbidden {
        refused[term.range, default: []].append(
          (term.rank.glossary, folded(translation.text)))
      }
    }
    if refused.isEmpty { return self }
    return compactMap { term in
      guard let refused = refused[term.range] else { return term }
      var kept = term
      kept.answer.translations.removeAll { translation in
        refused.contains {
          $0.rank < term.rank.glossary && $0.text == folded(translation.text)
        }
      }
      return kept.answer.translations.isEmpty ? nil : kept
    }
  }
}
