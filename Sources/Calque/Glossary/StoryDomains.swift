import CalqueModel

/// The subject fields that a text is about, as its terms show.
///
/// A term is evidence for a domain if it has no other meaning: all concepts at its place are of that
/// domain, and none is flagged as ambiguous. Repetitions of a term count once.
struct StoryDomains {
  private var concepts: [String: Set<Int64>] = [:]

  /// Reads the terms of a text, those of one place side by side.
  init(_ terms: [RankedTerm]) {
    Self.forEachPlace(of: terms) { place in
      let domains = Set(place.flatMap(\.domains))
      guard let domain = domains.first, domains.count == 1, place.first?.answer.within == nil,
        !place.contains(where: { $0.answer.flags.contains(.ambiguous) })
      else { return }
      concepts[domain, default: []].formUnion(place.map(\.answer.concept.rawValue))
    }
  }

  /// Marks the terms that the text does not support.
  ///
  /// A term is off the topic if another concept at its place has at least twice as much evidence. A
  /// lone ambiguous word is doubtful if no other term is evidence for its domain.
  func judge(_ terms: inout [RankedTerm]) {
    var judged = [RankedTerm]()
    judged.reserveCapacity(terms.count)
    Self.forEachPlace(of: terms) { place in
      let evidence = place.map { term in term.domains.map { count($0, but: place) }.max() }
      let best = evidence.compactMap(\.self).max() ?? 0
      for (term, count) in zip(place, evidence) {
        var term = term
        term.rank.isOffTopic = best >= Self.enough && (count ?? best) * 2 <= best
        term.rank.isDoubtful = count == 0 && term.answer.isLoneAmbiguousWord
        term.answer.isDoubtful = term.rank.isDoubtful
        judged.append(term)
      }
    }
    terms = judged
  }

  /// The number of terms that make a domain the topic.
  private static let enough = 2

  private func count(_ domain: String, but place: ArraySlice<RankedTerm>) -> Int {
    guard let concepts = concepts[domain] else { return 0 }
    return concepts.count - place.count { concepts.contains($0.answer.concept.rawValue) }
  }

  private static func forEachPlace(
    of terms: [RankedTerm], _ body: (ArraySlice<RankedTerm>) -> Void
  ) {
    var start = 0
    while start < terms.count {
      var end = start + 1
      while end < terms.count, terms[end].range == terms[start].range { end += 1 }
      body(terms[start..<end])
      start = end
    }
  }
}

extension TermAnswer {
  /// Whether the term is one word that has other meanings, and no name.
  fileprivate var isLoneAmbiguousWord: Bool {
    flags.contains(.ambiguous) && flags.isDisjoint(with: [.metonym, .caseSensitive])
      && !term.utf8.contains(UInt8(ascii: " "))
  }
}
