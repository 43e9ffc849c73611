/// Why a file is no frozen recogniser of its language and its rules; the file is then made again.
package enum FrozenError: Error, Equatable, Sendable {
  /// The file is torn, truncated or overwritten.
  case damaged(what: String)
  /// Another version of Calque wrote the file, or another lexicon was beside the program.
  case outdated
}

extension FrozenError: CustomStringConvertible {
  /// The message for people, without a final full stop.
  package var description: String {
    switch self {
    case .damaged(let what): "the recogniser is damaged: \(what)"
    case .outdated: "the recogniser was made by other rules or with another lexicon"
    }
  }
}
