import CalqueModel

/// A glossary as plain values, with the rules of adding, editing, importing and answering.
struct GlossaryModel {
  /// A term of a concept.
  struct Designation: Hashable {
    var language: String
    var text: String
    var status = TermStatus.preferred
    var isVariant = false
    var partOfSpeech: String?
    var gender: String?
    var validity = ""
    var note: String?
  }

  /// A concept and its terms.
  struct Meaning: Hashable {
    var domains: [String] = []
    var note: String?
    var terms: [Designation] = []
  }

  /// A concept and its id.
  struct Entry {
    var id: ConceptID
    var meaning: Meaning
  }

  /// What is said of a term that is added.
  struct Details: Hashable {
    var status: TermStatus?
    var domain: String?
    var note: String?
    var validity = ""
    var partOfSpeech: String?
    var gender: String?
  }

  /// What is to be changed in a concept.
  struct Edit: Hashable {
    var rendering: String?
    var source: String?
    var target: String?
    var status: TermStatus?
    var note: String?
    var domain: String?
    var validity: String?
    var partOfSpeech: String?
    var gender: String?
  }

  /// What became of a term that was added.
  enum Outcome: Hashable { case added, changed, known }

  /// A translation in an answer.
  struct Translation: Hashable {
    let text: String
    let status: TermStatus
    let isInForce: Bool
  }

  /// An answer to a term of a text.
  struct Answer: Hashable {
    let start: Int
    let end: Int
    let surface: String
    let glossary: String
    let concept: ConceptID
    let domain: String?
    let note: String?
    let isInForce: Bool
    var translations: [Translation]
  }

  /// An answer with its rank; whether the text is about its domain comes between the two halves.
  struct RankedAnswer {
    let before: [Int]
    let after: [Int]
    let domains: [String]
    let answer: Answer

    var place: [Int] { Array(before.prefix(2)) }
  }

  /// A time that is over.
  static let past = "2001..2002"

  let name: String
  /// The concepts, in the order of their ids.
  var entries: [Entry] = []

  /// Adds a pair of terms.
  ///
  /// - Parameters:
  ///   - source: the French term.
  ///   - target: the English term.
  ///   - details: what is said of the pair.
  ///   - id: the id that a new concept has.
  /// - Returns: what became of the pair, and the id of the concept that has the pair.
  mutating func add(
    _ source: String, _ target: String, _ details: Details, id: ConceptID
  ) -> (outcome: Outcome, id: ConceptID) {
    let places = entries.indices.filter {
      entries[$0].meaning.place(of: source, in: "fr") != nil
    }
    let holders = places.filter { entries[$0].meaning.place(of: target, in: "en") != nil }
    let usable = holders.filter { place in
      let meaning = entries[place].meaning
      return meaning.place(of: target, in: "en").map { meaning.terms[$0].status } != .forbidden
    }
    if let holder = usable.first ?? holders.first {
      let before = entries[holder].meaning
      entries[holder].meaning.merge(source, target, details)
      return (before == entries[holder].meaning ? .known : .changed, entries[holder].id)
    }
    if details.status ?? .preferred != .preferred, places.count == 1 {
      entries[places[0]].meaning.join(source, target, details)
      return (.added, entries[places[0]].id)
    }
    entries.append(Entry(id: id, meaning: Meaning(source, target, details)))
    return (.added, id)
  }

  /// Imports the rows of a file: a row that says what a concept says is known, a row of the same
  /// main terms is a new version of the first such concept, once a file.
  ///
  /// New concepts have no id yet.
  mutating func importRows(_ rows: [Meaning]) -> WorkspaceModel.Counts {
    var counts = WorkspaceModel.Counts()
    var met = Set<Int>()
    for row in rows {
      let places = entries.indices.filter { entries[$0].meaning.mainTerms == row.mainTerms }
      if let same = places.first(where: { entries[$0].meaning == row }) {
        met.insert(same)
        counts.known += 1
      } else if let first = places.first {
        if met.insert(first).inserted {
          entries[first].meaning = row
          counts.stored += 1
        } else {
          counts.skipped += 1
        }
      } else {
        met.insert(entries.count)
        entries.append(Entry(id: ConceptID(0), meaning: row))
        counts.stored += 1
      }
    }
    return counts
  }

  /// The answers to some words of a text, each with its rank among all answers to the text.
  func answers(
    to stretch: WordStretch, glossaryRank: Int
  ) -> [RankedAnswer] {
    entries.enumerated().compactMap { number, entry in
      let terms = entry.meaning.terms
      guard let term = terms.first(where: { $0.language == "fr" && $0.text == stretch.text })
      else { return nil }
      let ranked = terms.enumerated().filter { $0.element.language == "en" }
        .map { (rank: $0.element.rank, place: $0.offset, term: $0.element) }
        .sorted { ($0.rank + [$0.place]).lexicographicallyPrecedes($1.rank + [$1.place]) }
      guard let best = ranked.first else { return nil }
      var translations: [Translation] = []
      for (_, _, term) in ranked
      where !translations.contains(where: { $0.text == term.text && $0.status == term.status }) {
        translations.append(
          Translation(text: term.text, status: term.status, isInForce: term.isInForce))
      }
      let isUsable = term.isInForce && best.term.isInForce && best.term.status != .forbidden
      let before = [
        stretch.start, -stretch.end, isUsable ? 0 : 1, glossaryRank, term.isInForce ? 0 : 1,
      ]
      let names = terms.count { $0.language == "fr" && $0.status != .forbidden }
      let after = [term.status == .preferred ? 0 : 1] + best.rank + [names, number]
      let answer = Answer(
        start: stretch.start, end: stretch.end, surface: stretch.text, glossary: name,
        concept: entry.id, domain: entry.meaning.domains.first,
        note: entry.meaning.note ?? term.note, isInForce: term.isInForce,
        translations: translations)
      return RankedAnswer(
        before: before, after: after, domains: entry.meaning.domains, answer: answer)
    }
  }
}

extension GlossaryModel.Designation {
  var isInForce: Bool { validity != GlossaryModel.past }

  /// Forbidden translations come last, before them those whose time is over, then admitted ones.
  fileprivate var rank: [Int] {
    [status == .forbidden ? 1 : 0, isInForce ? 0 : 1, status == .preferred ? 0 : 1]
  }
}
