import CalqueMorphology

/// A phrase that is looked for in linked units, with the forms that each word may have.
struct SoughtPhrase: Sendable {
  struct Word: Sendable {
    /// The folded form, as it was asked for.
    let folded: String
    /// The stems of the word's forms.
    let stems: [[UInt8]]
    /// The other folded forms.
    let forms: Set<String>
    /// Whether the word has no meaning by itself: a function word, a mark.
    let isSmall: Bool
    /// Whether the word is written with a capital.
    var hasCapital = false
    /// Whether any word that begins so is meant.
    var isBeginning = false
  }

  let words: [Word]
  /// Whether the phrase's first noun is in the plural; nil if the phrase does not tell.
  var isPlural: Bool?
  /// What the phrase's only word of meaning is; nil if there are several or the word may be anything.
  var speech: SpeechEndings.Speech?
  /// Whether the phrase is looked for outside compounds only: *nord* is not *nord-est*.
  var standsAlone = false
  /// Whether a phrase in small letters is told from one in a name: *anciens combattants* is not the
  /// *ministère des Anciens Combattants*.
  var tellsNames = false

  /// The phrase as it is written, if it must be written so: the acronym *AI* is not *ai*.
  ///
  /// Of several words nothing is required.
  var spelling: String?

  /// Which of the words have no meaning by themselves.
  var small: [Bool] { words.map(\.isSmall) }
}
