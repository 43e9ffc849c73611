package import CalqueModel
import CalqueText

/// The built-in glossary of names: countries, regions, nationalities, languages and currencies.
///
/// The names are ICU's, and those of each language's `NameRules`, which come first. Nothing of them
/// is stored. Of all names only those that a text may hold make a recogniser, so a text costs what
/// its own names cost.
///
///     NameGlossary(pair).names(in: "au Royaume-Uni")  // Royaume-Uni = United Kingdom
package struct NameGlossary: Sendable {
  /// The glossary's name.
  package static let name = "names"

  private let pair: LanguagePair
  private let source: Language
  private let target: Language

  /// The names of a language and what they are in another one.
  package init(_ pair: LanguagePair) {
    self.pair = pair
    source = Language(pair.source)
    target = Language(pair.target)
  }

  /// The names in a text, by place; no two overlap.
  package func names(in text: String) -> [FoundName] {
    let sieve = TermSieve(text, language: pair.source)
    let all = SourceNames(source).all.filter { sieve.admits($0.text) }
    if all.isEmpty { return [] }
    var builder = RecogniserBuilder(for: sieve)
    for (number, name) in all.enumerated() { builder.add(name.term(number: number)) }
    // A phrase in which a name means something else hides the name.
    for phrase in source.rules.names.phrases where sieve.admits(phrase) {
      builder.add(RecogniserTerm(number: all.count, text: phrase))
    }
    let found = builder.recogniser().terms(in: text)
    if found.isEmpty { return [] }
    let context = NameContext(text, of: source)
    var names = [FoundName]()
    for (term, winner) in zip(found, found.winners()) where winner == nil {
      if term.term == all.count { continue }
      // At one place a country comes before its people: Argentine.
      if names.last?.range == term.start..<term.end { continue }
      let name = all[term.term]
      guard context.isName(name.name, at: term.start..<term.end) else { continue }
      let translations = TargetNames(target).terms(of: name.name, language: pair.target)
      if translations.isEmpty { continue }
      names.append(
        FoundName(
          range: term.start..<term.end, text: name.text, id: name.name.id,
          isPlace: name.name.kind == .place, code: name.name.code,
          translations: translations))
    }
    return names
  }
}

/// A name in a text, with its translations.
package struct FoundName: Hashable, Sendable {
  /// The bytes of the name in the text.
  package let range: Range<Int>
  /// The name in its own form.
  package let text: String
  /// A number below zero, the same for the same name in every text.
  package let id: ConceptID
  /// Whether the name is that of a country, a region or a city.
  package let isPlace: Bool
  /// The code of what the name names, such as that of a country.
  package let code: String
  /// What the other language calls it, best first.
  package let translations: [Term]
}

extension FoundName {
  /// The same name at a place that is counted from another beginning.
  package func shifted(by offset: Int) -> FoundName {
    FoundName(
      range: range.lowerBound + offset..<range.upperBound + offset, text: text, id: id,
      isPlace: isPlace, code: code, translations: translations)
  }
}
