/// A lexicon, or a dictionary that a lexicon is made from, that cannot be used.
package enum LexiconError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file is not a lexicon, or was torn.
  case damaged(String)
  /// The lexicon was made by another version of Calque.
  case version(UInt32)
  /// A line of a dictionary's affixes or words cannot be understood; lines count from 1.
  case line(Int, String)
  /// The dictionary has more forms or letters than a lexicon can hold.
  case tooLarge(String)

  package var description: String {
    switch self {
    case .damaged(let what): "the lexicon is damaged: \(what)"
    case .version(let found): "the lexicon has version \(found), not \(LexiconLayout.version)"
    case .line(let line, let what): "line \(line): \(what)"
    case .tooLarge(let what): "the dictionary is too large: \(what)"
    }
  }
}
