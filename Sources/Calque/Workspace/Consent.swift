import CalqueText

/// An answer to a question of the command before it goes on.
public enum Consent {
  /// Whether an answer means yes, in one of the languages that Calque knows: `y`, `Yes`, `oui`.
  public static func isGiven(by answer: String) -> Bool {
    let answer = answer.lowercased()
    return Language.all.contains { $0.yes.contains(answer) }
  }
}
