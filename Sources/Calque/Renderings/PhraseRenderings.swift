import CalqueAlign
import CalqueMorphology

/// What the other side of a memory says for a phrase, by the words that are linked with it.
struct PhraseRenderings: Sendable {
  /// What stands opposite the phrase, best first.
  var found: [RenderingVotes.Found]
  /// Whether the phrase is in the plural; nil if it does not tell.
  var isPlural: Bool?
  /// What the phrase's only word of meaning is, if it is known.
  var speech: SpeechEndings.Speech?
  /// The number of units that hold the phrase, of those that were looked at.
  let examined: Int
  /// The number of those in which something is linked with the phrase.
  var linked: Int
  /// The number of those in which the unit's own links show it; nil if all are.
  var linkedByLinks: Int?
  /// The number of those that have the phrase as it was asked for.
  var asked = 0
  /// Whether some unit has the phrase as it was asked for.
  let hasAsked: Bool
  /// Whether the same two words follow the phrase in most of many units: *directeur général* des
  /// élections.
  var isContinued = false

  /// The words of the best that several units have, which are marked there, best first.
  var marked: [[UInt32]] {
    found.lazy.filter { $0.count > 1 }.prefix(Self.maxMarked).map(\.words)
  }

  /// What the units' own links say: guesses order renderings, and are no evidence.
  ///
  /// Units in which only a guess shows anything count for no share.
  var withoutGuesses: Self {
    var renderings = self
    renderings.linked = linkedByLinks ?? linked
    renderings.found = found.compactMap(\.withoutGuesses)
    return renderings
  }

  /// The number of renderings that are marked in units.
  private static let maxMarked = 12

  /// No renderings.
  static let none = PhraseRenderings(found: [], examined: 0, linked: 0, hasAsked: false)

  /// The maximum number of occurrences that are looked at; of more, evenly spread ones.
  static let maxExamined = 200
  /// The maximum number of occurrences of a phrase's word that are looked at.
  static let maxExaminedAlone = 100
}
