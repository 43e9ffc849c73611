/// Which language a text is in, as far as its function words tell.
///
///     LanguageGuess(of: "The minister said that she would resign on Monday.").language  // English
///
/// Two languages are told apart by the words that only one of them has, since kindred languages
/// share many (*de*, *la*, *que*). A language is believed where such words are many, of several
/// kinds, and twice as many as those of the other. A text that quotes the other language at length
/// stays undecided, and so does a short one.
package struct LanguageGuess: Sendable {
  /// What speaks for one language and against another.
  package struct Evidence: Hashable, Sendable {
    /// How many words of the text are function words of the one language alone.
    package var words = 0
    /// How many different ones.
    package var kinds = 0
  }

  /// How many words were looked at.
  package let words: Int
  /// The languages that have function words, the one with the most of them first.
  package let ranking: [Language]
  private let counter: FunctionWordCounter

  /// Looks at a text, at three stretches of a long one.
  ///
  /// - Complexity: O(1) in the length of a text beyond some kilobytes.
  package init(of text: String) {
    var counter = FunctionWordCounter()
    for stretch in Self.stretches(of: text) { counter.count(stretch) }
    self.counter = counter
    words = counter.words
    ranking = counter.ranking
  }

  /// The language that the text is in; nil where the evidence is thin or two languages are close.
  package var language: Language? {
    guard let first = ranking.first else { return nil }
    return ranking.dropFirst().allSatisfy { isIn(first, ratherThan: $0) } ? first : nil
  }

  /// Whether the text is surely in one of two languages.
  ///
  /// Nothing is sure of a language without function words.
  package func isIn(_ language: Language, ratherThan other: Language) -> Bool {
    guard let found = evidence(for: language, against: other),
      let doubt = evidence(for: other, against: language)
    else { return false }
    return found.words >= 5 && found.kinds >= 3 && found.words * 6 >= words
      && found.words >= 2 * doubt.words
  }

  /// What speaks for a language and against another; nil where one has no function words.
  package func evidence(for language: Language, against other: Language) -> Evidence? {
    counter.evidence(for: language, against: other)
  }

  /// The beginning, the middle and the end of a long text; a short one whole.
  private static func stretches(of text: String) -> [String] {
    let (bytes, length) = (Array(text.utf8), 4_096)
    guard bytes.count > 3 * length else { return [text] }
    return [0, (bytes.count - length) / 2, bytes.count - length].map { start in
      // The halves of a letter at the cuts are replaced; half of a word more decides nothing.
      String(decoding: bytes[start..<(start + length)], as: UTF8.self)
    }
  }
}
