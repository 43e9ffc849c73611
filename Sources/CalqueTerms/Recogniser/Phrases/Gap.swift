/// The kinds of words that may stand between two words of a term.
struct Gap: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  /// Adverbs behind a verb: *expédier alors les affaires courantes*.
  static let adverb = Gap(rawValue: 1)
  /// Adjectives behind a noun, which agree with it: *ministère français de l'Économie*.
  static let modifier = Gap(rawValue: 2)
  /// Adjectives between a determiner and its noun: *une nouvelle motion*.
  static let premodifier = Gap(rawValue: 4)
  /// A second noun or adjective: *redressements et liquidations judiciaires*.
  static let coordination = Gap(rawValue: 8)
  /// The object of a verb: *mettre l'élu en examen*.
  static let object = Gap(rawValue: 16)
  /// Auxiliaries and pronouns behind a reflexive pronoun: *s'est félicitée*.
  static let auxiliary = Gap(rawValue: 32)
  /// The auxiliaries of the passive: *l'immunité a été levée*.
  static let passive = Gap(rawValue: 64)
  /// A comma beside a number: *article 49, alinéa 3*.
  static let comma = Gap(rawValue: 128)

  /// The maximum number of tokens in a gap.
  static let maximumLength = 5
}
