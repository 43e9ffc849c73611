import CalqueMatch
import CalqueModel
import CalqueStore
import CalqueTerms
import CalqueText

extension TermRecognition {
  /// The terms that a short query resembles, the best of each concept, the most alike first.
  ///
  /// Of terms with equal scores, those of the first glossary come first.
  mutating func alike(
    _ query: String, _ resemblance: Resemblance, of terms: GlossaryTerms, but known: Set<Int64>
  ) throws -> [TermAnswer] {
    let places = TextPlaces(query)
    var known = known
    var alike = [RankedTerm]()
    for (number, score) in terms.resembling(resemblance) {
      guard known.insert(terms.term(number).concept.rawValue).inserted else { continue }
      let place = RecognisedTerm(start: 0, end: query.utf8.count, term: number)
      if let found = try answer(to: place, of: terms, within: nil, score: score, places) {
        alike.append(found)
      }
    }
    return alike.enumerated().sorted {
      let (a, b) = ($0.element, $1.element)
      return (b.answer.score, a.rank.glossary, $0.offset)
        < (a.answer.score, b.rank.glossary, $1.offset)
    }.map(\.element.answer)
  }

  /// The answers to the occurrences in a text, by place, the longest first at each place.
  mutating func answers(
    _ found: [RecognisedTerm], of terms: GlossaryTerms, in text: String
  ) throws -> [TermAnswer] {
    if found.isEmpty { return [] }
    let places = TextPlaces(text)
    var answers = [RankedTerm]()
    let metonyms = metonyms(among: found, of: terms, in: text)
    for (term, winner) in zip(found, TermPrecedence(terms).winners(among: found)) {
      if metonyms[term.start..<term.end] == .partOfName { continue }
      guard let next = try answer(to: term, of: terms, within: winner, score: 100, places) else {
        continue
      }
      // Two spellings of one concept that both fit (Économie, Economie) make one answer: the
      // spelling in the text. Answers of one place are neighbours.
      var same = answers.count - 1
      while same >= 0, answers[same].answer.start == term.start,
        answers[same].answer.end == term.end,
        answers[same].answer.concept != next.answer.concept
      {
        same -= 1
      }
      if same >= 0, answers[same].answer.start == term.start,
        answers[same].answer.end == term.end
      {
        let isCloser =
          answers[same].rank.isInterrupted && !next.rank.isInterrupted
          || answers[same].answer.term != answers[same].answer.surface
            && next.answer.term == next.answer.surface
        if isCloser {
          answers[same] = next
        }
        continue
      }
      answers.append(next)
    }
    StoryDomains(answers).judge(&answers)
    return answers.withoutRefused().sorted {
      let (a, b) = ($0.answer, $1.answer)
      if a.start != b.start { return a.start < b.start }
      if a.end != b.end { return a.end > b.end }
      return $0.rank < $1.rank
    }.map { term in
      // A city that is only a place needs no spelling out.
      metonyms[term.range] == .place ? term.answer.asPlace : term.answer
    }
  }

  /// The readings of the metonyms among some terms, by place.
  private func metonyms(
    among found: [RecognisedTerm], of terms: GlossaryTerms, in text: String
  ) -> [Range<Int>: MetonymReading.Meaning] {
    let metonyms = found.filter { terms.term($0.term).flags.contains(.metonym) }
    if metonyms.isEmpty { return [:] }
    let reading = MetonymReading(text, language: options.pair.source)
    var meanings = [Range<Int>: MetonymReading.Meaning]()
    for term in metonyms {
      // The names of cities are flagged as ambiguous, because they are places as well.
      let isPlace = terms.term(term.term).flags.contains(.ambiguous)
      let meaning = reading.meaning(at: term.start..<term.end, isPlace: isPlace)
      meanings[term.start..<term.end] = meaning
    }
    return meanings
  }

  private mutating func answer(
    to found: RecognisedTerm, of terms: GlossaryTerms, within: Range<Int>?, score: Int,
    _ places: TextPlaces
  ) throws -> RankedTerm? {
    let stored = terms.term(found.term)
    guard let concept = try concept(stored.concept, of: terms),
      let glossary = terms.glossaries[stored.resource],
      let place = concept.terms.firstIndex(of: stored.id)
    else { return nil }
    let term = concept.concept.terms[place]
    let domain = concept.concept.domains.first ?? glossary.domain
    if let asked = options.domain, let domain, folded(domain) != folded(asked),
      !concept.concept.domains.contains(where: { folded($0) == folded(asked) })
    {
      return nil
    }
    let renderings = concept.concept.renderings(
      in: options.pair.target, at: options.date, of: term.text)
    guard let best = renderings.first else { return nil }
    let origin = "glossary:\(glossary.name)"
    let isInForce = term.validity.overlaps(options.date)
    let (line, column) = places.place(of: found.start)
    let answer = TermAnswer(
      surface: places.text(found.start..<found.end), start: found.start, end: found.end,
      line: line, column: column, term: term.text, concept: concept.id,
      glossary: glossary.name, domain: domain,
      note: concept.concept.note(from: options.pair.source) ?? term.note,
      flags: term.flags, validity: term.validity, isInForce: isInForce, score: score,
      within: within,
      translations: renderings.map {
        TermAnswer.Translation(
          text: $0.term.text, status: $0.term.status, origin: origin, note: $0.term.note,
          flags: $0.term.flags, validity: $0.term.validity, isInForce: $0.isInForce)
      })
    let source = options.pair.source.primary
    let rank = TermRank(
      isUnusable: !isInForce || !best.isInForce || best.term.status == .forbidden,
      glossary: glossary.rank, isOutOfForce: !isInForce, isInterrupted: found.isInterrupted,
      isMetonym: best.term.flags.contains(.metonym), status: term.status.rawValue,
      translation: RenderingRank(
        best.term, isInForce: best.isInForce, asked: options.pair.target,
        fit: best.term.language.fit(asked: options.pair.target) ?? .region, isAcronym: false,
        place: 0),
      names: concept.concept.terms.count { $0.language.primary == source && $0.isSource },
      concept: concept.id)
    let domains =
      concept.concept.domains.isEmpty ? glossary.domain.map { [$0] } ?? [] : concept.concept.domains
    return RankedTerm(answer: answer, rank: rank, domains: domains)
  }
}
