/// An order in which a text may have a term's words, with the words that may stand between them.
struct TermPattern: Sendable {
  /// The words in the pattern's order.
  let words: [TermWords.Word]
  /// What may stand before each word; nothing before the first.
  let gaps: [Gap]
  /// Whether the last word is a verb whose object stands first, so that only its past participle
  /// counts: *l'immunité a été levée*.
  let isInverted: Bool

  init(_ words: [TermWords.Word], gaps: [Gap], isInverted: Bool = false) {
    self.words = words
    self.gaps = gaps
    self.isInverted = isInverted
  }
}
