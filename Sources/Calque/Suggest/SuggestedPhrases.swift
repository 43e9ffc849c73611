import CalqueAlign
import CalqueModel
import CalqueTerms
import CalqueText

/// Finds the phrases of an article that no glossary has: candidates for a glossary, and fragments
/// that the memories render.
struct SuggestedPhrases {
  let text: String
  let sentences: [Suggestions.Sentence]
  /// The terms that the glossaries have.
  let terms: [TermAnswer]
  /// Finds renderings; nil if the words of the memories are not linked.
  var finder: RenderingFinder?

  /// The candidates, best first, with the memories' renderings where there are any.
  mutating func candidates(_ pair: LanguagePair) throws -> [SuggestedPhrase] {
    let language = Language(pair.source)
    let common = BilingualLexicon.shipped(for: pair)?.sourceWords ?? []
    var found = CandidateFinder(Morphologies.ofProcess.morphology(of: language)) { word in
      common.contains(String(word.prefix(BilingualLexicon.letters)))
    }
    for sentence in sentences where !sentence.isBoilerplate && !sentence.isDateline {
      found.read(sentence.text, at: sentence.range.lowerBound)
    }
    let known = Set(terms.map { $0.start..<$0.end })
    let places = TextPlaces(text)
    var candidates: [SuggestedPhrase] = []
    for candidate in found.candidates where !candidate.spans.contains(where: known.contains) {
      let (line, column) = places.place(of: candidate.range.lowerBound)
      let translations = try renderings(of: candidate.surface)
      candidates.append(
        SuggestedPhrase(
          surface: candidate.surface, spans: candidate.spans, line: line, column: column,
          kind: candidate.kind.rawValue, expansion: candidate.expansion,
          translations: translations.filter { $0.count > 1 }))
    }
    return candidates
  }

  /// The fragments that the memories render, by place.
  mutating func renderings(_ pair: LanguagePair) throws -> [SuggestedPhrase] {
    guard finder != nil else { return [] }
    let places = TextPlaces(text)
    var fragments = FragmentSearch(
      Morphologies.ofProcess.morphology(of: Language(pair.source)))
    var found: [SuggestedPhrase] = []
    for sentence in sentences where !sentence.isBoilerplate && !sentence.isDateline {
      let known = terms.map { $0.start..<$0.end }.filter { $0.overlaps(sentence.range) }
      for fragment in fragments.fragments(of: sentence.text) {
        let start = sentence.range.lowerBound
        let range = (start + fragment.bytes.lowerBound)..<(start + fragment.bytes.upperBound)
        if known.contains(where: {
          $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound
        }) {
          continue
        }
        if found.contains(where: { $0.spans[0].overlaps(range) }) { continue }
        guard let seen = finder?.found(fragment.text, maxExamined: Self.examined),
          FragmentSearch.isEvident(seen, weight: fragment.weight)
        else {
          continue
        }
        let surface = places.text(range)
        let translations = try finder?.texts(seen, limit: 2).filter { $0.count > 1 } ?? []
        guard let best = translations.first, folded(best.text) != folded(surface) else { continue }
        let (line, column) = places.place(of: range.lowerBound)
        found.append(
          SuggestedPhrase(
            surface: surface, spans: [range], line: line, column: column, kind: nil,
            expansion: nil, translations: translations))
      }
    }
    found += try contradictions(pair, places)
    return found.sorted { $0.spans[0].lowerBound < $1.spans[0].lowerBound }
  }

  /// The maximum number of occurrences of a phrase that are looked at.
  private static let examined = 100

  private mutating func renderings(
    of phrase: String
  ) throws -> [MemoryRendering] {
    guard let seen = finder?.found(phrase, maxExamined: Self.examined) else { return [] }
    return try finder?.texts(seen, limit: 2) ?? []
  }

  /// The glossaries' terms for which the memories say something else, most of the time.
  private mutating func contradictions(
    _ pair: LanguagePair, _ places: TextPlaces
  ) throws -> [SuggestedPhrase] {
    var asked = Set<String>()
    var found: [SuggestedPhrase] = []
    for term in terms where asked.insert(term.surface).inserted {
      guard let first = term.translations.first,
        let seen = finder?.found(term.surface, maxExamined: Self.examined),
        let most = seen.found.first, most.sound >= 5, most.count * 2 >= seen.linked,
        FragmentSearch.isEvident(seen, weight: 0),
        let best = try finder?.texts(seen, limit: 1).first
      else { continue }
      let target = Language(pair.target)
      func key(_ text: String) -> [[UInt8]] {
        WordNumbers.stems(of: text, in: target).stems
      }
      let said = key(best.text)
      // A part of the glossary's translation, or one that holds it, contradicts nothing.
      let agrees = term.translations.contains { translation in
        let known = key(translation.text)
        return known.allSatisfy(said.contains) || said.allSatisfy(known.contains)
      }
      if agrees { continue }
      let (line, column) = places.place(of: term.start)
      found.append(
        SuggestedPhrase(
          surface: term.surface, spans: [term.start..<term.end], line: line, column: column,
          kind: nil, expansion: nil, contradicted: first.text, translations: [best]))
    }
    return found
  }
}
