/// What the few forms of a word are for a phrase.
struct FormMatches {
  /// What a form is.
  enum Match {
    /// No form of the word.
    case other
    /// Another form of the word.
    case form
    /// The form that was asked for.
    case asked
  }

  private var forms: [UInt32] = []
  private var matches: [Match] = []

  subscript(form: UInt32) -> Match? {
    forms.firstIndex(of: form).map { matches[$0] }
  }

  mutating func append(_ form: UInt32, _ match: Match) {
    forms.append(form)
    matches.append(match)
  }
}
