/// A phrase that is looked for in linked units, with the forms that each word may have.
struct SoughtPhrase: Sendable {
  struct Word: Sendable {
    /// The folded form, as it was asked for.
    let folded: String
    /// The stems of the word's forms.
    let stems: [[UInt8]]
    /// The other folded forms.
    let forms: Set<String>
    /// Whether the word is a function word.
    let isSmall: Bool
  }

  let words: [Word]

  /// Whether the phrase begins and ends with a function word.
  var small: (first: Bool, last: Bool) {
    (words.first?.isSmall ?? false, words.last?.isSmall ?? false)
  }
}
