/// The language of a text, as its function words show it.
///
///     LanguageGuess(of: "The minister said that she would resign on Monday.").language  // English
///
/// Two languages are distinguished by the words that only one of them has, because related
/// languages share many (*de*, *la*, *que*). A language is accepted if such words are many, of
/// several kinds, and twice as many as those of the other language. A short text stays undecided,
/// and so does a text that quotes the other language at length.
package struct LanguageGuess: Sendable {
  /// The evidence for one language and against another.
  package struct Evidence: Hashable, Sendable {
    /// The number of words of the text that are function words of the one language alone.
    package var words = 0
    /// The number of different words among them.
    package var kinds = 0
  }

  /// The number of words that were read.
  package let words: Int
  /// The languages with function words, the one with the most in the text first.
  package let ranking: [Language]
  private let counter: FunctionWordCounter

  /// Reads a text, or three stretches of a long text.
  ///
  /// - Complexity: O(1) in the length of a text beyond some kilobytes.
  package init(of text: String) {
    var counter = FunctionWordCounter()
    self.init(of: text, using: &counter)
  }

  /// Reads a text by a counter that is kept for many texts.
  package init(of text: String, using counter: inout FunctionWordCounter) {
    counter.restart()
    for stretch in Self.stretches(of: text) { counter.count(stretch) }
    self.counter = counter
    words = counter.words
    ranking = counter.ranking
  }

  /// The language of the text; nil if the evidence is thin or two languages are close.
  package var language: Language? {
    guard let first = ranking.first else { return nil }
    return ranking.dropFirst().allSatisfy { isIn(first, ratherThan: $0) } ? first : nil
  }

  /// Whether the text is surely in one of two languages.
  ///
  /// The result is false if one of the two has no function words.
  package func isIn(_ language: Language, ratherThan other: Language) -> Bool {
    guard let found = evidence(for: language, against: other),
      let doubt = evidence(for: other, against: language)
    else { return false }
    return found.words >= 5 && found.kinds >= 3 && found.words * 6 >= words
      && found.words >= 2 * doubt.words
  }

  /// The evidence for a language and against another; nil if one has no function words.
  package func evidence(for language: Language, against other: Language) -> Evidence? {
    counter.evidence(for: language, against: other)
  }

  /// The beginning, the middle and the end of a long text; the whole of a short text.
  private static func stretches(of text: String) -> [String] {
    let (bytes, length) = (Array(text.utf8), 4_096)
    guard bytes.count > 3 * length else { return [text] }
    return [0, (bytes.count - length) / 2, bytes.count - length].map { start in
      // A letter that a cut halves is replaced. Half a word more or less decides nothing.
      String(decoding: bytes[start..<(start + length)], as: UTF8.self)
    }
  }
}
