import CalqueDocuments
import CalqueModel
import CalqueText

extension Suggestions.Sentence {
  /// Whether matches are looked for: the sentence is neither a dateline nor a web page's own.
  var isLookedUp: Bool { !isBoilerplate && !isDateline }

  /// The sentences of an article.
  ///
  /// - Parameters:
  ///   - text: the article.
  ///   - language: its language.
  /// - Returns: the sentences, in order.
  static func sentences(of text: String, in language: LanguageTag) -> [Self] {
    let places = TextPlaces(text)
    return SentenceSplitter(language: Language(language)).sentences(in: text).map { sentence in
      let range = sentence.start..<sentence.end
      let written = places.text(range)
      let (line, column) = places.place(of: sentence.start)
      return Self(
        range: range, line: line, column: column, text: written,
        isBoilerplate: Boilerplate.isLine(written), isDateline: sentence.isDateline)
    }
  }
}
