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
  private let terms: [StoredTerm]
  private var glossaries: [Int64: Glossary] = [:]
  private var concepts: [Int64: StoredConcept] = [:]
  private var recogniser: Recogniser?
  private var hasAnsweredQuery = false

  /// Reads the terms of the source language; those that are forbidden are not looked for.
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
    var terms = [StoredTerm]()
    if !glossaries.isEmpty {
      let known = Set(glossaries.keys)
      try store.forEachTerm(language: options.pair.source.primary) { term in
        if term.status != .forbidden, known.contains(term.resource) { terms.append(term) }
      }
    }
    self.terms = terms
  }

  /// The names of the glossaries that take part, in their order.
  package var glossaryNames: [String] {
    glossaries.values.sorted { $0.rank < $1.rank }.map(\.name)
  }

  /// The terms of a text, by place, the longest first at each place.
  package mutating func answers(in text: String) throws -> [TermAnswer] {
    let recogniser = self.recogniser ?? recogniser { _ in true }
    self.recogniser = recogniser
    return try answers(recogniser.terms(in: text), in: text)
  }

  /// The terms of a query, and for a short one those that it resembles with `minimum` points.
  ///
  /// The first query is answered without building the recogniser of the whole glossary.
  package mutating func answers(
    toQuery query: String, minimum: Int
  ) throws -> [TermAnswer] {
    var found: [TermAnswer]
    if recogniser == nil, !hasAnsweredQuery {
      hasAnsweredQuery = true
      let sieve = TermSieve(query, language: options.pair.source)
      found = try answers(recogniser { sieve.admits($0.text) }.terms(in: query), in: query)
    } else {
      found = try answers(in: query)
    }
    var alike = [TermAnswer]()
    let places = TextPlaces(query)
    for (number, score) in resembling(query, minimum: minimum)
    where !found.contains(where: { $0.concept == String(terms[number].concept) }) {
      let place = RecognisedTerm(start: 0, end: query.utf8.count, term: number)
      guard let answer = try answer(to: place, within: nil, score: score, places) else {
        continue
      }
      // Of a concept's terms the one that is most alike.
      if !alike.contains(where: { $0.concept == answer.answer.concept }) {
        alike.append(answer.answer)
      }
    }
    found += alike
    return found
  }

  private func recogniser(_ isWanted: (StoredTerm) -> Bool) -> Recogniser {
    var recogniser = Recogniser(language: options.pair.source)
    for (number, term) in terms.enumerated() where isWanted(term) {
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

  // MARK: Short queries

  /// The terms that a short query resembles, with their scores, the best first.
  private func resembling(_ query: String, minimum: Int) -> [(number: Int, score: Int)] {
    let language = Language(options.pair.source)
    var scanner = TextScanner()
    let compared = ComparedText(query, stemmer: language.stemmer, using: &scanner)
    guard
      ShortQuery.isShort(scalars: compared.normalized.count, tokens: compared.tokens.count),
      !compared.tokens.isEmpty
    else { return [] }
    let letters = LetterCount(query)
    var alike = [(number: Int, score: Int)]()
    for (number, term) in terms.enumerated()
    where letters.mayResemble(LetterCount(term.text), minimum: minimum) {
      let other = ComparedText(term.text, stemmer: language.stemmer, using: &scanner)
      guard let score = Score.of(compared, other), score.points >= minimum else { continue }
      alike.append((number, score.points))
    }
    return alike.sorted { ($1.score, $0.number) < ($0.score, $1.number) }
  }
}

/// How often each letter stands in a text: a bound for how alike two texts can be.
private struct LetterCount {
  private var counts = [Int16](repeating: 0, count: 26)
  private var total = 0

  init(_ text: String) {
    for byte in text.utf8 {
      let letter = byte | 0x20
      if (0x61...0x7A).contains(letter) { counts[Int(letter - 0x61)] += 1 }
      if byte & 0xC0 != 0x80 { total += 1 }
    }
  }

  /// Whether two texts can reach a score; accents and short words are given some room.
  func mayResemble(_ other: LetterCount, minimum: Int) -> Bool {
    var (more, less) = (0, 0)
    for letter in 0..<26 {
      let difference = Int(counts[letter]) - Int(other.counts[letter])
      if difference > 0 { more += difference } else { less -= difference }
    }
    let longer = max(total, other.total)
    return 100 * max(more, less) <= (100 - minimum + 25) * longer
  }
}
