import CalqueModel
import CalqueMorphology
import CalqueTerms
import CalqueText
import TestSupport

/// A term as the tests write one: `Bercy`, `sommet/noun`, `délégué/adjective/mf`, `Bercy//case`.
func recogniserTerm(_ written: String, number: Int) -> RecogniserTerm {
  let parts = written.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  var term = RecogniserTerm(number: number, text: parts[0])
  for part in parts.dropFirst() {
    switch part {
    case "": break
    case "case": term.flags.insert(.caseSensitive)
    case "mf", "m", "f": term.gender = part
    default: term.partOfSpeech = part
    }
  }
  return term
}

/// What is found of the terms in a text, as the text writes it, longest first at each place.
func found(_ terms: [String], in text: String, _ language: LanguageTag = "fr") -> [String] {
  let recogniser = Recogniser(
    terms: terms.enumerated().map { recogniserTerm($1, number: $0) }, language: language)
  return recogniser.terms(in: text).map { surface(of: $0, in: text) }
}

/// What is found with the lexicon of the sample dictionary.
func foundByLexicon(_ terms: [String], in text: String) throws -> [String] {
  var builder = RecogniserBuilder(Morphology(.french, lexicon: try SampleDictionary.lexicon()))
  for (number, term) in terms.enumerated() { builder.add(recogniserTerm(term, number: number)) }
  return builder.recogniser().terms(in: text).map { surface(of: $0, in: text) }
}

/// The stretch of a text where a term was found.
func surface(of term: RecognisedTerm, in text: String) -> String {
  String(decoding: Array(text.utf8)[term.start..<term.end], as: UTF8.self)
}
