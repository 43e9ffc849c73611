/// The ways in which a word of a text may differ from the word that a term is written with.
///
/// The recogniser generates the forms of a term's words instead of comparing stems: *danse* has the
/// form *danses* and never *dans*, *mai* never becomes *mais*. On annotated French and English this
/// finds as many inflected occurrences as light stems do and leaves most of their false hits out.
package struct Inflection: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  @inlinable
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The plural of a word written in the singular.
  @inlinable package static var plural: Inflection { Inflection(rawValue: 1) }
  /// The singular of a word written in the plural.
  @inlinable package static var singular: Inflection { Inflection(rawValue: 2) }
  /// The other gender, in both numbers.
  @inlinable package static var gender: Inflection { Inflection(rawValue: 4) }
  /// The finite forms and participles of a verb written in the infinitive.
  @inlinable package static var verb: Inflection { Inflection(rawValue: 8) }
  /// The same light stem; for verbs whose part of speech nobody stated.
  @inlinable package static var stem: Inflection { Inflection(rawValue: 16) }
}
