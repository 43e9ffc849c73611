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
    let known = Set(terms.map(\.range))
    let places = TextPlaces(text)
    var candidates: [SuggestedPhrase] = []
    for candidate in found.candidates where !candidate.spans.contains(where: known.contains) {
      let (line, column) = places.place(of: candidate.range.lowerBound)
      let translations = try renderings(
        of: candidate.surface, keepsCapitals: candidate.kind == .acronym)
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
      let known = terms.map(\.range).filter { $0.overlaps(sentence.range) }
      let phrases = try renderings(
        fragments.fragments(of: sentence.text), in: sentence, except: known)
      found += phrases.map { range, translations in
        let (line, column) = places.place(of: range.lowerBound)
        return SuggestedPhrase(
          surface: places.text(range), spans: [range], line: line, column: column, kind: nil,
          expansion: nil, translations: translations)
      }
    }
    found += try contradictions(pair, places)
    return found.sorted { $0.spans[0].lowerBound < $1.spans[0].lowerBound }
  }

  /// The maximum number of occurrences of a phrase that are looked at.
  private static let examined = 100

  /// The fragments of a sentence that may be shown, none over another: first those that several
  /// units prove, the longest first.
  private mutating func renderings(
    _ fragments: [FragmentSearch.Fragment], in sentence: Suggestions.Sentence,
    except known: [Range<Int>]
  ) throws -> [(range: Range<Int>, translations: [MemoryRendering])] {
    var shown: [(range: Range<Int>, translations: [MemoryRendering])] = []
    var lone: [(range: Range<Int>, translations: [MemoryRendering])] = []
    for fragment in fragments {
      let start = sentence.range.lowerBound
      let range = (start + fragment.bytes.lowerBound)..<(start + fragment.bytes.upperBound)
      if known.contains(where: { $0.contains(range) }) { continue }
      if shown.contains(where: { $0.range.overlaps(range) }) { continue }
      let translations = try renderings(of: fragment)
      guard let best = translations.first, folded(best.text) != folded(fragment.text) else {
        continue
      }
      if best.count > 1 {
        shown.append((range, translations))
      } else {
        lone.append((range, translations))
      }
    }
    for some in lone where !shown.contains(where: { $0.range.overlaps(some.range) }) {
      shown.append(some)
    }
    return shown
  }

  /// What the memories say for a fragment; empty where the evidence does not suffice.
  private mutating func renderings(
    of fragment: FragmentSearch.Fragment
  ) throws -> [MemoryRendering] {
    guard
      let seen = finder?.found(
        fragment.text, maxExamined: Self.examined, tellsNames: true),
      let shown = finder?.evident(seen, for: fragment),
      let texts = try finder?.texts(shown, limit: 2), let best = texts.first
    else { return [] }
    // *Nouveau Monde* is no *new world*.
    if fragment.isName, best.text.unicodeScalars.first?.properties.isUppercase != true { return [] }
    return [best] + texts.dropFirst().filter { $0.count > 1 }
  }

  private mutating func renderings(
    of phrase: String, keepsCapitals: Bool
  ) throws -> [MemoryRendering] {
    let seen = finder?.found(phrase, maxExamined: Self.examined, keepsCapitals: keepsCapitals)
    guard let seen else { return [] }
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
        !seen.isContinued, most.sound * 4 >= seen.examined,
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
