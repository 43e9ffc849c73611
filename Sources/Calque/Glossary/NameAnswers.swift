import CalqueModel
import CalqueTerms

/// The joining of the built-in names with the terms of glossaries.
enum NameAnswers {
  /// The terms of a text with the names that no term covers, in the order of the text.
  ///
  /// A term is a person's choice or a desk's, so a name never stands beside a term at its place.
  /// Inside a longer name (*Corée du Sud*) a term is not independent.
  ///
  /// - Parameters:
  ///   - terms: the terms that glossaries have, by place, the longest first.
  ///   - text: the text.
  ///   - pair: the languages.
  /// - Returns: the terms and names, by place, the longest first at each place.
  static func joined(
    with terms: [TermAnswer], in text: String, _ pair: LanguagePair
  ) -> [TermAnswer] {
    let names = NameGlossary(pair).names(in: text)
    if names.isEmpty { return terms }
    let winners = terms.filter { $0.within == nil }.map { $0.start..<$0.end }
    let places = TextPlaces(text)
    var kept = [TermAnswer]()
    var covers = [Range<Int>]()
    for name in names {
      let rivals = winners.filter { $0.overlaps(name.range) }
      guard rivals.allSatisfy({ $0 != name.range && $0.isInside(name.range) }) else { continue }
      if !rivals.isEmpty { covers.append(name.range) }
      kept.append(answer(name, places))
    }
    let covered = terms.map { term in
      let range = term.start..<term.end
      guard let cover = covers.first(where: range.isInside) else { return term }
      return term.covered(by: cover)
    }
    return (covered + kept).enumerated().sorted {
      let (a, b) = ($0.element, $1.element)
      return (a.start, b.end, $0.offset) < (b.start, a.end, $1.offset)
    }.map(\.element)
  }

  private static func answer(_ name: FoundName, _ places: TextPlaces) -> TermAnswer {
    let (line, column) = places.place(of: name.range.lowerBound)
    return TermAnswer(
      surface: places.text(name.range), start: name.range.lowerBound, end: name.range.upperBound,
      line: line, column: column, term: name.text, concept: name.id, glossary: NameGlossary.name,
      domain: nil, note: nil, flags: [], validity: Validity(), isInForce: true, score: 100,
      within: nil,
      translations: name.translations.map {
        TermAnswer.Translation(
          text: $0.text, status: $0.status, origin: "glossary:\(NameGlossary.name)", note: nil,
          flags: [], validity: Validity(), isInForce: true)
      })
  }
}

extension Range<Int> {
  fileprivate func isInside(_ other: Range<Int>) -> Bool {
    other.lowerBound <= lowerBound && upperBound <= other.upperBound
  }
}
