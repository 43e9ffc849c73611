package import CalqueText

/// A kind of difference between a query and a match.
///
/// All but typography can change the meaning.
public enum MatchFlag: String, CaseIterable, Sendable {
  /// Only apostrophes, quotes, dashes, spaces or raised digits differ.
  case typography
  /// The numbers differ, in digits or words: a value, a minus or their order.
  case numbers
  /// The months or the days of the week differ.
  case dates
  /// The currencies differ.
  case currencies
  /// One text has a share of a hundred where the other has points.
  case percent
  /// The number of negations differs.
  case negation
  /// One text has a proper name that the other does not have.
  case names
  /// The import that brought the unit found its sides doubtful: the same, swapped, or in a wrong
  /// language.
  case doubtful
  /// Only numbers, months or days of the week differ, and the translation has those of the query.
  case adapted
}

extension MatchFlag {
  /// The flags of a query and the source of its match.
  package static func between(
    _ query: ComparedText, and match: ComparedText, score: Score, language: Language
  ) -> [MatchFlag] {
    var flags = [MatchFlag]()
    if score.distance == 0, score.points < 100 { flags.append(.typography) }
    let (asked, found) = (MarkedText(query, language), MarkedText(match, language))
    if asked.numbers.map(\.value) != found.numbers.map(\.value) { flags.append(.numbers) }
    if asked.dates != found.dates { flags.append(.dates) }
    if asked.currencies != found.currencies { flags.append(.currencies) }
    if asked.shares != found.shares { flags.append(.percent) }
    let negation = language.rules.negation
    if negation.count(query) != negation.count(match) { flags.append(.negation) }
    if ProperNames.differ(query, match) { flags.append(.names) }
    return flags
  }
}
