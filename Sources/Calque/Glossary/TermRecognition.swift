import CalqueMatch
package import CalqueModel
package import CalqueStore
import CalqueTerms
import CalqueText

/// The glossaries of a store, ready to be found in texts of one language.
package struct TermRecognition {
  /// What is looked for, and at which date.
  package struct Options: Sendable {
    /// The languages asked in and answered in.
    package var pair: LanguagePair
    /// The glossaries that take part, by name; empty for all.
    package var glossaries: [String] = []
    /// The date that titles must hold at.
    package var date: PartialDate
    /// The subject field that terms must belong to; those of no field always take part.
    package var domain: String?

    package init(pair: LanguagePair, date: PartialDate) {
      self.pair = pair
      self.date = date
    }
  }

  private struct Glossary {
    let name: String
    let domain: String?
    let rank: Int
  }

  private let store: Store
  private let options: Options
  // What the last recogniser was built of; it knows the terms by their places here.
  private var terms: [StoredTerm] = []
  private var glossaries: [Int64: Glossary] = [:]
  private var concepts: [Int64: StoredConcept] = [:]
  private var recogniser: Recogniser?
  private var hasAnsweredQuery = false

  /// Finds the glossaries; their terms are read when they are needed.
  package init(store: Store, options: Options) throws {
    self.store = store
    self.options = options
    var resources = try store.resources(.glossary)
    if !options.glossaries.isEmpty {
      resources = try options.glossaries.map { try store.resource(.glossary, named: $0) }
    }
    for (rank, resource) in resources.enumerated() {
      glossaries[resource.id] = Glossary(
        name: resource.resource.name, domain: resource.resource.domain, rank: rank)
    }
  }

  /// The names of the glossaries that take part, in their order.
  package var glossaryNames: [String] {
    glossaries.values.sorted { $0.rank < $1.rank }.map(\.name)
  }

  /// The terms of a text, by place, the longest first at each place.
  package mutating func answers(in text: String) throws -> [TermAnswer] {
    let recogniser = try wholeRecogniser()
    return try answers(recogniser.terms(in: text), in: text)
  }

  /// The terms of a query, and for a short one those that it resembles with `minimum` points.
  ///
  /// The first query is answered without reading the glossaries whole.
  package mutating func answers(
    toQuery query: String, minimum: Int
  ) throws -> [TermAnswer] {
    if glossaries.isEmpty { return [] }
    let resemblance = Resemblance(
      query, minimum: minimum, language: Language(options.pair.source))
    let recogniser: Recogniser
    if self.recogniser == nil, !hasAnsweredQuery {
      hasAnsweredQuery = true
      let sieve = TermSieve(query, language: options.pair.source)
      terms = try store.terms(language: options.pair.source.primary) { text in
        sieve.admits(text) || resemblance?.mayHold(text) == true
      }
      .filter(isLookedFor)
      recogniser = entered(in: Recogniser(for: sieve))
    } else {
      recogniser = try wholeRecogniser()
    }
    let found = try answers(recogniser.terms(in: query), in: query)
    guard let resemblance else { return found }
    return try found + alike(query, resemblance, but: Set(found.map(\.concept)))
  }

  /// The terms that a short query resembles, the best of each concept, the most alike first.
  private mutating func alike(
    _ query: String, _ resemblance: Resemblance, but known: Set<String>
  ) throws -> [TermAnswer] {
    let places = TextPlaces(query)
    var known = known
    var alike = [TermAnswer]()
    for (number, score) in resemblance.scores(of: terms.map(\.text)) {
      guard known.insert(String(terms[number].concept)).inserted else { continue }
      let place = RecognisedTerm(start: 0, end: query.utf8.count, term: number)
      if let found = try answer(to: place, within: nil, score: score, places) {
        alike.append(found.answer)
      }
    }
    return alike
  }

  private mutating func wholeRecogniser() throws -> Recogniser {
    if let recogniser { return recogniser }
    terms = []
    if !glossaries.isEmpty {
      var read = [StoredTerm]()
      try store.forEachTerm(language: options.pair.source.primary) { term in
        if isLookedFor(term) { read.append(term) }
      }
      terms = read
    }
    let built = entered(in: Recogniser(language: options.pair.source))
    recogniser = built
    return built
  }

  // As a source every term that is not forbidden is recognised.
  private func isLookedFor(_ term: StoredTerm) -> Bool {
    term.status != .forbidden && glossaries[term.resource] != nil
  }

  private func entered(in recogniser: Recogniser) -> Recogniser {
    var recogniser = recogniser
    for (number, term) in terms.enumerated() {
      recogniser.add(
        RecogniserTerm(
          number: number, text: term.text, partOfSpeech: term.partOfSpeech, gender: term.gender,
          flags: term.flags))
    }
    return recogniser
  }

  // MARK: Answers

  private mutating func answers(
    _ found: [RecognisedTerm], in text: String
  ) throws -> [TermAnswer] {
    if found.isEmpty { return [] }
    let places = TextPlaces(text)
    var answers = [(answer: TermAnswer, rank: Rank)]()
    for (term, winner) in zip(found, found.winners()) {
      guard let next = try answer(to: term, within: winner, score: 100, places) else { continue }
      // Two spellings of one concept that both fit (Économie, Economie) are one answer: the one
      // that the text has. Those of one place stand side by side.
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
        if answers[same].answer.term != answers[same].answer.surface,
          next.answer.term == next.answer.surface
        {
          answers[same] = next
        }
        continue
      }
      answers.append(next)
    }
    return answers.sorted {
      let (a, b) = ($0.answer, $1.answer)
      if a.start != b.start { return a.start < b.start }
      if a.end != b.end { return a.end > b.end }
      return $0.rank < $1.rank
    }.map(\.answer)
  }

  /// Where one concept stands among those that share a surface.
  private struct Rank: Comparable {
    let isOutOfForce: Bool
    let translation: RenderingRank
    let status: Int
    let glossary: Int
    let concept: Int64

    static func < (a: Self, b: Self) -> Bool {
      if a.isOutOfForce != b.isOutOfForce { return b.isOutOfForce }
      if a.translation != b.translation { return a.translation < b.translation }
      if a.status != b.status { return a.status < b.status }
      return (a.glossary, a.concept) < (b.glossary, b.concept)
    }
  }

  private mutating func answer(
    to found: RecognisedTerm, within: Range<Int>?, score: Int, _ places: TextPlaces
  ) throws -> (answer: TermAnswer, rank: Rank)? {
    let stored = terms[found.term]
    guard let concept = try concept(stored.concept), let glossary = glossaries[stored.resource],
      let place = concept.terms.firstIndex(of: stored.id)
    else { return nil }
    let term = concept.concept.terms[place]
    let domain = concept.concept.domains.first ?? glossary.domain
    if let asked = options.domain, let domain, folded(domain) != folded(asked),
      !concept.concept.domains.contains(where: { folded($0) == folded(asked) })
    {
      return nil
    }
    let renderings = concept.concept.renderings(in: options.pair.target, at: options.date)
    guard let best = renderings.first else { return nil }
    let origin = "glossary:\(glossary.name)"
    let isInForce = term.validity.overlaps(options.date)
    let (line, column) = places.place(of: found.start)
    let answer = TermAnswer(
      surface: places.text(found.start..<found.end), start: found.start, end: found.end,
      line: line, column: column, term: term.text, concept: String(concept.id),
      glossary: glossary.name, domain: domain, note: concept.concept.note ?? term.note,
      flags: term.flags, validity: term.validity, isInForce: isInForce, score: score,
      within: within,
      translations: renderings.map {
        TermAnswer.Translation(
          text: $0.term.text, status: $0.term.status, origin: origin, note: $0.term.note,
          flags: $0.term.flags, validity: $0.term.validity, isInForce: $0.isInForce)
      })
    let rank = Rank(
      isOutOfForce: !isInForce,
      translation: RenderingRank(
        best.term, isInForce: best.isInForce,
        fit: best.term.language.fit(asked: options.pair.target) ?? .region, place: 0),
      status: term.status.rawValue, glossary: glossary.rank, concept: concept.id)
    return (answer, rank)
  }

  private mutating func concept(_ id: Int64) throws -> StoredConcept? {
    if let known = concepts[id] { return known }
    let concept = try store.concepts([id]).first
    if let concept { concepts[id] = concept }
    return concept
  }
}
