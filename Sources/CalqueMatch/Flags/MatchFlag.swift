package import CalqueText

/// A kind of difference between a query and a match.
///
/// Numbers, negation and names can change the meaning; typography does not.
public enum MatchFlag: String, CaseIterable, Sendable {
  /// Only apostrophes, quotes, dashes, spaces or raised digits differ.
  case typography
  /// The numbers differ: a value, a minus or their order.
  case numbers
  /// The words of negation differ: which words, or how often each occurs.
  case negation
  /// One text has a proper name that the other does not have.
  case names
  /// The import that brought the unit found its sides doubtful: the same, swapped, or in a wrong
  /// language.
  case doubtful
}

extension MatchFlag {
  /// The flags of a query and the source of its match.
  package static func between(
    _ query: ComparedText, and match: ComparedText, score: Score, language: Language
  ) -> [MatchFlag] {
    var flags = [MatchFlag]()
    if score.distance == 0, score.points < 100 { flags.append(.typography) }
    if numbers(query) != numbers(match) { flags.append(.numbers) }
    let negation = language.rules.negation
    if negation.count(query) != negation.count(match) { flags.append(.negation) }
    if ProperNames.differ(query, match) { flags.append(.names) }
    return flags
  }

  /// The numbers of a text, each with the minus right before it.
  ///
  /// The order is kept: a result of 3 to 2 is not a result of 2 to 3.
  private static func numbers(_ text: ComparedText) -> [[UInt32]] {
    var numbers = [[UInt32]]()
    for (place, token) in text.tokens.enumerated() where token.kind == .number {
      numbers.append(isNegative(place, text) ? [0x2D] + token.plain : token.plain)
    }
    return numbers
  }

  /// Whether a dash touches a number and nothing touches the dash: `-3`, not `2-3`.
  private static func isNegative(_ place: Int, _ text: ComparedText) -> Bool {
    guard place > 0, text.tokens[place - 1].plain == [0x2D],
      text.ranges[place - 1].upperBound == text.ranges[place].lowerBound
    else { return false }
    return place == 1
      || text.ranges[place - 2].upperBound < text.ranges[place - 1].lowerBound
  }
}
