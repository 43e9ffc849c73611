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
    let places = TextPlaces(text)
    var joined = terms
    var kept = [TermAnswer]()
    // Both are in the order of the text, so one walk finds the terms beside each name.
    var next = 0
    for name in names {
      while next < terms.count, terms[next].end <= name.range.lowerBound { next += 1 }
      var rivals = [Int]()
      var place = next
      while place < terms.count, terms[place].start < name.range.upperBound {
        if terms[place].end > name.range.lowerBound { rivals.append(place) }
        place += 1
      }
      guard rivals.allSatisfy({ terms[$0].within != nil || terms[$0].isShorter(than: name.range) })
      else { continue }
      for rival in rivals { joined[rival] = joined[rival].covered(by: name.range) }
      kept.append(answer(name, places))
    }
    return (joined + kept).enumerated().sorted {
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

extension TermAnswer {
  /// Whether the term is a part of a longer stretch of the text.
  fileprivate func isShorter(than range: Range<Int>) -> Bool {
    range.lowerBound <= start && end <= range.upperBound && start..<end != range
  }
}
