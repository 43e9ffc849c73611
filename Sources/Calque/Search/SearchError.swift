import CalqueMatch

/// The reasons why a search has no answer.
enum SearchError: Error, Equatable, Sendable {
  /// The query has no text to look for.
  case emptyQuery
  /// The query has more words than a search takes.
  case tooManyWords(Int)
  /// The regular expression has an error; the column is in Unicode scalars, from 1.
  case expression(String, column: Int)
  /// The regular expression takes too long, and the texts searched until then have no hit.
  case effort(String, searched: Int)
}

extension SearchError {
  /// The remedy; nil if the message is enough.
  var remedy: Remedy? {
    switch self {
    case .emptyQuery: nil
    case .tooManyWords: "search for a part of it, or look it up"
    case .expression: .searchForText
    case .effort: "write it without one repetition inside another"
    }
  }

  /// The message for people, without a final full stop.
  var message: String {
    switch self {
    case .emptyQuery:
      "the query holds nothing to search for"
    case .tooManyWords(let count):
      "the query has \(count) words; a search takes \(ConcordanceQuery.maximum) at most"
    case .expression(let pattern, let column):
      "the expression '\(pattern)' is wrong at column \(column)"
    case .effort(let pattern, let searched):
      "the expression '\(pattern)' takes too long: nothing was found in the \(searched) "
        + "\(searched == 1 ? "text" : "texts") searched until then"
    }
  }
}
