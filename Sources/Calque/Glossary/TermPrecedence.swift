import CalqueTerms
import CalqueText

/// What the order of the glossaries settles between terms: the earlier one has the last word.
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
    let last = ranks.max()
    let leaders = found.indices.filter { ranks[$0] != last }
    if leaders.isEmpty { return found.winners() }
    // The first glossary settles first, so that an occurrence that is beaten beats no other.
    var standing = [RecognisedTerm]()
    var beaten = [Range<Int>?](repeating: nil, count: found.count)
    for place in leaders.sorted(by: { (ranks[$0], $0) < (ranks[$1], $1) }) {
      beaten[place] = Self.crossing(found[place], standing, ranks[place], rank)
      if beaten[place] == nil { Self.insert(found[place], into: &standing) }
    }
    for place in found.indices where ranks[place] == last {
      beaten[place] = Self.crossing(found[place], standing, ranks[place], rank)
    }
    var rest = zip(found, beaten).filter { $0.1 == nil }.map(\.0).winners().makeIterator()
    return beaten.map { $0 ?? rest.next() ?? nil }
  }

  /// The longest stretch of a term, in bytes, within which another is looked for.
  private static let longest = 400

  /// The stretch of an occurrence of an earlier glossary that crosses an occurrence.
  ///
  /// - Parameters:
  ///   - term: the occurrence.
  ///   - standing: the occurrences that are not beaten, by their starts.
  ///   - own: the rank of the occurrence's glossary.
  ///   - rank: the rank of any occurrence's glossary.
  /// - Returns: the stretch; nil if there is none.
  private static func crossing(
    _ term: RecognisedTerm, _ standing: [RecognisedTerm], _ own: Int,
    _ rank: (RecognisedTerm) -> Int
  ) -> Range<Int>? {
    var place = start(of: term.start - longest, in: standing)
    while place < standing.count, standing[place].start < term.end {
      let other = standing[place]
      if rank(other) < own, other.crosses(term) { return other.start..<other.end }
      place += 1
    }
    return nil
  }

  private static func insert(_ term: RecognisedTerm, into standing: inout [RecognisedTerm]) {
    standing.insert(term, at: start(of: term.start, in: standing))
  }

  /// The first place whose occurrence starts at an offset or behind it.
  private static func start(of offset: Int, in standing: [RecognisedTerm]) -> Int {
    var (low, high) = (0, standing.count)
    while low < high {
      let middle = (low + high) / 2
      if standing[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low
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
