import CalqueMatch
import CalqueModel
import CalqueStore

extension Search {
  /// The entries of the glossaries with a term that holds the query, the closest first.
  ///
  /// A concept is one entry, by its closest term. Terms that only translate are found, too;
  /// forbidden terms are not.
  func entries(of needle: SearchNeedle) throws -> [SearchAnswer.Entry] {
    if glossaries.isEmpty { return [] }
    var needle = needle
    let ranks = Dictionary(
      glossaries.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { a, _ in a })
    var found = [(place: Place, term: StoredTerm, side: SearchAnswer.Side, spans: [Range<Int>])]()
    for side in SearchAnswer.Side.allCases where options.sides.contains(side) {
      let texts = try terms.texts(language(of: side).primary, of: store)
      let wanted = texts.filter { needle.mayHold($0.text, side) }.map(\.id)
      for term in try store.terms(wanted) where term.status != .forbidden {
        guard let rank = ranks[term.resource],
          let hit = try? needle.occurrences(in: term.text, side)
        else { continue }
        let place = Place(
          isPart: hit.spans != [0..<term.text.utf8.count], closeness: hit.closeness,
          side: side == .source ? 0 : 1, glossary: rank, term: term.id)
        found.append((place, term, side, hit.spans))
      }
    }
    found.sort { $0.place < $1.place }
    found = found.unique { $0.term.concept }
    if let limit = options.limit { found = Array(found.prefix(limit)) }
    let concepts = Dictionary(
      try store.concepts(found.map(\.term.concept)).map { ($0.id, $0) },
      uniquingKeysWith: { a, _ in a })
    return found.compactMap { _, term, side, spans in
      concepts[term.concept].flatMap { entry($0, term, side, spans) }
    }
  }

  /// The place of a term among the entries.
  private struct Place: Comparable {
    let isPart: Bool
    let closeness: WordConcordance.Closeness
    let side: Int
    let glossary: Int
    let term: Int64

    static func < (a: Place, b: Place) -> Bool {
      (a.isPart ? 1 : 0, a.closeness, a.side, a.glossary, a.term)
        < (b.isPart ? 1 : 0, b.closeness, b.side, b.glossary, b.term)
    }
  }

  /// The entry of a term, with the best term of the other side; nil if the other side has none.
  private func entry(
    _ stored: StoredConcept, _ term: StoredTerm, _ side: SearchAnswer.Side, _ spans: [Range<Int>]
  ) -> SearchAnswer.Entry? {
    let others = stored.concept.terms.filter {
      $0.language.primary == language(of: side.other).primary && $0.status != .forbidden
    }
    guard let other = others.first(where: { $0.status == .preferred }) ?? others.first else {
      return nil
    }
    return SearchAnswer.Entry(
      concept: stored.id, glossary: stored.glossary, side: side,
      source: side == .source ? term.text : other.text,
      target: side == .source ? other.text : term.text, spans: spans, note: stored.concept.note)
  }
}
