import CalqueMatch

extension LookupAnswer {
  /// The answer to the end of a text, as the answer to the whole text.
  ///
  /// - Parameters:
  ///   - start: the number of bytes of the text before the end that was looked up.
  ///   - text: the whole text.
  /// - Returns: the answer, whose places count from the beginning of the text.
  func behind(_ start: Int, of text: String) -> LookupAnswer {
    var answer = self
    answer.query = text
    for place in answer.matches.indices { answer.matches[place].shift(by: start) }
    answer.next?.shift(by: start)
    return answer
  }
}

extension MatchAnswer {
  fileprivate mutating func shift(by start: Int) {
    differences = differences.map { difference in
      let query = difference.query.map { ($0.lowerBound + start)..<($0.upperBound + start) }
      return Difference(difference.kind, query: query, match: difference.match)
    }
  }
}
