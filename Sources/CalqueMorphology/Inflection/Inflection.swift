/// The ways in which a word of a text may differ from the term's word.
///
/// The recogniser generates the forms of a term's words and does not compare stems: *danse* has the
/// form *danses* and never *dans*, *mai* never becomes *mais*. On annotated French and English, the
/// forms find as many inflected occurrences as light stems, and avoid most of their false hits.
package struct Inflection: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16
  @inlinable
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  // The standard library's initialiser inserts element after element through generic code.
  @inlinable
  package init(arrayLiteral elements: Inflection...) {
    var bits: UInt16 = 0
    for element in elements { bits |= element.rawValue }
    rawValue = bits
  }

  /// The plural of a singular word.
  @inlinable package static var plural: Inflection { Inflection(rawValue: 1) }
  /// The singular of a plural word.
  @inlinable package static var singular: Inflection { Inflection(rawValue: 2) }
  /// The other gender, in both numbers.
  @inlinable package static var gender: Inflection { Inflection(rawValue: 4) }
  /// The finite forms and participles of an infinitive.
  @inlinable package static var verb: Inflection { Inflection(rawValue: 8) }
  /// The same light stem, for verbs without a stated part of speech.
  @inlinable package static var stem: Inflection { Inflection(rawValue: 16) }
  /// Another form of an article or a pronoun: *le* and *les*, *se* and *nous*.
  @inlinable package static var article: Inflection { Inflection(rawValue: 32) }
  /// The contraction of a preposition with an article, or its elision: *de* and *du*.
  @inlinable package static var contraction: Inflection { Inflection(rawValue: 64) }
  /// Another determiner in its place: *une* and *sa*.
  @inlinable package static var determiner: Inflection { Inflection(rawValue: 128) }
  /// An abbreviation: *Dr* of *docteur*, *km* of *kilomètre*.
  @inlinable package static var abbreviation: Inflection { Inflection(rawValue: 256) }
}
