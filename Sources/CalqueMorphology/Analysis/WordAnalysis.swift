/// One reading of a form: the word that it is a form of, and its place in the inflection.
package struct WordAnalysis: Hashable, Sendable {
  /// The dictionary's form of the word, in lower case with its accents: *acheter*, *national*.
  package let lemma: String
  /// Part of speech, gender, number and kind of verb form.
  package let features: WordFeatures

  package init(lemma: String, features: WordFeatures) {
    self.lemma = lemma
    self.features = features
  }
}

/// The features of a form, in 16 bits, as a lexicon stores them.
package struct WordFeatures: Hashable, Sendable {
  /// The kind of form that a verb has.
  package enum VerbForm: UInt8, Sendable {
    /// No form of a verb.
    case none
    case infinitive, presentParticiple, pastParticiple, finite
  }

  /// The genders that a form can have.
  package struct Gender: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let masculine = Gender(rawValue: 1)
    package static let feminine = Gender(rawValue: 2)
  }

  /// The numbers that a form can have.
  package struct Number: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let singular = Number(rawValue: 1)
    package static let plural = Number(rawValue: 2)
  }

  /// The features as bits: 4 for the part of speech, 3 for the verb's form, 2 for the gender, 2 for
  /// the number, from the lowest on.
  package let bits: UInt16

  package init(bits: UInt16) { self.bits = bits }

  /// Describes a form; an empty gender or number is one that the form does not show.
  package init(
    _ speech: PartOfSpeech, verb: VerbForm = .none, gender: Gender = [], number: Number = []
  ) {
    bits =
      UInt16(speech.rawValue) | UInt16(verb.rawValue) << 4 | UInt16(gender.rawValue) << 7
      | UInt16(number.rawValue) << 9
  }

  /// The part of speech; `other` for bits that no version of Calque writes.
  package var speech: PartOfSpeech { PartOfSpeech(rawValue: UInt8(bits & 15)) ?? .other }
  /// The kind of verb form.
  package var verb: VerbForm { VerbForm(rawValue: UInt8(bits >> 4 & 7)) ?? .none }
  /// The genders that the form can have.
  package var gender: Gender { Gender(rawValue: UInt8(bits >> 7 & 3)) }
  /// The numbers that the form can have.
  package var number: Number { Number(rawValue: UInt8(bits >> 9 & 3)) }

  /// Whether the form can stand with another one that agrees with it in gender and number.
  package func agrees(with other: WordFeatures) -> Bool {
    let isOfGender =
      gender.isEmpty || other.gender.isEmpty || !gender.isDisjoint(with: other.gender)
    let isOfNumber =
      number.isEmpty || other.number.isEmpty || !number.isDisjoint(with: other.number)
    return isOfGender && isOfNumber
  }
}
