import Calque
import CalqueModel

extension TermAnswer {
  /// The warnings, the validity and the note, on one line; empty if there are none.
  ///
  /// - Parameter date: the date of the term's check: `today`, `at the article's date`.
  /// - Returns: the remarks, joined by dots.
  func remarks(testedFor date: String) -> String {
    var parts = [String]()
    if flags.contains(.metonym) { parts.append("metonym: spell out at first mention") }
    if flags.contains(.falseFriend) { parts.append("false friend") }
    if flags.contains(.ambiguous) { parts.append("has other meanings") }
    if flags.contains(.doNotTranslate) { parts.append("stays as it is") }
    if !validity.isAlways {
      parts.append("valid \(validity)" + (isInForce ? "" : ", not \(date)"))
    }
    if let note, !note.isEmpty { parts.append(note) }
    return parts.joined(separator: " · ")
  }
}
