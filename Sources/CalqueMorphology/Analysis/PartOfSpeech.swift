/// The part of speech of a word, as far as inflection and context tell words apart.
package enum PartOfSpeech: UInt8, Sendable, CaseIterable {
  case noun
  case adjective
  case verb
  case properNoun
  case adverb
  /// Articles, pronouns, prepositions, conjunctions, numerals and what is left.
  case other
}
